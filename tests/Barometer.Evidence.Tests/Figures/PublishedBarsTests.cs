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
    public void Bars_TwoSeries_StandInSectionsAndAreSaidNotToCompare()
    {
        var figure = Figure.Bars(TestReleases.BothSeries()).Description;

        Assert.Equal(["Jobber med innovasjon", "Har innført innovasjon"], (figure.Chart).Rows.Select(row => row.Section).Distinct());
        Assert.Contains("Seriene kan ikke sammenlignes", figure.Notes[0], StringComparison.Ordinal);
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
