namespace Barometer.Evidence.Tests.Figures;

public sealed class RowLayoutTests : IDisposable
{
    private const float Width = (StaticFigure.PageWidth - (2 * StaticFigure.Margin));

    private readonly Faces _faces = new();

    public static TheoryData<int> Counts => [.. Enumerable.Range(1, 16)];

    public void Dispose() => _faces.Dispose();

    [Theory]
    [MemberData(nameof(Counts))]
    public void Layout_OneToSixteenBars_NothingOverlapsOrLeavesTheWidth(int bars) => Check(Chart(Figure.Bars(TestReleases.BySize(bars))));

    [Fact]
    public void Layout_LongNorwegianLabels_WrapInsideTheirColumn() => Check(Chart(Figure.Bars(TestReleases.AwkwardLabels())));

    [Fact]
    public void Layout_SectionsAndHatchedBars_KeepClear()
    {
        Check(Chart(Figure.Bars(TestReleases.Sections())));
        Check(Chart(Figure.Bars(TestReleases.BothSeries())));
        Check(Chart(Figure.Bars(TestReleases.Balances())));
    }

    private static RowChart Chart(Figure figure) => figure.Description.Chart;

    private void Check(RowChart chart)
    {
        var layout = new RowLayout(chart, _faces, Width);
        var bottom = 0f;
        foreach (var (row, place) in chart.Rows.Zip(layout.Places))
        {
            var face = layout.FaceOf(row);
            Assert.All(place.Label, line => Assert.InRange(face.Measure(line), 0, layout.Left - 9));
            var half = Math.Max(layout.Thickness, place.Label.Count * face.LineHeight) / 2;
            Assert.True(place.Center - half >= (place.HeadingTop is { } heading ? heading + face.LineHeight : bottom), row.Label);
            bottom = place.Center + half;

            var reach = layout.Left + ((row.Reach - chart.Axis.Min) / (chart.Axis.Max - chart.Axis.Min) * (layout.Right - layout.Left));
            var label = reach + RowLayout.NumberOffset(row);
            Assert.True(label >= reach + 5, $"{row.Label}: its number touches its whisker");
            Assert.InRange(label + face.Measure(row.ValueLabel), 0, Width + 0.01);
        }

        Assert.InRange(bottom, 0, layout.Bottom);
        Assert.InRange(layout.Right - layout.Left, Width * 0.35f, Width);
    }
}
