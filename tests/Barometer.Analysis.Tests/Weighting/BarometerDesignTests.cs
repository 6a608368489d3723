namespace Barometer.Analysis.Tests.Weighting;

public class BarometerDesignTests
{
    [Fact]
    public void Weights_StratifiedByTheFrame_ArePopulationOverRespondents()
    {
        var design = SurveyMaker.Make().Design().StratifiedBy("size");

        Assert.Equal([2.5, 2.5, 2.5, 2.5, 2, 2, 1, 1], design.Weights.ToArray());
        Assert.Equal(16, design.WeightHistory[^1].Weights.Sum, 12);
    }

    [Fact]
    public void Proportion_StratumTakenWhole_HasNoVarianceAndACensusInterval()
    {
        var share = SurveyMaker.Make(q1: "ynynynyn").Design().StratifiedBy("size").WithFinitePopulation()
            .Proportion("q1", by: "size");

        var large = share.Estimates[2];
        Assert.Equal(0.5, large.Value);
        Assert.Equal(0, large.StandardError);
        Assert.Equal(("census", 0.5, 0.5), (large.Interval!.Method, large.Interval.Lower, large.Interval.Upper));
    }

    [Fact]
    public void Proportion_ByGroup_EndsWithEverybody()
    {
        var share = SurveyMaker.Make().Design().StratifiedBy("size").Proportion("q1", by: "size");

        Assert.Equal(["small", "middle", "large"], share.Estimates.SkipLast(1).Select(estimate => estimate.Groups[0].Code));
        Assert.Empty(share.Estimates[^1].Groups);
        Assert.Equal("yes", share.Estimates[^1].Outcome.Code);
    }

    [Fact]
    public void Proportion_DontKnow_StaysInTheBaseUnlessLeftOut()
    {
        var design = SurveyMaker.Make().Design().StratifiedBy("size");

        var asked = design.Proportion("q1").Estimates[^1];
        var withAView = design.Proportion("q1", answers: AnswerBase.AskedWithAView).Estimates[^1];

        Assert.Equal((8, 16.0), (asked.Respondents, asked.Base));
        Assert.Equal((7, 15.0), (withAView.Respondents, withAView.Base));
        Assert.Equal((2.5 * 2) + 2 + 1, asked.Value * asked.Base, 12);
        Assert.Equal((2.5 * 2) + 2 + 1, withAView.Value * withAView.Base, 12);
    }

    [Fact]
    public void Proportion_SeveralCategories_AddsDontKnowSoThatSharesAddUp()
    {
        var share = SurveyMaker.Make(q2: "abaa?..b").Design().StratifiedBy("size").Proportion("q2");

        Assert.Equal(["a", "b", "97"], share.Estimates.Select(estimate => estimate.Outcome.Code));
        Assert.Equal(1, share.Estimates.Sum(estimate => estimate.Value), 12);
        Assert.Equal("arbeidsplasser med ja", share.Universe.Nb);
    }

    [Fact]
    public void Proportion_Everybody_CountsThoseNotAsked()
    {
        var design = SurveyMaker.Make().Design().StratifiedBy("size");

        var share = design.Proportion("q2", category: "a", answers: AnswerBase.Everybody);

        Assert.Equal(8, share.Estimates[^1].Respondents);
        Assert.Equal("arbeidsplasser", share.Universe.Nb);
    }

