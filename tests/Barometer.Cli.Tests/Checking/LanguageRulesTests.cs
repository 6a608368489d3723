namespace Barometer.Cli.Tests.Checking;

public class LanguageRulesTests
{
    [Fact]
    public void Check_EnglishBeside_IsTheCellsOwnAndNowhereElse()
    {
        const string Whole = "<!-- cell: title -->\n# A title\n\n<!-- cell: takeaway -->\n## What to take away\n\nThis.\n\n";

        Assert.Empty(Beside("## Ta med deg\n\nDette.", Whole));
        Assert.Contains("it holds Norwegian only", Beside("## Ta med deg\n\nDette.\n\n*This.*", Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Contains("it holds Norwegian only", Beside("## Svarene <!-- en: The answers -->", Whole).Single().Fault, StringComparison.Ordinal);
        Assert.StartsWith("text 2 of its 3 has no English in en/01-first.md", Beside("## Ta med deg", "<!-- cell: title -->\n# A title\n").Single().Fault, StringComparison.Ordinal);
        Assert.Contains("holds Norwegian only", Beside("## Ta med deg\n\nDette.\n*In English on\nmore than one line, **with** weight.*", Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Empty(Beside("## Ta med deg\n\nDette er *viktig*.", Whole));
        Assert.Equal(new RuleFault("notebooks/01-first.ipynb", null, "its English stands in en/01-first.md, each cell's after «<!-- cell: ID -->»"), Beside("## Ta med deg", "").Single());
        Assert.Contains("is no cell's", Beside("## Ta med deg", Whole + "<!-- cell: hidden -->\nMore.\n").Single().Fault, StringComparison.Ordinal);
        Assert.Contains("is no cell's", Beside("## Ta med deg", "Before.\n" + Whole).Single().Fault, StringComparison.Ordinal);
        Assert.Contains("second of one", Beside("## Ta med deg", Whole + "<!-- cell: title -->\nAgain.\n").First().Fault, StringComparison.Ordinal);
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
}
