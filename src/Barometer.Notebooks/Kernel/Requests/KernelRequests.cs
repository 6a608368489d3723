using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Requests;

/// <summary>What a front end may ask for, apart from running cells.</summary>
internal sealed class KernelRequests(KernelMessenger messenger, Task subscribed, KernelHistory history, LanguageRequests language, Action interrupt, Action shutdown)
{
    // A front end that connects to all sockets at once may be heard before it hears.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>What is served, by the type of the request.</summary>
    public IReadOnlyDictionary<string, Func<JupyterMessage, Task>> Served => new Dictionary<string, Func<JupyterMessage, Task>>(StringComparer.Ordinal)
    {
        ["kernel_info_request"] = DescribeAsync,
        ["is_complete_request"] = Answer(LanguageRequests.IsComplete),
        ["complete_request"] = Answer(language.Complete),
        ["inspect_request"] = Answer(language.Inspect),
        ["history_request"] = Answer(request => new JsonObject { ["status"] = "ok", ["history"] = history.Find(request.Content) }),
        ["comm_info_request"] = Answer(_ => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }),
        ["comm_open"] = CloseComm,
        ["interrupt_request"] = Answer(_ => Do(interrupt)),
        ["shutdown_request"] = ShutdownAsync,
    };

    private Func<JupyterMessage, Task> Answer(Func<JupyterMessage, JsonObject> answer) => request =>
    {
        messenger.Reply(request, answer(request));
        return Task.CompletedTask;
    };

    private static JsonObject Do(Action action)
    {
        action();
        return new JsonObject { ["status"] = "ok" };
    }

    private async Task DescribeAsync(JupyterMessage request)
    {
        await Task.WhenAny(subscribed, Task.Delay(LongestWait)).ConfigureAwait(false);
        messenger.Reply(request, KernelInfo.Describe());
    }

    // There are no widgets: what a front end opens is closed again.
    private Task CloseComm(JupyterMessage request)
    {
        messenger.Publish("comm_close", new JsonObject { ["comm_id"] = request.Content.Required("comm_id"), ["data"] = new JsonObject() }, request);
        return Task.CompletedTask;
    }

    private Task ShutdownAsync(JupyterMessage request)
    {
        JsonObject Farewell() => new() { ["status"] = "ok", ["restart"] = request.Content.FlagOf("restart", false) };
        messenger.Publish("shutdown_reply", Farewell(), request);
        messenger.Reply(request, Farewell());
        shutdown();
        return Task.CompletedTask;
    }
}
