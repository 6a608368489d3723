namespace Barometer.Cli.Tests.Checking;

public class LanguageRulesTests
{
    private const string Text = "its Norwegian text ends in the same in English, in italics («*In English.*»)";
    private const string Quotation = "its quotation ends in the same in English, in italics";

    [Theory]
    [InlineData("## Ta med deg")]
    [InlineData("## Ta med deg\n\n*Only English under a heading.*")]
    [InlineData("## Ta med deg\n\n- Én ting.\n- En *annen* ting.\n\n*One thing, another thing.*")]
    [InlineData("## Ta med deg\n\nTekst.\n*In English on\nmore than one line, **with** weight.*")]
    [InlineData("## Ta med deg\n\nTekst.\n\n*Text.*\n\n> Sitat.\n>\n> *Quotation.*")]
    [InlineData("## Ta med deg\n\n```\nkode\n```")]
    public void Check_TextWithItsEnglish_IsNoFault(string source) => Assert.Empty(Faults(source));

    [Theory]
    [InlineData("## Ta med deg\n\nBare norsk.", Text)]
    [InlineData("## Ta med deg\n\n*English first.*\n\nSå norsk.", Text)]
    [InlineData("## Ta med deg\n\nTekst.\n\n**Weight is no language.**", Text)]
    [InlineData("## Ta med deg\n\n- Punkt.\n- *Punkt.*", Text)]
    [InlineData("## Ta med deg\n\nTekst.\n\n*Text.*\n\n> Sitat alene.", Quotation)]
    public void Check_TextWithoutItsEnglish_IsAFaultOfItsCell(string source, string fault) =>
        Assert.Equal([new RuleFault("01-first", "takeaway", fault)], Faults(source));

    [Fact]
    public void Check_EnglishBeside_IsTheCellsOwnAndNowhereElse()
    {
        const string Whole = "<!-- cell: title -->\n# A title\n\n<!-- cell: takeaway -->\n## What to take away\n\nThis.\n\n";

        Assert.Empty(Beside("## Ta med deg\n\nDette.", Whole));
        Assert.Contains("it holds Norwegian only", Beside("## Ta med deg\n\nDette.\n\n*This.*", Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Contains("it holds Norwegian only", Beside("## Svarene <!-- en: The answers -->", Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Equal("takeaway", Beside("## Ta med deg", "<!-- cell: title -->\n# A title\n").Single().Cell);
        Assert.Contains("no cell's", Beside("## Ta med deg", Whole + "<!-- cell: hidden -->\nMore.\n").Single().Fault, StringComparison.Ordinal);
        Assert.Contains("no cell's", Beside("## Ta med deg", "Before.\n" + Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Contains("twice", Beside("## Ta med deg", Whole + "<!-- cell: title -->\nAgain.\n").First().Fault, StringComparison.Ordinal);
        Assert.Contains("“…”", Beside("## Ta med deg", Whole + "«Quoted».").Single().Fault, StringComparison.Ordinal);
    }

    private static IEnumerable<RuleFault> Beside(string takeaway, string english) => LanguageRules.Check(
        NotebookDocument.Parse(NotebookText.Write(new()
        {
            ["cells"] = new System.Text.Json.Nodes.JsonArray(
                NotebookText.Markdown("title", "# En tittel"), NotebookText.Markdown("takeaway", takeaway), NotebookText.Markdown("next", "[neste](01-first.ipynb)")),
            ["metadata"] = new System.Text.Json.Nodes.JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        })),
        EnglishText.Parse(english), "notebooks/01-first.ipynb");

    private static IReadOnlyList<RuleFault> Faults(string source) => RuleTestNotebook.Faults(notebook => notebook.Cell("takeaway")["source"] = source);
}
