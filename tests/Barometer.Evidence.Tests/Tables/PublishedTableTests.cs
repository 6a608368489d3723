namespace Barometer.Evidence.Tests.Tables;

public class PublishedTableTests
{
    [Fact]
    public void Of_Selection_ShowsEachFigureAsPrintedWithItsSource()
    {
        var table = EvidenceTable.Of(TestReleases.BothSeries());
        var row = table.Content.Rows.Single(row => row.Cells[0].Words!.Nb == "Sverige, deltakende arbeidsplasser 2018");

        Assert.Contains(row.Cells, cell => cell.Words?.Nb == "8 av 10");
        Assert.NotNull(row.Cells[^1].Address);
    }

    [Fact]
    public void Cross_ResponseTable_HasOneRowALevelAndOneColumnANumber()
    {
        var table = EvidenceTable.Cross(PublishedFiles().Select(
            "response-2018",
            new LocalizedText("Populasjon, utvalg og svar", "Population, sample and answers"),
            "NOS18-POP-V", "NOS18-INV-V", "NOS18-ANS-V", "NOS18-RR-V", "NOS18-POP-A", "NOS18-INV-A", "NOS18-ANS-A", "NOS18-RR-A"));

        Assert.Equal(5, table.Content.Columns.Count);
        Assert.Equal(
            [["180", "180", "80", "44\u00A0%"], ["2\u00A0267", "1\u00A0686", "762", "45\u00A0%"]],
            table.Content.Rows.Select(row => row.Cells.Skip(1).Select(cell => cell.Words!.Nb).ToArray()));
    }

    [Fact]
    public void Cross_CombinationNobodyPublished_IsMissing()
    {
        var table = EvidenceTable.Cross(PublishedFiles().Select(
            "gap", new LocalizedText("a", "a"), "NOS18-POP-V", "NOS18-RR-A"));

        Assert.Contains("«..» Oppgave mangler.", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UncertainFigure_CarriesAMarkAndANote()
    {
        var uncertain = PublishedFiles().Figures.First(figure => figure.Confidence == Confidence.C);
        var content = EvidenceTable.Of(PublishedFiles().Select("c", new LocalizedText("a", "a"), uncertain)).Content;

        Assert.Contains(content.Rows[0].Cells, cell => cell.Marks == "a");
        Assert.StartsWith("Nivå, utgave eller definisjon er usikker.", content.Notes.Single().Text.Nb, StringComparison.Ordinal);
    }

    private static PublishedRegistry PublishedFiles() => TestReleases.Published();
}
