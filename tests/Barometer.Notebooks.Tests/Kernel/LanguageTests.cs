using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>Completion, hover, help and completeness; none of them changes the one kernel that is asked.</summary>
public sealed class LanguageTests(LanguageTests.Editor editor) : IClassFixture<LanguageTests.Editor>
{
    private readonly KernelClient _client = editor.Client;

    [Theory]
    [InlineData("var list = new List<int>(); list.Ad|", "Add")]
    [InlineData("list.Wh|", "Where")]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("known.Subs|", "Substring")]
    [InlineData("kno|", "known")]
    [InlineData("kno|\nvar later = 1;", "known")]
    [InlineData("System.Te|", "Text")]
    [InlineData("ret|", "return")]
    [InlineData("string.Join(sep|", "separator:")]
    [InlineData("\"🙂\".ToUp|", "ToUpper")]
    [InlineData("new[] { 1 }.Select(x => x.ToS|", "ToString")]
    [InlineData("known\n    .Subs|", "Substring")]
    [InlineData("known.Trim().Leng|", "Length")]
    [InlineData("known?.Leng|", "Length")]
    public void Complete_Name_SuggestsWhatMayStandThere(string marked, string expected)
    {
        var answer = Ask("complete_request", marked);

        var matches = answer["matches"]!.AsArray().Select(match => (string?)match).ToList();
        Assert.Contains(expected, matches);
        Assert.InRange(matches.Count, 1, 50);
    }

    [Theory]
    [InlineData("// known.Su|")]
    [InlineData("\"known.Su|")]
    [InlineData("nobody.Su|")]
    public void Complete_NothingToSuggest_IsEmpty(string marked) => Assert.Empty(Ask("complete_request", marked)["matches"]!.AsArray());

    [Fact]
    public void Complete_AfterAnEmoji_CountsPlacesAsJupyterDoes()
    {
        var answer = Ask("complete_request", "\"🙂\".ToUp|");

        Assert.Equal(4, (int)answer["cursor_start"]!);
        Assert.Equal(8, (int)answer["cursor_end"]!);
    }

    [Fact]
    public void Inspect_MemberOfALibrary_TellsItsDocComment()
    {
        var answer = Ask("inspect_request", "number.Disp|lay()");

        Assert.True((bool)answer["found"]!);
        var text = (string)answer["data"]!["text/plain"]!;
        Assert.Contains("DisplayedValue", text, StringComparison.Ordinal);
        Assert.Contains("Shows value as an output of the cell that is running", text, StringComparison.Ordinal);
        Assert.Contains("throws NotebookException", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_Variable_TellsItsType() =>
        Assert.Contains("int", (string?)Ask("inspect_request", "num|ber")["data"]!["text/plain"], StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("nobody|")]
    [InlineData("1 +| 1")]
    public void Inspect_NothingKnown_IsNotFound(string marked) => Assert.False((bool)Ask("inspect_request", marked)["found"]!);

    [Theory]
    [InlineData("?Math.Max")]
    [InlineData("Math.Max?")]
    public void Execute_NameWithAQuestionMark_ShowsHelp(string code) =>
        Assert.Contains("Math.Max(", _client.Run(code).Text, StringComparison.Ordinal);

    [Fact]
    public void Execute_QuestionAboutNothing_SaysSo() =>
        Assert.Contains("nothing called «nobody»", _client.Run("?nobody").Text, StringComparison.Ordinal);

    [Fact]
    public void Execute_ConditionalExpression_IsNoQuestion() => Assert.Equal("2", _client.Run("true ? 2 : 3").Text);

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("#!import load.cs", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("var x = );", "invalid")]
    [InlineData("Console.Write(", "incomplete")]
    public void IsComplete_Code_IsJudgedByTheParser(string code, string expected) =>
        Assert.Equal(expected, _client.Ask("is_complete_request", new JsonObject { ["code"] = code }).Status);

    private JsonObject Ask(string type, string marked)
    {
        var position = marked[..marked.IndexOf('|', StringComparison.Ordinal)].EnumerateRunes().Count();
        return _client.Ask(type, new JsonObject { ["code"] = marked.Replace("|", "", StringComparison.Ordinal), ["cursor_pos"] = position, ["detail_level"] = 0 }).Content;
    }

    /// <summary>A front end with a kernel that knows some variables.</summary>
    public sealed class Editor : IDisposable
    {
        public Editor() => Assert.Equal("ok", Client.Run("var known = \"text\"; var list = new List<int>(); var number = 3;").Status);

        internal KernelClient Client { get; } = new();

        public void Dispose() => Client.Dispose();
    }
}
