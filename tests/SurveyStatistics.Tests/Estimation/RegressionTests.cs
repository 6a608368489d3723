namespace SurveyStatistics.Tests.Estimation;

public class RegressionTests
{
    private static readonly SurveyDesign Design = GoldenDesigns.Of("baro-operational", "F")!;

    [Theory]
    [InlineData(RegressionFamily.Linear)]
    [InlineData(RegressionFamily.Logistic)]
    [InlineData(RegressionFamily.Poisson)]
    public void MarginalEffects_OneCategoricalPredictor_AreTheDifferencesOfShares(RegressionFamily family)
    {
        var effects = Design.Regression("inno_service", "size", family).MarginalEffects();

        var difference = Design.Difference("inno_service", "size", "50+", "1-9").Estimates[0];
        Assert.Equal(difference.Value, effects[1].Value, 1e-8);
        Assert.Equal(difference.StandardError, effects[1].StandardError, 1e-8);
        Assert.Equal("50+", effects[1].Name.Categories[0].Category);
    }

    [Fact]
    public void MarginalEffects_LinearModel_AreTheCoefficients()
    {
        var model = Design.Regression("q1", ["size", "log(employees)"]);

        var effects = model.MarginalEffects();

        Assert.Equal(model.Coefficients.Skip(1).Select(c => c.Name.ToString()), effects.Select(e => e.Name.ToString()));
        Assert.All(model.Coefficients.Skip(1).Zip(effects), pair =>
        {
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-9);
            Assert.Equal(pair.First.StandardError, pair.Second.StandardError, 1e-9);
        });
    }

    [Fact]
    public void MarginalEffects_NumberInALogisticModel_IsTheSlopeOfTheMean()
    {
        var model = Design.Regression("inno_service", ["log(employees)"], RegressionFamily.Logistic);
        var (constant, slope) = (model.Coefficients[0].Value, model.Coefficients[1].Value);

        var effect = model.MarginalEffects()[0];

        var (employees, weights) = (Design.Sample.Data.Numeric("employees").Values.ToArray(), Design.Weights.ToArray());
        var slopes = employees.Select(x => 1 / (1 + Math.Exp(-constant - (slope * Math.Log(x))))).Select(p => slope * p * (1 - p));
        Assert.Equal(slopes.Zip(weights, (s, w) => s * w).Sum() / weights.Sum(), effect.Value, 1e-9);
        Assert.InRange(effect.StandardError, 0.5 * Math.Abs(effect.Value / model.Coefficients[1].T), 2 * Math.Abs(effect.Value / model.Coefficients[1].T));
    }

    [Fact]
    public void Regression_ProductOfCategories_FitsEveryCell()
    {
        var model = Design.Regression("q1", ["size", "region", "size:region"]);

        var mean = Design.Where("size", "50+").Where("region", "North").Mean("q1").Estimates[^1];
        var wanted = new[] { "(constant)", "size=50+", "region=North", "size=50+:region=North" };
        var sum = model.Coefficients.Where(c => wanted.Contains(c.Name.ToString())).Sum(c => c.Value);
        Assert.Equal(mean.Value, sum, 1e-9);
    }

    [Fact]
    public void Coefficients_Logistic_GiveOddsRatios()
    {
        var coefficient = Design.Regression("inno_service", "size", RegressionFamily.Logistic).Coefficients[2];
        var (large, small) = (Share("50+"), Share("1-9"));

        Assert.Equal(large / (1 - large) / (small / (1 - small)), coefficient.Ratio, 1e-6);
        Assert.InRange(coefficient.Ratio, coefficient.RatioInterval!.Lower, coefficient.RatioInterval.Upper);

        double Share(string size) => Design.Where("size", size).Mean("inno_service").Estimates[^1].Value;
    }

    [Fact]
    public void Regression_PredictorThatFollowsFromOthers_IsNamed()
    {
        var twin = new NumericColumn("twin", [.. Design.Sample.Data.Numeric("employees").Values.ToArray().Select(x => (2 * x) + 1)]);

        var error = Assert.Throws<SurveyException>(() => Design.WithColumn(twin).Regression("q1", ["employees", "twin"]));

        Assert.Contains("depend on each other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_PredictorThatSeparatesTheAnswers_DoesNotConverge()
    {
        var answer = Design.Sample.Data.Numeric("inno_service");
        var oracle = new NumericColumn("oracle", answer.Values.ToArray());

        Assert.Throws<SurveyException>(() => Design.WithColumn(oracle).Regression("inno_service", "oracle", RegressionFamily.Logistic));
    }

    [Fact]
    public void Regression_NumberAsYesOrNo_IsRefused() =>
        Assert.Throws<SurveyException>(() => Design.Regression("employees", "size", RegressionFamily.Logistic));

    [Fact]
    public void TermTest_OneCoefficient_IsItsTSquared()
    {
        var model = Design.Regression("q1", ["size", "log(employees)"]);

        var test = model.TermTest("log(employees)");

        Assert.Equal(Math.Pow(model.Coefficients[3].T, 2), test.Statistic, 1e-9);
        Assert.Equal(model.Coefficients[3].PValue, test.PValue, 1e-9);
    }

    [Fact]
    public void TermTest_UnknownTerm_NamesThoseThereAre()
    {
        var error = Assert.Throws<SurveyException>(() => Design.Regression("q1", "size").TermTest("region"));

        Assert.Contains("one of size", error.Message, StringComparison.Ordinal);
    }
}
