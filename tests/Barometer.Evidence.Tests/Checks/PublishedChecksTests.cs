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

        Assert.Equal(Registry.Figures.Select(figure => figure.Id), all.Checks.Select(check => check.Figure.Id));
        Assert.Equal(287, all.Count(CheckStatus.Reproduced) + all.Count(CheckStatus.Differs) + all.Count(CheckStatus.NotComputable));
        Assert.Equal(
            "2 gjenskapt (syntetiske data), 6 gjenskapt, 1 avviker, 278 kan ikke beregnes av åpne data", all.Summary(Language.Nb));
    }

    [Fact]
    public void Summary_HiddenAndUncomputed_AreCountedTogether()
    {
        var hidden = PublishedCheck.Of(
            Registry["NOS21-INN-A"], CheckReleases.Share(0, isSynthetic: true, CellStatus.Suppressed));
        var all = PublishedChecks.Complete(Registry, hidden);

        Assert.Equal("6 gjenskapt, 1 avviker, 280 kan ikke beregnes av åpne data", all.Summary(Language.Nb));
        Assert.Equal("6 reproduced, 1 differs, 280 can't be computed from open data", all.Summary(Language.En));
        Assert.Contains(">:</abbr></td>", all.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_ConflictingResults_KeepsTheDifference()
    {
        Assert.Equal(CheckStatus.Differs, PublishedChecks.Of(Good, Bad).Checks.Single().Status);
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
        Assert.StartsWith("id,source_row,status,synthetic,printed,computed,basis,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("NOS18-INN-A,NOS18-INN-A,reproduced,true,85 %,0.852,trial,", lines[9], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("NOS21-INN-A,NOS21-INN-A,not-computable,false,91 %,,,", StringComparison.Ordinal));
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
    public void Arithmetic_PublishedCounts_GiveThePublishedRates()
    {
        var checks = PublishedArithmetic.Check(Registry);

        Assert.Equal(["CTX-MED16.rate"], checks.Where(check => check.Status != CheckStatus.Reproduced).Select(check => check.Figure.Id));
        Assert.Equal("52,2\u00A0% rundes ikke av til 55\u00A0%.", checks[^1].Explanation.Nb);
        Assert.All(checks, check => Assert.False(check.IsSynthetic));
    }

    private static string EveryForm()
    {
        var registry = PublishedRegistry.Read(PublishedFiles.Figures);
        var all = PublishedChecks.Complete(registry, Good, Top);
        var said = registry.Figures.Select(figure => $"{figure.Text.Nb}|{figure.Text.En}");
        return string.Join('\n', [all.ToCsv(), all.ToHtml(), all.ToString(), .. said]);
    }
}
