namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Design effects of totals and ratios against R survey 4.1-1: <c>svytotal(~x, deff = TRUE)</c>, <c>svyratio(~y, ~x, deff = TRUE)</c>, both also with
/// <c>deff = "replace"</c>; those of groups are in the case file functions.json. Data: the synthetic case baro-operational; design A is stratified, F calibrated.
/// </summary>
public class DesignEffectTests
{
    private const double Relative = 1e-9;

    [Theory]
    [InlineData("A", "employees", 0.99144036269, 0.658190448102)]
    [InlineData("A", "inno_service", 1.04925070733, 0.696569172712)]
    [InlineData("F", "inno_service", 1.1593077873, 0.769633092139)]
    public void Total_Everybody_AsR(string design, string variable, double expected, double withReplacement)
    {
        var total = Design(design).Total(variable).Estimates[0];

        Assert.Equal(expected, total.DesignEffect, expected * Relative);
        Assert.Equal(withReplacement, total.DesignEffectWithReplacement, withReplacement * Relative);
        Assert.Equal(761 / withReplacement, total.EffectiveRespondents, 761 / withReplacement * Relative);
    }

    [Theory]
    [InlineData("A", 1.00907319324, 0.669066770842)]
    [InlineData("F", 0.303452364094, 0.200176881023)]
    public void Ratio_Everybody_AsR(string design, double expected, double withReplacement)
    {
        var ratio = Design(design).Ratio("n_innov", "employees").Estimates[0];

        Assert.Equal(expected, ratio.DesignEffect, expected * Relative);
        Assert.Equal(withReplacement, ratio.DesignEffectWithReplacement, withReplacement * Relative);
    }

    [Fact]
    public void Total_FixedByTheWeights_HasAsManyEffectiveAsRespondents() => Assert.Equal(762, Design("F").Total("employees").Estimates[0].EffectiveRespondents);

    [Fact]
    public void TotalOfAGroup_WhoseSizeVaries_IsFlaggedByItsEffectiveNumber()
    {
        // The total of a number that hardly varies in the group varies with the number of respondents who fall into it: a sample of
        // the group itself of next to no respondents would be as good.
        var data = new DataSet("rows",
        [
            new CategoricalColumn("group", ["a", "b"], [.. Enumerable.Range(0, 100).Select(row => row < 60 ? 0 : 1)]),
            new NumericColumn("x", [.. Enumerable.Range(0, 100).Select(row => 100.0 + (row % 2))]),
            new NumericColumn("weight", [.. Enumerable.Repeat(100.0, 100)]),
        ]);
        var design = SurveyDesign.Of(data).WeightedBy("weight");

        Assert.Equal(Reliability.Good, design.Total("x").Estimates[0].Reliability);
        Assert.Equal(Reliability.FewEffective, design.Total("x", "group").Estimates[0].Reliability);
        Assert.Equal(Reliability.Good, design.Mean("x", "group").Estimates[0].Reliability);
    }

    private static SurveyDesign Design(string id) => GoldenDesigns.Of("baro-operational", id)!;
}
