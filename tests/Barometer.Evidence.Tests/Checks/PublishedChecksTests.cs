using System.Globalization;

namespace Barometer.Evidence.Tests.Checks;

public class PublishedChecksTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;
    private static readonly PublishedCheck Good = PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Share(0.852, isSynthetic: true));
    private static readonly PublishedCheck Bad = PublishedCheck.Of(Registry["NOS18-INN-A"], CheckReleases.Share(0.9, isSynthetic: true));

    private static readonly PublishedCheck Top = PublishedCheck.OfTop(Registry["NOS18-VAL-TOP"], CheckReleases.Of(
        Measure.Share, true, ("value_efficiency", 0.6, CellStatus.Published), ("value_quality", 0.5, CellStatus.Published)));

    [Fact]
    public void Complete_FewChecks_CoversEveryFigureOnce()
    {
        var all = PublishedChecks.Complete(Registry, Top, Good);

        Assert.Equal(Registry.Figures.Select(figure => figure.Id).Order(StringComparer.Ordinal), all.Checks.Select(check => check.Figure.Id).Order(StringComparer.Ordinal));
        Assert.Equal(all.Checks.Select(check => check.Status).Order(), all.Checks.Select(check => check.Status));
        Assert.Equal(287, Enum.GetValues<CheckStatus>().Sum(all.Count));
        Assert.Equal(
            "2 gjenskapt (syntetiske data), 13 følger av andre publiserte tall, 33 i samsvar med andre publiserte tall, 3 i strid med det tallet holdes mot, 201 trenger mikrodata, 35 opplysning om undersøkelsen",
            all.Summary(Language.Nb));
    }

    [Fact]
    public void Summary_HiddenAndUncomputed_AreCountedTogether()
    {
        var hidden = PublishedCheck.Of(
            Registry["NOS21-INN-A"], CheckReleases.Share(0, isSynthetic: true, CellStatus.Suppressed));
        var all = PublishedChecks.Complete(Registry, hidden);

        Assert.EndsWith("203 trenger mikrodata, 35 opplysning om undersøkelsen", all.Summary(Language.Nb), StringComparison.Ordinal);
        Assert.EndsWith("203 needs the microdata, 35 a fact about the survey", all.Summary(Language.En), StringComparison.Ordinal);
        Assert.Contains(">:</abbr></td>", all.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_ConflictingResults_KeepsTheDifference()
    {
        Assert.Equal(CheckStatus.Contradicts, PublishedChecks.Of(Good, Bad).Checks.Single().Status);
        Assert.Equal(PublishedChecks.Complete(Registry, Good, Bad).ToCsv(), PublishedChecks.Complete(Registry, Bad, Good).ToCsv());
    }

    [Fact]
    public void Complete_ChecksOfSeveralNotebooks_AreTheSameInAnyOrder()
    {
        PublishedCheck[] one = [.. PublishedChecks.Of(Top).Checks], other = [.. PublishedChecks.Of(Good, Top).Checks];

        Assert.Equal(PublishedChecks.Complete(Registry, Good, Top).ToCsv(), PublishedChecks.Complete(Registry, one.Concat(other)).ToCsv());
        Assert.Equal(PublishedChecks.Complete(Registry, one.Concat(other)).ToCsv(), PublishedChecks.Complete(Registry, other.Concat(one)).ToCsv());
    }

    [Fact]
    public void ToCsv_Complete_HasALineForEachFigure()
    {
        var lines = PublishedChecks.Complete(Registry, Good).ToCsv().TrimEnd('\n').Split('\n');

        Assert.Equal(288, lines.Length);
        Assert.StartsWith("id,source_row,status,synthetic,printed,computed,basis,estimate,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("NOS18-INN-A,NOS18-INN-A,reproduced,true,85 %,0.852,trial,,", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("NOS21-INN-A,NOS21-INN-A,needs-microdata,false,91 %,,,\"design.Proportion(\"\"innovated\"\")\",", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("NOS18-PERIOD,NOS18-PERIOD,fact,false,2016–2017,,,,", StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_Checks_IsATableWithHeadersThatSaysSynthetic()
    {
        var html = PublishedChecks.Of(Good, Top).ToHtml();

        Assert.Equal(6, html.Split("<th scope=\"col\"").Length - 1);
        Assert.Equal(2, html.Split("<th scope=\"row\"").Length - 1);
        Assert.Contains("gjenskapt (syntetiske data)", html, StringComparison.Ordinal);
        Assert.Contains("nb value_efficiency", html, StringComparison.Ordinal);
        Assert.Contains(">Syntetiske data: kontrollen prøver regneveien, ikke virkeligheten.</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void EveryForm_UnderAnyCulture_GivesTheSameBytes(string culture)
    {
        var expected = EveryForm();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, EveryForm());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Complete_RealDataAndArithmetic_ComeBeforeSyntheticAnswers()
    {
        var synthetic = PublishedCheck.Of(Registry["NOS18-RR-V"], CheckReleases.Share(0.444, isSynthetic: true));
        var real = PublishedCheck.Of(Registry["NOS18-RR-V"], CheckReleases.Share(0.444));

        Assert.Equal(CheckStatus.Follows, StatusOf("NOS18-RR-V", synthetic));
        Assert.Equal(CheckStatus.Reproduced, StatusOf("NOS18-RR-V", synthetic, real));
        Assert.Equal(CheckStatus.Contradicts, StatusOf("NOS18-RR-V", real, PublishedCheck.Of(Registry["NOS18-RR-V"], CheckReleases.Share(0.4, isSynthetic: true))));
    }

    [Fact]
    public void Counts_ByStatusAndConfidence_AddUpToTheRegistry()
    {
        var rows = PublishedChecks.Complete(Registry, Good).Counts().Content.Rows;
        var counts = rows.Select(row => row.Cells.Skip(1).Select(cell => cell.Value).ToArray()).ToList();

        Assert.Equal([244, 13, 30, 287], counts[^1]);
        Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(counts[^1][column], counts[..^1].Sum(row => row[column])));
        Assert.All(counts, row => Assert.Equal(row[3], row[..3].Sum()));
    }

    [Fact]
    public void ToHtml_Complete_GroupsByStatusAndFoldsWhatNeedsTheMicrodata()
    {
        var html = PublishedChecks.Complete(Registry, Good).ToHtml();
        string[] groups = ["Gjenskapt", "Følger av andre publiserte tall", "I samsvar med andre publiserte tall", "I strid med det tallet holdes mot", "<details>", "Trenger mikrodata", "Opplysning om undersøkelsen"];

        Assert.Equal(groups.Select(group => html.IndexOf(group, StringComparison.Ordinal)).Order(), groups.Select(group => html.IndexOf(group, StringComparison.Ordinal)));
        Assert.DoesNotContain(-1, groups.Select(group => html.IndexOf(group, StringComparison.Ordinal)));
        Assert.Contains("design.Proportion(&quot;value_quality&quot;)", html, StringComparison.Ordinal);
    }

    private static CheckStatus StatusOf(string id, params PublishedCheck[] checks) =>
        PublishedChecks.Complete(Registry, checks).Checks.Single(check => check.Figure.Id == id).Status;

    private static string EveryForm()
    {
        var registry = PublishedRegistry.Read(PublishedFiles.Figures);
        var all = PublishedChecks.Complete(registry, Good, Top);
        var said = registry.Figures.Select(figure => $"{figure.Text.Nb}|{figure.Text.En}");
        return string.Join('\n', [all.ToCsv(), all.ToHtml(), all.ToString(), .. said]);
    }
}
