namespace SurveyStatistics.Tests.Weighting;

/// <summary>
/// Rows with a weight of zero are in the frame and outside the sample: they count among their stratum's units, and in no base. The numbers are
/// those of R survey 4.5 with the same rows, relative tolerance 1e-9, beside those of the case file corrected.json. Synthetic data.
/// </summary>
public class ZeroWeightTests
{
    // Strata of ten rows, clusters of five (the second of which begins with one outside the sample); six rows have no weight.
    private static readonly DataSet Data = new("made up",
    [
        Numbers("s", i => i % 3),
        Numbers("k", i => i / 5),
        Numbers("x", i => 10 + (i * 7 % 11)),
        Letters("g", ["a", "b"], i => i % 4 == 0 ? 0 : 1),
        Letters("q", ["yes", "no"], i => i * 5 % 7 < 3 ? 0 : 1),
        Letters("h", ["u", "v"], i => i / 2 % 2),
        Numbers("w", i => i % 6 == 1 || i == 20 ? 0 : 1 + (i % 5)),
        Numbers("N", _ => 60),
    ]);

    private static readonly SurveyDesign Design = SurveyDesign.Of(Data).StratifiedBy("s").WeightedBy("w").WithFinitePopulation("N");

    [Fact]
    public void Estimates_WithRowsOutsideTheSample_AreThoseOfR()
    {
        Same(15.9, 0.77317479217784868, Design.Where("g", "b").Mean("x").Estimates[0]);

        // R has 0.63749: it takes the post-stratum's mean, times 1, from rows outside the sample too. This is the residual's variance with none of it.
        Same(15.494871794871795, 0.63716524307820044, Design.PostStratifiedTo("g", [(["a"], 20), (["b"], 45)]).Mean("x").Estimates[0]);
        Same(15.472972972972974, 0.45643437839248535, SurveyDesign.Of(Data).ClusteredBy("k").WeightedBy("w").Mean("x").Estimates[0]);
        Same(16, 0.96171700581359365, Design.Quantile("x").Estimates[0]);
    }

    [Fact]
    public void Replicates_WithRowsOutsideTheSample_AreThoseOfR()
    {
        var jackknife = Design.Replicated(Replication.Jackknife());

        Same(14.583333333333334, 1.1901715979291603, jackknife.Mean("x", by: "g").Estimates[0]);
        Assert.All(
            Design.ScaledTo(100).TrimmedTo(0, 6).Replicated(Replication.Bootstrap(50, 1)).Mean("x", by: "g").Estimates,
            one => Assert.True(one.StandardError > 0));
    }

    [Fact]
    public void Models_WithRowsOutsideTheSample_AreThoseOfR()
    {
        var model = Design.Regression("x", ["g", "h"]).Coefficients;

        Assert.Equal([14.58333333333332682, 1.79166666666666941, -0.69852941176470706], model.Select(one => one.Value), Estimation.Near.Digits(9));
        Assert.Equal([1.0370385440768368, 1.3663309134817818, 1.3790986970377945], model.Select(one => one.StandardError), Estimation.Near.Digits(9));
    }

    [Fact]
    public void RowsOutsideTheSample_CountInNothing()
    {
        var share = Design.Proportion("q", by: "g");

        Assert.Equal((21, 24, 24), (Design.DegreesOfFreedom, Design.WeightHistory[0].Weights.Count, share.Estimates[^1].Respondents));
        Assert.Equal(24, share.Estimates.SkipLast(1).Sum(one => one.Respondents));
        Assert.DoesNotContain(1, share.Estimates[^1].Members!.BaseRows);
        Assert.Equal(24, Design.Count().Estimates[0].Value);
        Assert.Equal(24, Design.Unweighted().Mean("x").Estimates[0].Respondents);
        Assert.Equal(5, SurveyDesign.Of(Data).ClusteredBy("k").WeightedBy("w").DegreesOfFreedom);
    }

    [Fact]
    public void WeightingSteps_LeaveRowsOutsideTheSampleThere()
    {
        SurveyDesign[] steps =
        [
            Design.PostStratifiedTo("g", [(["a"], 20), (["b"], 45)]),
            Design.RakedTo(KnownTotals.Counts("g", [(["a"], 20), (["b"], 45)]), KnownTotals.Counts("h", [(["u"], 31), (["v"], 34)])),
            Design.CalibratedTo([KnownTotals.Size(74), KnownTotals.Sum("x", 1100)]),
            Design.TrimmedTo(2, 4),
            Design.ScaledTo(1000),
        ];

        Assert.All(steps, design => Assert.Equal(6, design.Weights.ToArray().Count(weight => weight == 0)));
        Assert.All(steps, design => Assert.Equal(0, design.Weights[1]));
        Assert.All(steps, design => Assert.Equal(24, design.Mean("x").Estimates[0].Respondents));
        Assert.All(steps, design => Assert.True(design.Proportion("q").Estimates[0].StandardError > 0));
    }

    // With the rows left out and the strata's sizes kept there is no other way to say so: a sample of a part of its strata.
    [Fact]
    public void StratumOfZeroWeights_AddsNothing()
    {
        var data = new DataSet("made up", [.. Data.Columns, Numbers("w0", i => i % 3 == 0 ? 0 : 1 + (i % 5))]);
        var design = SurveyDesign.Of(data).StratifiedBy("s").WeightedBy("w0");

        Assert.Equal(18, design.DegreesOfFreedom);
        Assert.Equal(design.Where("s", "1", "2").Total("x").Estimates[0].StandardError, design.Total("x").Estimates[0].StandardError, 1e-9);
    }

    private static void Same(double value, double error, Estimate one)
    {
        Assert.Equal(value, one.Value, 1e-9 * value);
        Assert.Equal(error, one.StandardError, 1e-9 * error);
    }

    private static NumericColumn Numbers(string name, Func<int, double> value) => new(name, [.. Enumerable.Range(0, 30).Select(value)]);

    private static CategoricalColumn Letters(string name, string[] codes, Func<int, int> value) => new(name, codes, [.. Enumerable.Range(0, 30).Select(value)]);
}
