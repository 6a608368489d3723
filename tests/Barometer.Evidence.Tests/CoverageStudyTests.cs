namespace Barometer.Evidence.Tests;

public class CoverageStudyTests
{
    private static readonly CoverageStudy Study = TestSchemes.Open().Coverage("operational-2018");

    [Fact]
    public void Dots_StoredCounts_AreDrawnWithTheirBinomialErrorBesideWhatIsPromised()
    {
        var (figure, count) = (Study.Dots(), Study.Of(SimulatedDraw.ByStratum)[0]);

        var chart = (RowChart)figure.Description.Chart;
        var row = chart.Rows[0];
        Assert.Equal(95, chart.Reference);
        Assert.Equal(100.0 * count.Held / count.Samples, row.Value!.Value, 4);
        Assert.Equal(2 * 196 * Math.Sqrt(count.Coverage * (1 - count.Coverage) / count.Samples), row.Upper!.Value - row.Lower!.Value, 4);
        Assert.Equal(["Alle", "1–19 ansatte", "20–49 ansatte", "50 ansatte eller flere", "Departement"], chart.Rows.Select(one => one.Label));

        // «Nearly what they promise», as notebook 16 has it.
        Assert.All(chart.Rows, one => Assert.InRange(one.Value!.Value, 94, 96));
    }

    [Fact]
    public void DotsByAnswer_StoredCounts_StandBesideTheOthersAndLieFarBelow()
    {
        var row = ((RowChart)Study.DotsByAnswer().Description.Chart).Rows[0];

        Assert.Equal(100 * Study.Of(SimulatedDraw.ByStratum)[0].Coverage, row.Before!.Value, 4);
        Assert.True(row.Value < 70, "Unseen non-response should show.");
    }

    [Fact]
    public void Shown_WhateverAnswersAreAtHand_SaysSynthetic()
    {
        Displayable[] shown = [Study.Dots(), Study.DotsByAnswer(), Study.Variances(), Study.Sentence()];

        Assert.All(shown, one => Assert.Contains("syntetiske", one.ToHtml(), StringComparison.OrdinalIgnoreCase));
        Assert.All(new[] { Study.Dots().Stamp, Study.Variances().Stamp, Study.Sentence().Stamp }, stamp => Assert.Equal((true, ""), (stamp.IsSynthetic, stamp.Ledger)));
        Assert.Equal("Syntetiske data", Study.Dots().Description.Mark);
    }

    [Fact]
    public void Variances_StoredCounts_PutBothBesideEachOther()
    {
        var row = Study.Variances().Content.Rows[0];

        var (taylor, bootstrap) = (Study.Of(SimulatedDraw.Compared)[0], Study.Of(SimulatedDraw.Compared, SimulatedVariance.Bootstrap)[0]);
        Assert.Equal([100 * taylor.Coverage, 100 * taylor.MeanWidth, 100 * bootstrap.Coverage, 100 * bootstrap.MeanWidth], row.Cells.Skip(1).Select(cell => cell.Value));
    }
}
