namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Columns that nearly follow from each other: years and their squares, amounts far from zero. What is right is what the
/// same model gives with the numbers moved to zero, which is well conditioned.
/// </summary>
public class IllConditionedTests
{
    private const double Digits = 1e-9;

    [Fact]
    public void Regression_YearAndItsSquare_IsThatOfYearsFromTheirMiddle()
    {
        var model = Weighted(300, Year, x: i => (2 * (Year(i) - 2018)) + (i % 3)).Regression("x", ["a", "a:a"]);
        var centred = Weighted(300, i => Year(i) - 2018, x: i => (2 * (Year(i) - 2018)) + (i % 3)).Regression("x", ["a", "a:a"]);

        var (b0, b1, b2) = (centred.Coefficients[0].Value, centred.Coefficients[1].Value, centred.Coefficients[2].Value);
        AssertDigits(b2, model.Coefficients[2].Value);
        AssertDigits(b1 - (2 * 2018 * b2), model.Coefficients[1].Value);
        AssertDigits(b0 - (2018 * b1) + (2018.0 * 2018 * b2), model.Coefficients[0].Value);
        AssertDigits(centred.Coefficients[2].StandardError, model.Coefficients[2].StandardError);
        AssertDigits(centred.Deviance, model.Deviance);
    }

    [Theory]
    [InlineData(RegressionFamily.Linear)]
    [InlineData(RegressionFamily.Logistic)]
    [InlineData(RegressionFamily.Poisson)]
    public void Regression_NumbersFarFromZero_HasTheSlopeOfThoseNearIt(RegressionFamily family)
    {
        var far = Weighted(1000, i => 1e6 + Near(i), x: i => (i * 7 % 11 < 4 + (i % 5)) ? 1 : 0).Regression("x", "a", family).Coefficients[1];
        var near = Weighted(1000, Near, x: i => (i * 7 % 11 < 4 + (i % 5)) ? 1 : 0).Regression("x", "a", family).Coefficients[1];

        AssertDigits(near.Value, far.Value);
        AssertDigits(near.StandardError, far.StandardError);
    }

    [Theory]
    [InlineData(CalibrationDistance.Linear)]
    [InlineData(CalibrationDistance.Raking)]
    public void CalibratedTo_SumFarFromZero_HasTheWeightsOfThatNearIt(CalibrationDistance distance)
    {
        // Quarters, so that 100000 + u is the same number in both.
        var wanted = Enumerable.Range(0, 1000).Sum(i => 0.25 * (i % 9)) + 20;

        var far = Weighted(1000, i => 1e5 + (0.25 * (i % 9)), x: _ => 0, weight: 1)
            .CalibratedTo([KnownTotals.Size(1000), KnownTotals.Sum("a", 1e8 + wanted)], distance);
        var near = Weighted(1000, i => 0.25 * (i % 9), x: _ => 0, weight: 1)
            .CalibratedTo([KnownTotals.Size(1000), KnownTotals.Sum("a", wanted)], distance);

        Assert.Equal(near.Weights.ToArray(), far.Weights.ToArray(), new Near(1e-10));
        Assert.Equal(1e8 + wanted, far.Weights.ToArray().Select((w, i) => w * (1e5 + (0.25 * (i % 9)))).Sum(), 1e-5);
        Assert.Equal(near.Mean("x2").Estimates[0].StandardError, far.Mean("x2").Estimates[0].StandardError, 1e-10);
    }

    [Fact]
    public void CalibratedTo_TotalOutOfReach_TellsItFromWhatWasGot()
    {
        var design = Weighted(1000, i => 1e5 + (0.25 * (i % 9)), x: _ => 0, weight: 1);

        var error = Assert.Throws<SurveyException>(() => design.CalibratedTo(
            [KnownTotals.Size(1000), KnownTotals.Sum("a", 1e8 + 1500)], CalibrationDistance.Logit, (0.9, 1.1)));

        var problem = error.Problems[0];
        Assert.Equal("100001500", problem.Expected);
        Assert.StartsWith("100001", problem.Got, StringComparison.Ordinal);
        Assert.False(problem.Got!.StartsWith("100001500 ", StringComparison.Ordinal), problem.Got);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e6)]
    public void Regression_SumOfTwoOthers_NamesTheThree(double offset)
    {
        var design = Weighted(200, i => offset + Near(i), x: i => i % 7);
        var data = design.Sample.Data;
        var sum = new NumericColumn("sum", [.. data.Numeric("a").Values.ToArray().Zip(data.Numeric("x2").Values.ToArray(), (a, b) => (a / 3) + (0.1 * b))]);

        var error = Assert.Throws<SurveyException>(() => design.WithColumn(sum).Regression("x", ["a", "x2", "sum"]));

        Assert.Contains("sum follows from the others", error.Message, StringComparison.Ordinal);
        Assert.Contains("a, x2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("constant", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_NumberThatDoesNotVary_FollowsFromTheConstant()
    {
        var error = Assert.Throws<SurveyException>(() => Weighted(50, _ => 2022, x: i => i % 3).Regression("x", "a"));

        Assert.Contains("a follows from the others", error.Message, StringComparison.Ordinal);
        Assert.Contains("it follows from (constant)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MarginalEffects_SquareOfANumber_CountsBothFactors()
    {
        // The derivative of b1 a + b2 a² is b1 + 2 b2 a.
        var design = Weighted(300, i => i % 9, x: i => ((i % 9) * (i % 9)) + (i % 4));
        var model = design.Regression("x", ["a", "a:a"]);

        var effect = Assert.Single(model.MarginalEffects());

        var mean = design.Mean("a").Estimates[0].Value;
        AssertDigits(model.Coefficients[1].Value + (2 * model.Coefficients[2].Value * mean), effect.Value);
    }

    private static double Year(int i) => 2014 + (i % 9);

    private static double Near(int i) => 0.125 * (i * 37 % 64);

    private static SurveyDesign Weighted(int rows, Func<int, double> a, Func<int, double> x, double weight = 5) => SurveyDesign.Of(new DataSet("rows",
    [
        new NumericColumn("a", [.. Enumerable.Range(0, rows).Select(a)]),
        new NumericColumn("x", [.. Enumerable.Range(0, rows).Select(x)]),
        new NumericColumn("x2", [.. Enumerable.Range(0, rows).Select(i => (double)(i * 13 % 29))]),
        new NumericColumn("w", [.. Enumerable.Repeat(weight, rows)]),
    ])).WeightedBy("w");

    private static void AssertDigits(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= Digits * Math.Abs(expected), FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));
}
