namespace Barometer.Analysis.Tests;

public class LocalizedTextTests
{
    // A Norwegian source or label keeps its words in an English text, and takes its marks.
    [Fact]
    public void En_QuotedInNorwegian_QuotesInEnglish()
    {
        var text = new LocalizedText("Kilde: «Barometeret»", "Source: «Barometeret»");

        Assert.Equal(("Kilde: «Barometeret»", "Source: “Barometeret”"), (text.Nb, text.En));
        Assert.Equal("“Nei”", (text with { En = "«Nei»" }).En);
    }
}
