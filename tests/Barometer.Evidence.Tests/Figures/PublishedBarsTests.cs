namespace Barometer.Evidence.Tests.Figures;

public class PublishedBarsTests
{
    [Theory]
    [InlineData("NOS18-INN-A", "Exact", 85.0, null, "85 %")]
    [InlineData("SE18-INN", "Rounded", 80.0, null, "8 av 10")]
    [InlineData("NOS18-COL-PRIV", "Rounded", 20.0, null, "rundt 20 %")]
    [InlineData("NO-CLIMATE-R", "Range", 19.5, 5.5, "6–19 %")]
    public void Bars_PrintedStatement_IsDrawnAsWhatItIs(string id, string form, double end, double? lower, string label)
    {
        var row = Rows(id).Single();

        Assert.Equal(form, row.Form.ToString());
        Assert.Equal(end, row.Value);
        Assert.Equal(lower, row.Lower);
        Assert.False(row.HasWhisker);
        Assert.StartsWith(label, row.ValueLabel.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_OverHalf_IsOpenUpwards()
    {
        var over = TestReleases.Published().Figures.First(figure => figure is { Unit: PublishedUnit.Share, Qualifier: PublishedQualifier.Over });
        var row = Rows(over.Id).Single();

        Assert.Equal(ValueForm.MoreThan, row.Form);
        Assert.Equal((double)(over.Implied!.Lower * 100), row.Value);
    }

    [Fact]
    public void Bars_HatchedBar_IsExplained() => Assert.Contains(
        "Skravert: avrundet eller omtrentlig i kilden",
        Figure.Bars(TestReleases.BothSeries()).Description.Notes[0],
        StringComparison.Ordinal);

    [Fact]
    public void Bars_SeriesInPanels_StandApartAndAreSaidNotToCompare()
    {
        var figure = Figure.Bars(TestReleases.BothSeries()).Description;

        Assert.Equal(["Jobber med innovasjon", "Har innført innovasjon"], (figure.Chart).Rows.Select(row => row.Section).Distinct());
        Assert.Contains("felt kan ikke sammenlignes", figure.Notes[0], StringComparison.Ordinal);
        Assert.True(figure.Chart.HasPanels);
    }

    [Fact]
    public void Bars_StateBesideState_HaveAPanelASeriesEachInItsOwnOrder()
    {
        string[] ids = ["IS23-INN-STATE", "NOS18-INN-A", "AU12-INN", "DK3-INN-STATE", "NOS21-INN-A"];
        var state = TestReleases.Published().Panels("state", new LocalizedText("a", "a"), ids);
        var chart = Figure.Bars(state).Ordered(BarOrder.Value).Description.Chart;

        Assert.Equal(
            [("Har innført innovasjon", 84.0), ("Har innført innovasjon", 79.0), ("Jobber med innovasjon", 91.0), ("Jobber med innovasjon", 85.0), ("Har gjennomført innovasjon", 91.0)],
            chart.Rows.Select(row => (row.Section!, row.Value!.Value)));
        Assert.Equal(3, new RowLayout(chart, new Faces(), 680).Runs.Count());
    }

    [Theory]
    [InlineData("NOS18-INN-A", "DK3-INN-STATE")]
    [InlineData("DK3-INN-STATE", "AU12-INN")]
    [InlineData("AU14-WG", "DK3-INN-STATE")]
    [InlineData("DK3-VAL-QUAL", "DK3-VAL-EMP")]
    [InlineData("NOKP20-STR", "DK1-INN")]
    public void Bars_WhatIsNotComparable_Throws(string one, string other)
    {
        var both = TestReleases.Published().Select("both", new LocalizedText("a", "a"), one, other);

        Assert.Contains("can't be drawn as one ranking", Assert.Throws<BarometerException>(() => Figure.Bars(both)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_PanelWithTwoTopics_Throws() => Assert.Throws<BarometerException>(
        () => Figure.Bars(TestReleases.Published().Panels("both", new LocalizedText("a", "a"), "DK3-VAL-QUAL", "DK3-VAL-EMP")));

    [Theory]
    [InlineData("NOS18-VAL-TOP")]
    [InlineData("DK3-INN-TREND")]
    public void Bars_Words_Throw(string id) => Assert.Throws<BarometerException>(() => Rows(id));

    [Fact]
    public void Bars_EverySeries_CanBeDrawn() => Assert.All(
        new[] { PublishedSeries.WorksWith, PublishedSeries.Introduced, PublishedSeries.Undertaken, PublishedSeries.EmployeesView },
        series => Assert.NotEmpty(Figure.Bars(TestReleases.Published().Series(series)).Description.Chart.Rows));

    [Fact]
    public void Bars_SeveralLevels_StandInSectionsFromTheStateDown() => Assert.Equal(
        ["Staten", "Regioner", "Kommunesektoren", "Alle nivåer samlet", "Nivået er ikke oppgitt"],
        Figure.Bars(TestReleases.Published().Series(PublishedSeries.Introduced)).Description.Chart.Rows.Select(row => row.Section).Distinct());

    [Fact]
    public void Bars_NorwayAmongOthers_StandsOut()
    {
        var rows = Figure.Bars(TestReleases.Published().Series(PublishedSeries.Introduced)).Description.Chart.Rows;

        Assert.All(rows, row => Assert.Equal(row.Label.StartsWith("Norge", StringComparison.Ordinal), row.IsStrong));
        Assert.All(Rows("NOS18-INN-A"), row => Assert.False(row.IsStrong));
    }

    [Fact]
    public void Bars_PublishedFigures_NameEverySourceOnce()
    {
        var source = Figure.Bars(TestReleases.BothSeries()).Description.Source;

        Assert.StartsWith("Kilde: ", source, StringComparison.Ordinal);
        Assert.Equal(source.Split("; ").Length, source.Split("; ").Distinct().Count());
    }

    [Fact]
    public void Bars_SharesAndNumbers_AreRefused()
    {
        var mixed = TestReleases.Published().Select("mixed", new LocalizedText("a", "a"), "NOS18-POP-A", "NOS18-RR-A");

        Assert.Contains("can't be drawn on one axis", Assert.Throws<BarometerException>(() => Figure.Bars(mixed)).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ChartRow> Rows(string id) =>
        (Figure.Bars(TestReleases.Published().Select("one", new LocalizedText("a", "a"), id)).Description.Chart).Rows;
}
