namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Functions of estimates against R survey 4.1-1 (<c>svycontrast</c> with vectors and expressions); covariances, ratios and tests of groups are in the case
/// file functions.json. Data: the synthetic case baro-operational; design A is stratified, F calibrated, JA the stratified jackknife of A.
/// </summary>
public class JointEstimatesTests
{
    private const double Relative = 1e-9;

    // Of JA computed anew in every replicate: svyby(return.replicates = TRUE).
    [Theory]
    [InlineData("A", 0.574655511196, 0.0164839960898)]
    [InlineData("F", 0.576269380108, 0.0164773688409)]
    [InlineData("JA", 0.574655511196, 0.0165413387837)]
    public void Domains_AWeightedSum_AsR(string design, double value, double error)
    {
        var sum = Design(design).Mean("inno_service", "size").OfGroups().Joint().Function("weighted sum", x => (0.2 * x["1-9"]) + (0.3 * x["10-49"]) + (0.5 * x["50+"]));

        AssertEqual([value, error], [sum.Value, sum.StandardError]);
    }

    [Theory]
    [InlineData("A", -3.1766552344, 0.0497095566968)]
    [InlineData("F", -2.82578807321, 0.0197936661422)]
    public void Variables_AnExpression_AsR(string design, double value, double error)
    {
        string[] variables = ["inno_service", "inno_process", "q1", "employees"];
        var complete = GoldenMoments.Complete(Design(design), variables);
        var means = JointEstimates.Of([.. variables.Select(variable => complete.Mean(variable))]);

        var function = means.Function("any", x => (x["q1"].Sqrt() * x["inno_service"] / x["inno_process"].Exp()) - x["employees"].Log());
        AssertEqual([value, error], [function.Value, function.StandardError]);
    }

    [Fact]
    public void Totals_CovarianceAndTheirQuotient_AsRAndAsTheRatio()
    {
        var complete = GoldenMoments.Complete(Design("A"), ["n_innov", "employees"]);
        var totals = JointEstimates.Of(complete.Total("employees"), complete.Total("n_innov"));

        AssertEqual([17901429.7956, 62973.3216944, 8715.67492217], [totals.Covariance(0, 0), totals.Covariance(0, 1), totals.Covariance(1, 1)]);
        var quotient = totals.Function("per employee", x => x["n_innov"] / x["employees"]);
        AssertEqual([0.0353003054752, 0.00182950717424], [quotient.Value, quotient.StandardError]);
        var ratio = complete.Ratio("n_innov", "employees").Estimates[0];
        AssertEqual([ratio.Value, ratio.StandardError], [quotient.Value, quotient.StandardError]);
    }

    [Fact]
    public void Covariance_OfOne_IsTheSquareOfItsStandardError_WhateverItIs()
    {
        var ordered = new CategoricalColumn("opinion", ["1", "2", "3", "4", "5"], [.. Design("A").Data.Numeric("q1").Values.ToArray().Select(one => double.IsNaN(one) ? -1 : (int)one - 1)], ordered: true);
        foreach (var design in new[] { "A", "F", "JA", "RBE" }.Select(id => Design(id).WithColumn(ordered)))
        {
            EstimateTable[] tables =
            [
                design.Proportion("size", "area"), design.Mean("employees", "area"), design.Total("employees", "size"), design.TotalWith("size", "region"),
                design.Ratio("n_innov", "employees", "size"), design.NetBalance("opinion", "size"), design.TopShare("opinion", 2, "size"), design.Difference("inno_service", "size", "50+", "1-9"),
                design.RelativeRisk("inno_service#", "size", "50+", "1-9"),
            ];
            Assert.All(tables, table =>
            {
                var joint = table.Joint();
                Assert.All(table.Estimates.Index(), one => Assert.Equal(
                    one.Item.StandardError, Math.Sqrt(joint.Covariance(one.Index, one.Index)), 1e-9 * Math.Max(1e-3, Math.Abs(one.Item.StandardError))));
            });
        }
    }

