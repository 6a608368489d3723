using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Checking;

/// <summary>The order of a notebook and its headings: each test breaks exactly one rule.</summary>
public class StructureRulesTests
{
    private const string Title = "it starts with a markdown cell whose first line is the title («# …»)";
    private const string OneTitle = "it has one title («# …») and no other heading of that level";
    private const string Levels = "its headings go down one level at a time";
    private const string Next = "its last cell is a link to the next notebook, which exists";

    private const string Order =
        "its sections stand in the order «Spørsmålet», «Ta med deg», «Slik er tallet laget», «Hvor tallene kommer fra»";

    [Fact]
    public void Check_CodeBeforeTheTitle_IsAFault() => AssertOnly(Title, notebook =>
    {
        var cells = (JsonArray)notebook["cells"]!;
        var load = notebook.Cell("c1");
        cells.Remove(load);
        cells.Insert(0, load);
    });

    [Fact]
    public void Check_TextBeforeTheTitle_IsAFault() => AssertOnly(Title, Source("title", "Først.\n\n# En tittel\n\nSvaret."));

    [Fact]
    public void Check_TitleWithoutAnAnswer_IsAFault() => AssertOnly("the cell with the title says the answer in a sentence", Source("title", "# En tittel\n\n"));

    [Fact]
    public void Check_TwoTitles_IsAFault() => AssertOnly(OneTitle, Source("takeaway", "## Ta med deg\n\n# En tittel til"));

    [Theory]
    [InlineData("## Ta med deg\n\n#### For dypt")]
    [InlineData("## Ta med deg\n\n   #### For dypt")]
    public void Check_LevelSkipped_IsAFault(string source) => AssertOnly(Levels, Source("takeaway", source));

    [Theory]
    [InlineData("## Ta med deg\n\n### Et nivå ned\n\n#### Og ett til\n\n### Tilbake")]
    [InlineData("## Ta med deg\n\n```csharp\n# no heading\n#!import load.cs\n```\n\n~~~~\n# none\n~~~\n# none\n~~~~")]
    [InlineData("## Ta med deg\n\n#emneknagg og #1\n\n    # kode")]
    public void Check_LinesThatAreNoHeadingsOrInOrder_AreNoFault(string source) => Assert.Empty(RuleTestNotebook.Faults(Source("takeaway", source)));

    [Theory]
    [InlineData("question", "Spørsmålet")]
    [InlineData("sources", "Hvor tallene kommer fra")]
    [InlineData("takeaway", "Ta med deg")]
    [InlineData("how", "Slik er tallet laget")]
    public void Check_SectionMissing_IsAFault(string cell, string section) => AssertOnly($"it has a section «## {section}»", Source(cell, "## Noe annet"));

    [Fact]
    public void Check_SectionsInAnotherOrder_IsAFault() => AssertOnly(Order, notebook =>
    {
        notebook.Cell("question")["source"] = "## Hvor tallene kommer fra";
        notebook.Cell("sources")["source"] = "## Spørsmålet";
    });

    [Theory]
    [InlineData("c1", "## Før spørsmålet\n\nTekst.", false)]
    [InlineData("sources", "## Til slutt\n\nTekst.", true)]
    public void Check_SectionBeforeTheQuestionOrAfterTheSources_IsAFault(string beside, string source, bool after) => AssertOnly(
        "it begins with «Spørsmålet» and ends with «Hvor tallene kommer fra»",
        notebook =>
        {
            var cells = (JsonArray)notebook["cells"]!;
            cells.Insert(after ? cells.IndexOf(notebook.Cell(beside)) + 1 : 1, NotebookText.Markdown("extra", source));
        });

    [Theory]
    [InlineData("### Slutt")]
    [InlineData("[neste](99-nowhere.ipynb)")]
    [InlineData("### [neste](https://example.org/01-first.ipynb)")]
    public void Check_LastCellLeadsNowhere_IsAFault(string source) => AssertOnly(Next, Source("next", source));

    [Fact]
    public void Check_CodeAfterTheLink_IsAFault() => AssertOnly(Next, notebook => ((JsonArray)notebook["cells"]!).Add(NotebookText.Code("c9", "1 + 1")));

    private static Action<JsonObject> Source(string cell, string source) => notebook => notebook.Cell(cell)["source"] = source;

    private static void AssertOnly(string fault, Action<JsonObject> change) =>
        Assert.Equal([new RuleFault("01-first", null, fault)], RuleTestNotebook.Faults(change).Where(one => !one.Fault.Contains("English", StringComparison.Ordinal)));
}
