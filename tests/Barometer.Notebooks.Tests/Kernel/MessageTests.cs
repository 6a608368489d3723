using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>Each request of the protocol.</summary>
public sealed class MessageTests : IDisposable
{
    private readonly KernelClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void KernelInfo_Asked_TellsTheLanguageInTheWordsOfOurNotebooks()
    {
        var info = _client.Ask("kernel_info_request").Content;

        Assert.Equal("5.3", (string?)info["protocol_version"]);
        Assert.Equal("C#", (string?)info["language_info"]!["name"]);
        Assert.Equal("""{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#","pygments_lexer":"csharp","version":"13.0"}""", info["language_info"]!.ToJsonString());
    }

    [Fact]
    public void Execute_TextAndTrailingExpression_ArePublishedInOrderBetweenBusyAndIdle()
    {
        var answer = _client.Run("Console.Write(\"out \"); Console.Error.Write(\"err \"); 6 * 7");

        Assert.Equal("ok", answer.Status);
        Assert.Equal(1, (int)answer.Content["execution_count"]!);
        Assert.Equal(["status", "execute_input", "stream", "stream", "display_data", "status"], answer.Published.Select(news => news.Type));
        Assert.Equal(["stdout", "stderr"], answer.Of("stream").Select(stream => (string?)stream["name"]));
        Assert.Equal("out err 42", answer.Text);
    }

    [Fact]
    public void Execute_JsonForm_IsSentAsJson()
    {
        var answer = _client.Run("class Chart { public string ToHtml() => \"<b>1</b>\"; public IEnumerable<IReadOnlyDictionary<string, string>> ToMimeBundles() => [new Dictionary<string, string> { [\"application/vnd.plotly.v1+json\"] = \"{\\\"data\\\":[1]}\", [\"image/png\"] = \"AAAA\" }]; }\nnew Chart()");

        var data = Assert.Single(answer.Of("display_data"))["data"]!;
        Assert.Equal("""{"data":[1]}""", data["application/vnd.plotly.v1+json"]!.ToJsonString());
        Assert.Equal("AAAA", (string?)data["image/png"]);
    }

    [Fact]
    public void Execute_CellThrows_TellsItsLineAndNoFrameOfOurs()
    {
        var answer = _client.Run("var i = 0;\n\nint.Parse(\"secret 123\");");

        var error = Assert.Single(answer.Of("error"));
        Assert.Equal("error", answer.Status);
        Assert.Equal("System.FormatException", (string?)error["ename"]);
        Assert.Equal(["  at cell 1, line 3"], error["traceback"]!.AsArray().Skip(1).Select(line => (string?)line));
        Assert.DoesNotContain("secret", error.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_CellDoesNotCompile_TellsItsLine()
    {
        var error = Assert.Single(_client.Run("var fine = 1;\nnope").Of("error"));

        Assert.Contains("cell 1, line 2: CS0103", (string?)error["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_Silent_PublishesNothingAndDoesNotCount()
    {
        var silent = _client.Run("Console.Write(1); var kept = 2;", silent: true);
        var loud = _client.Run("kept");

        Assert.Equal(["status", "status"], silent.Published.Select(news => news.Type));
        Assert.Equal(1, (int)loud.Content["execution_count"]!);
        Assert.Equal("2", loud.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Execute_Blank_DoesNotCount(string code)
    {
        Assert.Equal("ok", _client.Run(code).Status);
        Assert.Equal(1, (int)_client.Run("1").Content["execution_count"]!);
    }

    [Fact]
    public void Execute_AfterACellThatFailed_IsAborted()
    {
        var fails = _client.Send("execute_request", new JsonObject { ["code"] = "System.Threading.Thread.Sleep(1500); throw new Exception();" });
        var waits = _client.Send("execute_request", new JsonObject { ["code"] = "var ran = true;" });

        Assert.Equal("error", _client.Wait(fails).Status);
        Assert.Equal("aborted", _client.Wait(waits).Status);
        Assert.Equal("ok", _client.Run("1").Status);
    }

    [Fact]
    public void Execute_NoCode_IsRefusedAndTheKernelGoesOn()
    {
        Assert.Equal("error", _client.Ask("execute_request", new JsonObject { ["code"] = 5 }).Status);
        Assert.Equal("1", _client.Run("1").Text);
    }

    [Fact]
    public void Execute_CellAsksForInput_IsRefusedClearly()
    {
        var error = Assert.Single(_client.Run("Console.ReadLine()").Of("error"));

        Assert.Contains("can't ask for input", (string?)error["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void Display_Updated_IsPublishedInPlace()
    {
        var answer = _client.Run("var shown = \"0 %\".Display(); shown.Update(\"100 %\");");
        var later = _client.Run("shown.Update(\"done\");");

        var id = (string?)Assert.Single(answer.Of("display_data"))["transient"]!["display_id"];
        Assert.NotNull(id);
        Assert.Equal(id, (string?)Assert.Single(answer.Of("update_display_data"))["transient"]!["display_id"]);
        Assert.Equal("done", (string?)Assert.Single(later.Of("update_display_data"))["data"]!["text/plain"]);
    }

    [Fact]
    public void History_Asked_GivesTheCells()
    {
        _client.Run("1");
        _client.Run("2", storeHistory: false);
        _client.Run("33");

        string Ask(JsonObject request) => _client.Ask("history_request", request).Content["history"]!.ToJsonString();
        Assert.Equal("""[[0,1,"1"],[0,2,"33"]]""", Ask(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 5 }));
        Assert.Equal("""[[0,2,["33",null]]]""", Ask(new JsonObject { ["hist_access_type"] = "range", ["start"] = 2, ["stop"] = 9, ["output"] = true }));
        Assert.Equal("""[[0,2,"33"]]""", Ask(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "3*" }));
    }

    [Fact]
    public void CommInfo_Asked_TellsThatThereAreNone() =>
        Assert.Equal("{}", _client.Ask("comm_info_request").Content["comms"]!.ToJsonString());

    [Fact]
    public void UnknownRequest_Sent_IsForgotten()
    {
        _client.Send("debug_request");
        _client.Send("comm_msg");

        Assert.Equal("1", _client.Run("1").Text);
    }
}
