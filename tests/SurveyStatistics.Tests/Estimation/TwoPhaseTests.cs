namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Invited of the frame, answered of the invited within size. Expected numbers are those of the double sum over pairs of
/// respondents x′(Δ₁ + Δ₂ − Δ₁Δ₂)x, written out in R with matrices.
/// </summary>
public class TwoPhaseTests
{
    private static readonly SurveyDesign FromRows = SurveyDesign.Of(GoldenData.Invited())
        .StratifiedBy("stratum").WithFinitePopulation("N_h").WithSecondPhase("responded", "size");

    private static readonly SurveyDesign FromFrame = SurveyDesign.Of(GoldenData.Read("baro-operational.csv"), GoldenData.Frame("baro-operational.csv"))
        .StratifiedBy("stratum").WithFinitePopulation().WithLonelyStrata(LonelyStratum.Adjust)
        .WeightedByInvitation("invited", "responded").WithResponsePhase("size");

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Mean_TwoPhases_IsTheDoubleSumOverPairs(bool fromFrame)
    {
        var mean = (fromFrame ? FromFrame : FromRows).Mean("employees", by: "region").Estimates;

        Assert.Equal(28.324197116282, mean[^1].Value, 1e-10);
        Assert.Equal(0.6066344219634494, mean[^1].StandardError, 1e-10);
        Assert.Equal([27.71448240104415, 28.46251300698700, 28.08586866549645, 30.57837335592024], mean.SkipLast(1).Select(e => e.Value), Near.Digits(11));
        Assert.Equal([1.287578210923113, 1.794481232012911, 2.549191855255355, 2.8496556200227], mean.SkipLast(1).Select(e => e.StandardError), Near.Digits(11));
        Assert.Equal(759, mean[^1].DegreesOfFreedom);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Total_TwoPhases_IsTheDoubleSumOverPairs(bool fromFrame)
    {
        var total = (fromFrame ? FromFrame : FromRows).Total("employees").Estimates[^1];

        Assert.Equal(64212.916188209, total.Value, 1e-6);
        Assert.Equal(1375.306148429614, total.StandardError, 1e-6);
    }

    [Fact]
    public void WithSecondPhase_EverybodyTaken_HasTheFirstPhasesVariance()
    {
        var invited = GoldenData.Invited();
        var all = new DataSet("all", [.. invited.Columns, new NumericColumn("all", [.. Enumerable.Repeat(1.0, invited.RowCount)])]);
        var first = SurveyDesign.Of(all).ClusteredBy("area").WeightedBy("bw");

        var both = first.WithSecondPhase("all", "size");

        Assert.Equal(first.Mean("employees").Estimates[^1].StandardError, both.Mean("employees").Estimates[^1].StandardError, 1e-10);
    }

    [Fact]
    public void Calibrated_TwoPhases_HasNoVarianceInWhatItMeets()
    {
        var total = FromFrame.RakedTo("area", "region").TotalWith("region").Estimates;

        Assert.All(total, estimate => Assert.Equal(0, estimate.StandardError, 1e-6));
    }

    [Fact]
    public void WithSecondPhase_AfterAStep_Stops() =>
        Assert.Throws<SurveyException>(() => SurveyDesign.Of(GoldenData.Invited()).WeightedBy("bw").ScaledTo(100).WithSecondPhase("responded"));

    [Fact]
    public void WithSecondPhase_StratumWithOneTaken_NamesIt()
    {
        var invited = GoldenData.Invited();
        var one = new NumericColumn("one", [.. Enumerable.Range(0, invited.RowCount).Select(row => row == 0 ? 1.0 : 0)]);

        var error = Assert.Throws<SurveyException>(() =>
            SurveyDesign.Of(new DataSet("invited", [.. invited.Columns, one])).WeightedBy("bw").WithSecondPhase("one"));

        Assert.Contains("one unit only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicated_TwoPhases_Stops() =>
        Assert.Throws<SurveyException>(() => FromFrame.Replicated(Replication.Jackknife()));
}
