using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometer.Notebooks.Kernel;

/// <summary>What a front end may ask for, apart from running cells.</summary>
internal sealed class KernelRequests(KernelMessenger messenger, Task subscribed, KernelHistory history, Completion completion, Inspection inspection, Action interrupt, Action shutdown)
{
    // A front end that connects to all sockets at once may be heard before it hears.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>What is served, by the type of the request.</summary>
    public IReadOnlyDictionary<string, Func<JupyterMessage, Task>> Served => new Dictionary<string, Func<JupyterMessage, Task>>(StringComparer.Ordinal)
    {
        ["kernel_info_request"] = DescribeKernelAsync,
        ["is_complete_request"] = Answer(IsComplete),
        ["complete_request"] = Answer(request => completion.Complete(Place(request))),
        ["inspect_request"] = Answer(Inspect),
        ["history_request"] = Answer(request => new JsonObject { ["status"] = "ok", ["history"] = history.Find(request.Content) }),
        ["comm_info_request"] = Answer(_ => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }),
        ["comm_open"] = CloseComm,
        ["comm_msg"] = Nothing,
        ["comm_close"] = Nothing,
        ["debug_request"] = Answer(RefuseToDebug),
        ["interrupt_request"] = Answer(_ => Interrupt()),
        ["shutdown_request"] = Shutdown,
    };

    private Func<JupyterMessage, Task> Answer(Func<JupyterMessage, JsonObject> answer) => request =>
    {
        messenger.Reply(request, answer(request));
        return Task.CompletedTask;
    };

    // The language is told in the words that our notebooks store.
    private async Task DescribeKernelAsync(JupyterMessage request)
    {
        await Task.WhenAny(subscribed, Task.Delay(LongestWait)).ConfigureAwait(false);
        var version = typeof(KernelRequests).Assembly.GetName().Version!.ToString(3);
        messenger.Reply(request, new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageCodec.Version,
            ["implementation"] = "barometer",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = "csharp",
                ["version"] = "13.0",
            },
            ["banner"] = $"Barometer.Notebooks {version}: C# 13 on .NET {Environment.Version}",
            ["debugger"] = false,
            ["supported_features"] = new JsonArray(),
            ["help_links"] = new JsonArray(),
        });
    }

    private static JsonObject IsComplete(JupyterMessage request)
    {
        var status = new CodeAtCursor(request.Content.Required("code"), 0).Completeness();
        return status == "incomplete"
            ? new JsonObject { ["status"] = status, ["indent"] = "    " }
            : new JsonObject { ["status"] = status };
    }

    private JsonObject Inspect(JupyterMessage request)
    {
        var found = inspection.Inspect(Place(request));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : new JsonObject(found.Forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value))),
            ["metadata"] = new JsonObject(),
        };
    }

    private static CodeAtCursor Place(JupyterMessage request) =>
        CodeAtCursor.At(request.Content.Required("code"), request.Content.NumberOf("cursor_pos") ?? int.MaxValue);

    // There are no widgets: what a front end opens is closed again.
    private Task CloseComm(JupyterMessage request)
    {
        messenger.Publish("comm_close", new JsonObject { ["comm_id"] = request.Content.Required("comm_id"), ["data"] = new JsonObject() }, request);
        return Task.CompletedTask;
    }

    // What is said to a comm that is closed: that the kernel was busy and is idle again is the answer.
    private static Task Nothing(JupyterMessage request) => Task.CompletedTask;

    // In the form of the debug adapter protocol, which its front ends wait for.
    private static JsonObject RefuseToDebug(JupyterMessage request) => new()
    {
        ["type"] = "response",
        ["request_seq"] = request.Content.NumberOf("seq") ?? 0,
        ["command"] = request.Content.TextOf("command") ?? "",
        ["success"] = false,
        ["message"] = "The kernel has no debugger.",
    };

    private JsonObject Interrupt()
    {
        interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    private Task Shutdown(JupyterMessage request)
    {
        JsonObject Farewell() => new() { ["status"] = "ok", ["restart"] = request.Content.FlagOf("restart", false) };
        messenger.Publish("shutdown_reply", Farewell(), request);
        messenger.Reply(request, Farewell());
        shutdown();
        return Task.CompletedTask;
    }
}

/// <summary>The cells that were run since the kernel started. Nothing of it outlives the kernel.</summary>
internal sealed class KernelHistory
{
    private readonly Lock _gate = new();
    private readonly List<(int Number, string Code)> _cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(int number, string code)
    {
        lock (_gate)
        {
            _cells.Add((number, code));
        }
    }

    /// <summary>The cells that the request asks for: a range of numbers, the last ones, or those that match a pattern.</summary>
    public JsonArray Find(JsonObject request)
    {
        lock (_gate)
        {
            IEnumerable<(int Number, string Code)> found = request.TextOf("hist_access_type") switch
            {
                "range" => _cells.Where(cell => cell.Number >= (request.NumberOf("start") ?? 0) && cell.Number < (request.NumberOf("stop") ?? int.MaxValue)),
                "search" => Last(Matching(request), request),
                _ => Last(_cells, request),
            };
            return [.. found.Select(cell => (JsonNode)new JsonArray(0, cell.Number, request.FlagOf("output", false) ? new JsonArray(cell.Code, null) : cell.Code))];
        }
    }

    private IEnumerable<(int Number, string Code)> Matching(JsonObject request)
    {
        var pattern = Regex.Escape(request.TextOf("pattern") ?? "*").Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        var whole = new Regex($@"\A{pattern}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var matching = _cells.Where(cell => whole.IsMatch(cell.Code));
        return request.FlagOf("unique", false) ? matching.Reverse().DistinctBy(cell => cell.Code).Reverse() : matching;
    }

    private static IEnumerable<(int Number, string Code)> Last(IEnumerable<(int Number, string Code)> cells, JsonObject request) =>
        cells.TakeLast(Math.Max(0, request.NumberOf("n") ?? int.MaxValue));
}
