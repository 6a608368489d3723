using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>The requests of VS Code's Jupyter extension and of JupyterLab, recorded from their public source, played against the kernel.</summary>
public sealed class FrontEndTests(FrontEndTests.Session session) : IClassFixture<FrontEndTests.Session>
{
    private readonly KernelClient _client = session.Client;

    public static TheoryData<string> Requests { get; } = [.. FrontEndRequest.All.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_AsTheFrontEndSendsIt_IsAnswered(string what)
    {
        var request = FrontEndRequest.All[what];

        var answer = _client.Ask(
            request.Type, Json(request.Content), request.Channel == JupyterChannel.Control ? _client.Control : null, Json(request.Metadata));

        Assert.Equal(["busy", "idle"], answer.Of("status").Select(status => (string?)status["execution_state"]));
        request.Expect(answer);
    }

    [Fact]
    public void Execute_VsCodeRunsAllAndStopsByItself_TheNextCellIsRun()
    {
        // Its own queue ends at a failure: what it has sent by then it wants to be run.
        var fails = _client.Send("execute_request", Cell("System.Threading.Thread.Sleep(100); nope"));
        var next = _client.Send("execute_request", Cell("known"));

        Assert.Equal("error", _client.Wait(fails).Status);
        Assert.Equal("text", _client.Wait(next).Text);
    }

    [Fact]
    public void Execute_CodeThatVsCodeDoesNotStore_DoesNotCount()
    {
        var before = (int)_client.Ask("execute_request", Cell("1")).Content["execution_count"]!;
        var between = _client.Ask("execute_request", Cell("2", store: false));
        var after = (int)_client.Ask("execute_request", Cell("3")).Content["execution_count"]!;

        Assert.Equal(before, (int)Assert.Single(between.Of("execute_input"))["execution_count"]!);
        Assert.Equal(before + 1, after);
    }

    [Fact]
    public void Execute_ValuesAskedForBesideACell_AreThoseAfterIt()
    {
        var content = Cell("var later = 20;");
        content["user_expressions"] = new JsonObject { ["double"] = "later * 2", ["nothing"] = "later = 1;" };

        var answer = _client.Ask("execute_request", content).Content["user_expressions"]!;

        Assert.Equal("40", (string?)answer["double"]!["data"]!["text/plain"]);
        Assert.Equal("{}", answer["nothing"]!["data"]!.ToJsonString());
    }

    [Fact]
    public void Interrupt_AsVsCodeSendsIt_StopsTheCellAndKeepsTheVariables()
    {
        var endless = _client.Send("execute_request", Cell("Console.Write(1); while (true) { }"));
        _client.WaitForOutput(endless);

        Assert.Equal("ok", _client.Ask("interrupt_request", [], _client.Control).Status);

        Assert.Equal("Cancelled", (string?)_client.Wait(endless).Content["ename"]);
        Assert.Equal("text", _client.Ask("execute_request", Cell("known")).Text);
    }

    [Fact]
    public void Comm_OpenedByWidgets_IsClosedAtOnceAndWhatIsSentToItIsHeard()
    {
        // jupyter-widgets/ipywidgets, packages/base-manager/src/manager-base.ts (_loadFromKernel): a comm that is closed has it go on without one.
        var opened = _client.Send("comm_open", Json("""{"comm_id":"c0","target_name":"jupyter.widget.control","data":{}}"""), metadata: Json("""{"version":"1.0.0"}"""));
        var said = _client.Send("comm_msg", Json("""{"comm_id":"c0","data":{"method":"request_states"}}"""));

        Assert.Equal("c0", (string?)Assert.Single(_client.WaitForIdle(opened), news => news.Type == "comm_close").Content["comm_id"]);
        Assert.Equal(["status", "status"], _client.WaitForIdle(said).Select(news => news.Type));
    }

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;

    private static JsonObject Cell(string code, bool store = true) =>
        new() { ["silent"] = false, ["store_history"] = store, ["user_expressions"] = new JsonObject(), ["allow_stdin"] = true, ["stop_on_error"] = false, ["code"] = code };

    /// <summary>A kernel with a session that goes on.</summary>
    public sealed class Session : IDisposable
    {
        public Session() => Assert.Equal("ok", Client.Run("var known = \"text\";").Status);

        internal KernelClient Client { get; } = new();

        public void Dispose() => Client.Dispose();
    }
}
