using System.Globalization;
using System.Text.Json;

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
        Assert.Equal(148, all.Count(CheckStatus.Reproduced) + all.Count(CheckStatus.Differs) + all.Count(CheckStatus.NotComputable));
        Assert.Equal(
            "2 gjenskapt (syntetiske data), 6 gjenskapt, 1 avviker, 139 kan ikke beregnes av åpne data", all.Summary(Language.Nb));
    }

    [Fact]
    public void Summary_HiddenAndUncomputed_AreCountedTogether()
    {
        var hidden = PublishedCheck.Of(
            Registry["NOS21-INN-A"], CheckReleases.Share(0, isSynthetic: true, CellStatus.Suppressed));
        var all = PublishedChecks.Complete(Registry, hidden);

        Assert.Equal("6 gjenskapt, 1 avviker, 141 kan ikke beregnes av åpne data", all.Summary(Language.Nb));
        Assert.Equal("6 reproduced, 1 differs, 141 can't be computed from open data", all.Summary(Language.En));
        Assert.Contains(">:</abbr></td>", all.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_ConflictingResults_KeepsTheDifference()
    {
        Assert.Equal(CheckStatus.Differs, PublishedChecks.Of(Good, Bad).Checks.Single().Status);
        Assert.Equal(PublishedChecks.Complete(Registry, Good, Bad).ToCsv(), PublishedChecks.Complete(Registry, Bad, Good).ToCsv());
    }

    [Fact]
    public void Merge_TextsOfSeveralNotebooks_IsTheSameAsTheChecksThemselves()
    {
        string[] texts = [PublishedChecks.Of(Top).ToJson(), PublishedChecks.Of(Good, Top).ToJson()];

        Assert.Equal(PublishedChecks.Complete(Registry, Good, Top).ToCsv(), PublishedChecks.Merge(Registry, texts).ToCsv());
        Assert.Equal(PublishedChecks.Merge(Registry, texts).ToCsv(), PublishedChecks.Merge(Registry, texts.Reverse()).ToCsv());
    }

    [Fact]
    public void Merge_EveryKindOfResult_KeepsWhatItSays()
    {
        PublishedCheck[] checks =
        [
            Good, Top, PublishedCheck.Of(Registry["NOS18-RR-A"], CheckReleases.Share(0.445)),
            PublishedCheck.Of(Registry["NOS18-ANS-A"], CheckReleases.Count(762)),
            PublishedCheck.Of(Registry["NOS18-COL-PRIV"], CheckReleases.Share(0.3)),
            PublishedCheck.Of(Registry["NOS21-INN-A"], CheckReleases.Share(0, status: CellStatus.Suppressed)),
        ];

        var merged = PublishedChecks.Merge(Registry, [PublishedChecks.Of(checks).ToJson()]).Checks.ToDictionary(check => check.Figure.Id);

        Assert.All(checks, check => Assert.Equal(check.ToString(), merged[check.Figure.Id].ToString()));
    }

    [Theory]
    [InlineData("NOS18-INN-A", "NOS18-INN-X")]
    [InlineData("\"reproduced\"", "\"differs\"")]
    [InlineData("0.852", "0.752")]
    [InlineData("0.852", "\"many\"")]
    [InlineData("barometer-check/1", "barometer-check/9")]
    [InlineData("\"obstacle\":\"none\"", "\"obstacle\":\"weather\"")]
    [InlineData("\"synthetic\":true,", "")]
    [InlineData("{\"format\"", "\"format\"")]
    public void Merge_TextThatWasTamperedWith_Throws(string was, string becomes)
    {
        var text = PublishedChecks.Of(Good).ToJson();
        Assert.Contains(was, text, StringComparison.Ordinal);

        Assert.Throws<BarometerException>(() => PublishedChecks.Merge(Registry, [text.Replace(was, becomes, StringComparison.Ordinal)]));
    }

    [Fact]
    public void ToCsv_Complete_HasALineForEachFigure()
    {
        var lines = PublishedChecks.Complete(Registry, Good).ToCsv().TrimEnd('\n').Split('\n');

        Assert.Equal(149, lines.Length);
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

    [Fact]
    public void ToMimeBundles_Checks_CarryTheMachineForm()
    {
        var bundle = Assert.Single(PublishedChecks.Complete(Registry, Good).ToMimeBundles());

        using var json = JsonDocument.Parse(bundle[PublishedChecks.MediaType]);
        Assert.Equal(8, json.RootElement.GetProperty("checks").GetArrayLength());
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
        var all = PublishedChecks.Merge(registry, [PublishedChecks.Of(Good, Top).ToJson()]);
        var said = registry.Figures.Select(figure => $"{figure.Text.Nb}|{figure.Text.En}");
        return string.Join('\n', [all.ToCsv(), all.ToHtml(), all.ToJson(), all.ToString(), .. said]);
    }
}
