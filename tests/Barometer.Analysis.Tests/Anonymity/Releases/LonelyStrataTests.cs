using Barometer.Analysis.Tests.Anonymity.Alternatives;

namespace Barometer.Analysis.Tests.Anonymity.Releases;

/// <summary>Whether a stratum has a single respondent isn't told by the limits and marks of numbers that the design fixes. All counts are synthetic.</summary>
public class LonelyStrataTests
{
    [Theory]
    [InlineData(LonelyStratum.Adjust)]
    [InlineData(LonelyStratum.Average)]
    [InlineData(LonelyStratum.Remove)]
    public void Release_ShareOfTheFrame_ShowsTheSameOfOneRespondentAsOfTwo(LonelyStratum option)
    {
        var one = Release(1, option);

        Assert.Equal((CellStatus.Published, 0.485, null), (one.Status, one.Value, one.Interval));
        Assert.Equal(one with { Outcome = null! }, Release(2, option) with { Outcome = null! });
    }

    [Fact]
    public void Release_ShareOfTheFrameWithoutLonelyStrata_IsFixed()
    {
        var fixedByDesign = Release(2, LonelyStratum.Fail);

        Assert.Equal((0.485, 0.485, Reliability.FixedByDesign), (fixedByDesign.Interval!.Lower, fixedByDesign.Interval.Upper, fixedByDesign.Reliability));
    }

    // The share of the first half, of whom forty-four answered: a few in the one stratum and the others in the other.
    private static ReleasedEstimate Release(int few, LonelyStratum option)
    {
        var survey = new StratifiedSurvey([30, 50, 40, 45], [few, 44 - few, 40, 30], [0, 20, 18, 12]).Make();
        var share = survey.Design().StratifiedBy("stratum").WithLonelyStrata(option).Proportion("half", category: "ab");
        return Assert.Single(new ReleaseSession(Policies.Standard, survey.Codebook).Release(share, "x").Content.Estimates) with { Groups = [] };
    }
}
