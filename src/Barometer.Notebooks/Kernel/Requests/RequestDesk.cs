using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Requests;

/// <summary>
/// Attends to requests: all front ends hear that the kernel is busy, then that it is idle; and whatever goes wrong on the
/// way is an answer and a line in the log, and never the end of the kernel.
/// </summary>
internal sealed class RequestDesk(KernelMessenger messenger, Action<string> log)
{
    /// <summary>Has <paramref name="serve"/> do what the request asks for.</summary>
    public async Task AttendAsync(JupyterMessage request, Func<JupyterMessage, Task> serve)
    {
        messenger.PublishStatus("busy", request);
        try
        {
            await serve(request).ConfigureAwait(false);
        }
        catch (NotebookException exception)
        {
            Refuse(request, exception, exception.Message);
        }
        catch (Exception exception)
        {
            log($"{request.Type} failed: {exception}");
            Refuse(request, exception, "The kernel couldn't do what was asked; its log says why.");
        }

        messenger.PublishStatus("idle", request);
    }

    private void Refuse(JupyterMessage request, Exception exception, string message) => messenger.Reply(request, new JsonObject
    {
        ["status"] = "error",
        ["ename"] = exception.GetType().Name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray(message),
    });
}