    [Fact]
    public void Proportion_Members_AreTheRowsOfBaseAndAnswer()
    {
        var share = SurveyMaker.Make().Design().StratifiedBy("size").Proportion("q1", by: "size");

        Assert.Equal([4, 5], share.Estimates[1].Members!.BaseRows);
        Assert.Equal([4], share.Estimates[1].Members!.CountedRows!);
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], share.OrganisationOfRow!);
    }

    [Fact]
    public void Where_Domain_KeepsTheStrataOfTheWholeDesign()
    {
        var design = SurveyMaker.Make().Design().StratifiedBy("size").WithFinitePopulation();

        var domain = design.Where("q1", "yes").Mean("employees").Estimates[^1];

        // Strata s (rows 1, 3 of four), m (5 of two), l (8 of two, taken whole): the linearised values by hand.
        const double mean = ((2.5 * 1) + (2.5 * 3) + (2 * 5) + 8) / 8;
        double[] s = [2.5 * (1 - mean) / 8, 0, 2.5 * (3 - mean) / 8, 0];
        double[] m = [2 * (5 - mean) / 8, 0];
        Assert.Equal(mean, domain.Value, 12);
        Assert.Equal(Math.Sqrt((0.6 * 4 * Variance(s)) + (0.5 * 2 * Variance(m))), domain.StandardError, 12);
        Assert.Equal(4 - 3, domain.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(3, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 5)]
    public void Where_Range_CountsThoseInIt(double atLeast, double below)
    {
        var design = SurveyMaker.Make().Design().StratifiedBy("size");

        var domain = design.Where("employees", atLeast, below, new LocalizedText("noen", "some")).Mean("employees");

        var inside = design.Engine.Data.Numeric("employees").Values.ToArray().Where(number => number >= atLeast && number < below).ToList();
        Assert.Equal(inside.Count, domain.Estimates[^1].Respondents);
        Assert.Contains("noen", domain.Universe.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_NobodyAsked_SaysWhoWasAsked()
    {
        var design = SurveyMaker.Make(q2: "a.a.b..b").Design().StratifiedBy("size");

        var error = Assert.Throws<BarometerException>(() => design.Where("q1", "no").Proportion("q2"));

        Assert.Contains("q1 = yes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StratifiedBy_StratumWithoutAnswers_NamesItAndTheWayOut()
    {
        var design = SurveyMaker.Make(sizesOfRespondents: "ssssssll").Design().StratifiedBy("size");

        var error = Assert.Throws<BarometerException>(() => design.Proportion("q1"));

        Assert.Contains("size = middle", error.Message, StringComparison.Ordinal);
        Assert.Contains("CollapsingStrata", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StratifiedBy_MoreAnswersThanPopulation_Stops()
    {
        var design = SurveyMaker.Make(sizesOfFrame: "ssssssssssml").Design().StratifiedBy("size");

        var error = Assert.Throws<BarometerException>(() => design.WeightHistory);

        Assert.StartsWith("2 strata have more respondents than population units: ", Assert.Single(error.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void CollapsingStrata_LonelyStratum_MergesItWithTheSmallerNeighbour()
    {
        var survey = SurveyMaker.Make(sizesOfRespondents: "ssssssml");

        var design = survey.Design().StratifiedBy("size").CollapsingStrata();

        Assert.Throws<BarometerException>(() => survey.Design().StratifiedBy("size").WithFinitePopulation().WeightHistory);
        Assert.Equal([10 / 6.0, 10 / 6.0, 10 / 6.0, 10 / 6.0, 10 / 6.0, 10 / 6.0, 3, 3], design.Weights.ToArray());
        Assert.EndsWith("small strata merged", design.WeightHistory[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Unweighted_Shares_AreThoseOfTheAnswers()
    {
        var share = SurveyMaker.Make().Unweighted().Proportion("q1").Estimates[^1];

        Assert.Equal(0.5, share.Value);
        Assert.Equal(7, share.DegreesOfFreedom);
        Assert.Equal(8, share.Base);
    }

    [Fact]
    public void Proportion_EverybodySaidYes_FallsBackToClopperPearson()
    {
        var share = SurveyMaker.Make(q1: "yyyyyyyy").Design().StratifiedBy("size").Proportion("q1").Estimates[^1];

        Assert.Equal(1, share.Interval!.Upper);
        Assert.Equal(Math.Pow(0.025, 1 / 8.0), share.Interval.Lower, 10);
        Assert.True(share.Reliability.HasFlag(Reliability.FewEffective));
    }

    private static double Variance(double[] values) =>
        values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
