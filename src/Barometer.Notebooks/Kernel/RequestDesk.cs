using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Barometer.Notebooks.Kernel;

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
            log($"{request.Type} failed: {SafeMessages.WithoutMessages(exception)}");
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

/// <summary>Requests that are served one after the other, beside the cells: they don't wait for one that runs.</summary>
internal sealed class RequestQueue(RequestDesk desk, IReadOnlyDictionary<string, Func<JupyterMessage, Task>> served)
{
    private readonly Channel<JupyterMessage> _waiting = Channel.CreateUnbounded<JupyterMessage>();

    /// <summary>Puts a request at the end; one of an unknown type is forgotten, as the protocol wants it.</summary>
    public void Add(JupyterMessage request)
    {
        if (served.ContainsKey(request.Type))
        {
            _waiting.Writer.TryWrite(request);
        }
    }

    /// <summary>No request comes any more.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Serves the requests until the queue is closed.</summary>
    public async Task ServeAsync()
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await desk.AttendAsync(request, served[request.Type]).ConfigureAwait(false);
        }
    }
}

/// <summary>The cells that wait to be run. After one that fails, those that wait already are answered without being run.</summary>
internal sealed class ExecutionQueue(RequestDesk desk, CellExecutor executor)
{
    private readonly Channel<(long Number, JupyterMessage Request)> _waiting = Channel.CreateUnbounded<(long, JupyterMessage)>();
    private long _added;

    /// <summary>Puts a cell at the end.</summary>
    public void Add(JupyterMessage request) => _waiting.Writer.TryWrite((Interlocked.Increment(ref _added), request));

    /// <summary>No cell comes any more, and those that wait are forgotten.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Serves the cells until the queue is closed.</summary>
    public async Task ServeAsync()
    {
        var abortedThrough = 0L;
        await foreach (var (number, request) in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (number <= abortedThrough)
            {
                await desk.AttendAsync(request, executor.AbortAsync).ConfigureAwait(false);
                continue;
            }

            var goOn = false;
            await desk.AttendAsync(request, async cell => goOn = await executor.RunAsync(cell).ConfigureAwait(false)).ConfigureAwait(false);
            abortedThrough = goOn ? abortedThrough : Interlocked.Read(ref _added);
        }
    }
}