    [Fact]
    public void Function_OfFunctions_IsTheFunctionOfTheirParts()
    {
        foreach (var id in new[] { "F", "JA" })
        {
            var shares = Design(id).Proportion("inno_service#", "size").Joint();
            var one = shares.Function("one", x => x["50+"] / x["1-9"]);
            var other = shares.Function("other", x => x["10-49"] / x["1-9"]);

            var nested = JointEstimates.Of([one, other, one]).Function("both", x => x[0] / x[1] * x[2] / x[0]);
            var direct = shares.Function("direct", x => x["50+"] / x["10-49"]);

            AssertEqual([direct.Value, direct.StandardError], [nested.Value, nested.StandardError]);
        }
    }

    [Fact]
    public void Difference_OfTwoGroups_IsTheContrast()
    {
        var function = Design("F").Mean("q1", "size").Joint().Function("difference", x => x["50+"] - x["1-9"]);
        var contrast = Design("F").Difference("q1", "size", "50+", "1-9").Estimates[0];

        AssertEqual(
            [contrast.Value, contrast.StandardError, contrast.DegreesOfFreedom, contrast.Interval!.Lower],
            [function.Value, function.StandardError, function.DegreesOfFreedom, function.Interval!.Lower]);
    }

    [Fact]
    public void RelativeRiskAndOddsRatio_HaveIntervalsByTheLogarithm()
    {
        var risk = Design("A").RelativeRisk("inno_service#", "size", "50+", "1-9").Estimates[0];
        var odds = Design("A").OddsRatio("inno_service#", "size", "50+", "1-9").Estimates[0];

        AssertEqual([1.34090884462, 0.0913587673868, 1.9698807517, 0.313523366194], [risk.Value, risk.StandardError, odds.Value, odds.StandardError]);
        Assert.All([risk, odds], one =>
        {
            Assert.Equal("log", one.Interval!.Method);
            Assert.Equal(one.Value * one.Value, one.Interval.Lower * one.Interval.Upper, 1e-9);
            Assert.Equal(Distributions.StudentQuantile(0.975, one.DegreesOfFreedom) * one.StandardError / one.Value, Math.Log(one.Interval.Upper / one.Value), 1e-9);
        });

        // The coefficient of a logistic regression on the groups is the logarithm of the odds ratio.
        var coefficient = Design("A").Regression("inno_service", "size", RegressionFamily.Logistic).Coefficients[2];
        Assert.Equal(coefficient.Ratio, odds.Value, 1e-5);
        Assert.Equal(coefficient.StandardError, odds.StandardError / odds.Value, 1e-5);
    }

    [Fact]
    public void EqualityTest_OfTwoGroups_IsTheSquaredTTest()
    {
        var design = Design("A").Where("size", "1-9", "50+");
        var t = design.TTest("q1", "size", "50+", "1-9");

        var test = design.Mean("q1", "size").OfGroups().Joint().EqualityTest();

        AssertEqual([t.Statistic * t.Statistic, t.PValue, t.NumeratorDegrees], [test.Statistic, test.PValue, test.DenominatorDegrees]);
    }

    [Fact]
    public void Test_OfDifferences_IsThatOfEquality_AndAdjustedHotellings()
    {
        var design = Design("A");
        var means = design.Mean("q1", "size").OfGroups().Joint();
        var differences = JointEstimates.Of(design.Difference("q1", "size", "10-49", "1-9"), design.Difference("q1", "size", "50+", "1-9"));

        var (plain, equality) = (differences.Test(), means.EqualityTest());
        Assert.Equal(equality.Statistic, plain.Statistic, 1e-8);
        Assert.Equal(721, plain.DenominatorDegrees);
        var adjusted = differences.Test(adjusted: true);
        Assert.Equal(plain.Statistic * 720 / 721, adjusted.Statistic, 1e-8);
        Assert.Equal(720, adjusted.DenominatorDegrees);

        // Of the estimates themselves nothing differs.
        var none = means.Test([.. means.Estimates.Select(one => one.Value)]);
        Assert.Equal([0, 1], [none.Statistic, none.PValue], Near.Digits(12));
    }

    private static void AssertEqual(double[] expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), one => Assert.Equal(one.First, one.Second, Math.Abs(one.First) * Relative));

    private static SurveyDesign Design(string id) => GoldenDesigns.Of(id is "A" or "F" ? "baro-operational" : "baro-operational-replicates", id)!;
}
