namespace Barometer.Cli.Tests.Checking;

public class RepeatedProseTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Andelene er vektet slik som i de andre notatbøkene.", 5));

    [Fact]
    public void Check_ParagraphInTwoNotebooks_IsAFaultOfTheLater() => Assert.Equal(
        ["02-second, cell how: a paragraph of it stands in 01-first too: say it once, and link there"],
        Faults(Long, $"Noe annet først.\n\n{Long.Replace(" er", " **er**", StringComparison.Ordinal)}"));

    [Fact]
    public void Check_ParagraphTwiceInACell_IsAFault() => Assert.Single(Faults($"{Long}\n\n> {Long}", "Ikke her."));

    [Theory]
    [InlineData("Alle andeler er av arbeidsplasser som jobber med innovasjon.", "Alle andeler er av arbeidsplasser som jobber med innovasjon.")]
    [InlineData("", "")]
    public void Check_SentencesAndOtherParagraphs_AreNoFault(string one, string other) =>
        Assert.Empty(Faults(one, other + (one.Length == 0 ? Long : "")));

    private static string[] Faults(string one, string other) =>
        [.. RepeatedProse.Check([(Notebook(one), "01-first"), (Notebook(other), "02-second")]).Select(fault => fault.ToString())];

    private static NotebookDocument Notebook(string how)
    {
        var document = NotebookText.Document();
        document.Cell("how")["source"] = "## Slik er tallet laget / How this number is made\n\n" + how;
        return NotebookDocument.Parse(NotebookText.Write(document), "a notebook");
    }
}
