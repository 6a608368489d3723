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
    public void Of_UncertainFigure_CarriesAMarkAndANote()
    {
        var uncertain = PublishedFiles().Figures.First(figure => figure.Confidence == Confidence.C);
        var content = EvidenceTable.Of(PublishedFiles().Select("c", new LocalizedText("a", "a"), uncertain)).Content;

        Assert.Contains(content.Rows[0].Cells, cell => cell.Marks == "a");
        Assert.StartsWith("Nivå, utgave eller definisjon er usikker.", content.Notes.Single().Text.Nb, StringComparison.Ordinal);
    }

    private static PublishedRegistry PublishedFiles() => TestReleases.Published();
}
