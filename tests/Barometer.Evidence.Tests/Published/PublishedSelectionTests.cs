namespace Barometer.Evidence.Tests.Published;

public class PublishedSelectionTests
{
    private static readonly PublishedRegistry Registry = PublishedFiles.Registry;

    [Fact]
    public void Series_WorksWith_IsTheNorwegianStateOnly()
    {
        var shown = Registry.Series(PublishedSeries.WorksWith);

        Assert.Equal(["NOS18-INN-A", "NOS21-INN-V", "NOS21-INN-A"], shown.Content.Figures.Select(figure => figure.Id));
        Assert.Equal("published", shown.Stamp.Survey);
        Assert.False(shown.Stamp.IsSynthetic);
    }

    [Fact]
    public void Series_EveryStateFigureOnInnovation_WorksWith() => Assert.All(
        Registry.Figures.Where(figure => figure.Indicator.En.Contains("jobber med innovasjon", StringComparison.Ordinal)),
        figure => Assert.Equal(PublishedSeries.WorksWith, figure.Series));

    [Fact]
    public void Series_UnclearWording_StandsApart() => Assert.Equal(
        ["NOKP20-STR", "DK1-INN"],
        Registry.Series(PublishedSeries.Unclear).Content.Figures.Select(figure => figure.Id));

    [Fact]
    public void Figure_Ratio_IsDrawnAsARoundedStatement()
    {
        var figure = Registry.Select("one", new LocalizedText("Én", "One"), "SE18-INN").Content.Figures[0];

        Assert.True(figure.IsRoundedStatement);
        Assert.Equal((0.8m, 0.75m, 0.85m), (figure.Mark, figure.Implied?.Lower, figure.ImpliedUpper));
        Assert.Equal(new LocalizedText("8 av 10", "8 of 10"), figure.Text);
        Assert.Equal("Sverige, deltakende arbeidsplasser 2018", figure.Whose.Nb);
    }

    [Fact]
    public void Figure_ConfidenceC_IsRecognisableWithItsReason()
    {
        var figure = Registry.Series(PublishedSeries.Introduced).Content.Figures.Single(i => i.Id == "NORD-NO");

        Assert.Equal(Confidence.C, figure.Confidence);
        Assert.Equal("sekundærkilde; IKKE bare staten", figure.ConfidenceNote!.Nb);
    }

    [Theory]
    [InlineData("NOS18-INN-A", "85\u00A0%", "85%")]
    [InlineData("NOK18-RR-R", "42,1\u00A0%", "42.1%")]
    [InlineData("NOS18-POP-A", "2\u00A0267", "2,267")]
    [InlineData("NO-CLIMATE-R", "6\u201319\u00A0%", "6\u201319%")]
    [InlineData("NOS18-COL-PRIV", "rundt\u00A020\u00A0%", "around\u00A020%")]
    [InlineData("NOK20-CORE", "nesten\u00A090\u00A0%", "almost\u00A090%")]
    [InlineData("NOK20-MULTI", "litt\u00A0over\u00A01/4", "a\u00A0little\u00A0over\u00A01/4")]
    [InlineData("DK1-SPREAD", "over\u00A0halvparten", "over\u00A0half")]
    [InlineData("DK3-MULTI", "halvparten", "half")]
    [InlineData("AU08-RISK", "under\u00A040\u00A0%", "less\u00A0than\u00A040%")]
    [InlineData("AU19-INDEX-CH", "2\u00A0prosentpoeng", "2\u00A0percentage points")]
    [InlineData("DK3-INN-TREND", "uendret", "unchanged")]
    [InlineData("SE18-N", "litt\u00A0over\u00A01\u00A0800", "a\u00A0little\u00A0over\u00A01,800")]
    [InlineData("NOS18-VAL-TOP", "økt effektivitet eller produktivitet", "increased efficiency or productivity")]
    public void Text_Statement_IsSaidInBothLanguages(string id, string nb, string en) =>
        Assert.Equal(new LocalizedText(nb, en), Registry[id].Text);

    [Fact]
    public void Select_ChangedFigure_GivesThePublishedOne()
    {
        var forged = Registry["NOS18-INN-A"] with { Value = 0.99m };

        Assert.Equal(0.85m, Registry.Select("one", new LocalizedText("Én", "One"), forged).Content.Figures[0].Value);
    }

    [Fact]
    public void Select_Nothing_Throws() => Assert.Throws<BarometerException>(
        () => Registry.Select("none", new LocalizedText("Ingen", "None"), Registry.Find(country: "XX")));

    [Fact]
    public void Find_SeveralFilters_MustAllFit() => Assert.Equal(
        ["DK3-INN"],
        Registry.Find(PublishedSeries.Introduced, "DK", 2019, level: GovernmentLevel.All).Where(figure => figure is { Confidence: Confidence.A, Repeats: null }).Select(figure => figure.Id));

    [Fact]
    public void Find_ByLevelAndTopic_IsStateBesideState() => Assert.Equal(
        ["AU", "DK", "IS", "NO"],
        Registry.Find(level: GovernmentLevel.State, topic: "innovation-activity").Where(figure => figure.StatisticalUnit != StatisticalUnit.Employee)
            .Select(figure => figure.Country).Distinct().Order());

    [Fact]
    public void Series_WhatTellsAnotherAgain_IsLeftOut() => Assert.All(
        new[] { PublishedSeries.WorksWith, PublishedSeries.Introduced, PublishedSeries.Undertaken, PublishedSeries.EmployeesView },
        series => Assert.All(Registry.Series(series).Content.Figures, figure => Assert.Null(figure.Repeats)));

    [Fact]
    public void Sources_OfASelection_AreListedOnce()
    {
        var sources = Registry.Select("two", new LocalizedText("To", "Two"), "NOS18-INN-A", "NOS21-INN-A", "NOS21-INN-AR").Content.Sources;

        Assert.Equal(2, sources.Count);
        Assert.StartsWith("Digdir", sources[0].Title, StringComparison.Ordinal);
    }
}
