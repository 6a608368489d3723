using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking;

/// <summary>The rules for a notebook as a whole: each test breaks exactly one.</summary>
public class NotebookRulesTests
{
    [Fact]
    public void Check_NotebookThatKeepsTheRules_FindsNothing() =>
        Assert.Empty(RuleTestNotebook.Faults(_ => { }, "var barometer = Workbench.Open();", "barometer.Provenance()"));

    public static TheoryData<string> Committed =>
        [.. Directory.EnumerateFiles(Path.Combine(Clone.Original, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Committed))]
    public void Check_CommittedNotebook_FindsNothing(string name) =>
        Assert.Empty(NotebookRules.Check(Path.Combine(Clone.Original, "notebooks", name), name).Select(fault => fault.ToString()));

    [Theory]
    [InlineData("{ \"cells\": [\n<<<<<<< HEAD", "The notebook can't be read")]
    [InlineData("{ \"nbformat\": 3 }", "The notebook can't be read: the format's version isn't supported")]
    public void Check_FileThatIsNoNotebook_IsAFaultLikeOthers(string text, string fault) =>
        Assert.Equal([new RuleFault("01-first", null, fault)], RuleTestNotebook.FaultsOf(text));

    [Fact]
    public void Check_FileOverOneMegabyte_IsAFault() => AssertOnly(
        "the stored file is over 1 MB: show fewer or smaller pictures",
        notebook => notebook.Cell("how")["source"] = $"{notebook.Cell("how")["source"]}\n\n{new string('x', 1_000_000)}");

    [Theory]
    [InlineData("#!import other.cs")]
    [InlineData("#!import load.cs\nvar x = 1;")]
    [InlineData("#!import \"load.cs\"")]
    public void Check_FirstCodeCellOtherThanLoad_IsAFault(string source) => Assert.Contains(
        new RuleFault("01-first", null, "its first code cell is «#!import load.cs», alone"),
        RuleTestNotebook.Faults(notebook => notebook.Cell("c1")["source"] = source));

    [Fact]
    public void Check_NoCodeCell_IsAFault() => AssertOnly(
        "its first code cell is «#!import load.cs», alone", notebook => ((JsonArray)notebook["cells"]!).Remove(notebook.Cell("c1")));

    [Theory]
    [InlineData("kernelspec.name", ".net-csharp")]
    [InlineData("kernelspec.language", "C#")]
    [InlineData("polyglot_notebook.kernelInfo.defaultKernelName", "csharp")]
    public void Check_MetadataThatHostsLookFor_AreRight(string path, string value)
    {
        var fault = $"metadata {path} is «{value}»";
        AssertOnly(fault, notebook => Parent(notebook, path).Remove(path.Split('.')[^1]));
        AssertOnly(fault, notebook => Parent(notebook, path)[path.Split('.')[^1]] = "other");
        AssertOnly(fault, notebook => Parent(notebook, path)[path.Split('.')[^1]] = new JsonArray("other"));
    }

    [Theory]
    [InlineData("Dataene er syntetiske.")]
    [InlineData("> Synthetic data: nothing is real.")]
    [InlineData("Hvert svar er laget av kode.")]
    [InlineData("Answers made by code.")]
    public void Check_ProseThatSaysWhatTheAnswersAre_IsAFault(string prose) => Assert.Contains(
        new RuleFault("01-first", "how", "line 3: prose says what the answers are, which is untrue once real ones are read: barometer.Notice(…) says it while it holds"),
        RuleTestNotebook.Faults(notebook => notebook.Cell("how")["source"] = $"## Slik er tallet laget\n\n{prose}"));

    // Real answers make the number another one, so that its cell is written anew.
    [Fact]
    public void Check_ProseBesideANumberOfTheEvidence_MaySayWhatItIs() => Assert.DoesNotContain(
        RuleTestNotebook.Faults(notebook => notebook.Cell("how")["source"] = "## Slik er tallet laget\n\n85,0<!-- evidence/headlines/innovated=yes:1 --> prosent (syntetiske data)"),
        fault => fault.Fault.Contains("prose says", StringComparison.Ordinal));

    [Fact]
    public void Check_NoticeBeforeTheFirstFigure_IsNoFault() => Assert.Empty(RuleTestNotebook.Faults(
        notebook =>
        {
            notebook.Cell("c2")["outputs"] = new JsonArray(Shown("text/html", "<div role=\"note\"><strong>Syntetiske data</strong></div>"));
            notebook.Cell("c3")["outputs"] = new JsonArray(Shown("text/html", "<table></table>"));
        },
        "barometer.Notice(\"operational-2018\")",
        "share"));

    [Theory]
    [InlineData("share.Bars()", "image/png", "iVBORw0KGgo=")]
    [InlineData("share", "text/html", "<table><tr><td>1</td></tr></table>")]
    public void Check_FigureOrTable_IsNoFault(string code, string form, string output) => Assert.Empty(FaultsOfShown(code, form, output));

    [Theory]
    [InlineData("design", "text/plain", "762 answers")]
    [InlineData("barometer.Provenance(\"operational-2018\")", "text/html", "<table><tr><td>1</td></tr></table>")]
    public void Check_NothingOfItsOwn_IsAFault(string code, string form, string output) =>
        Assert.Equal(
        [new RuleFault("01-first", null, "it shows a figure or a table of its own")], FaultsOfShown(code, form, output));

    [Fact]
    public void Check_NotebookThatHasNotBeenRun_IsNoFault() => Assert.Empty(RuleTestNotebook.Faults(_ => { }, "1 + 1"));

    private static IReadOnlyList<RuleFault> FaultsOfShown(string code, string form, string output) => RuleTestNotebook.Faults(
        notebook => notebook.Cell("c2")["outputs"] = new JsonArray(Shown(form, output)), code);

    private static JsonObject Shown(string form, string output) => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject { [form] = output },
    };

    private static JsonObject Parent(JsonObject notebook, string path) =>
        path.Split('.')[..^1].Aggregate((JsonObject)notebook["metadata"]!, (node, name) => (JsonObject)node[name]!);

    private static void AssertOnly(string fault, Action<JsonObject> change) =>
        Assert.Equal([new RuleFault("01-first", null, fault)], RuleTestNotebook.Faults(change));
}
