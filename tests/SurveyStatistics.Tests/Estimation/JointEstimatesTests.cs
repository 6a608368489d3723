namespace SurveyStatistics.Tests.Estimation;

/// <summary>
/// Covariances and functions of estimates against R survey 4.1-1 (<c>svyby(covmat = TRUE)</c>, <c>vcov</c>, <c>svycontrast</c> with vectors and expressions,
/// <c>regTermTest</c>). Data: the synthetic case baro-operational; design A is stratified, F calibrated, JA the stratified jackknife of A.
/// </summary>
public class JointEstimatesTests
{
    private const double Relative = 1e-9;

    public static TheoryData<string, double[], double[], double[]> DomainsByR() => new()
    {
        {
            "A",
            [0.000657664861545, 5.76256373992e-07, -1.66370999113e-06, 5.76256373992e-07, 0.000597241182001, 2.05111021856e-06, -1.66370999113e-06, 2.05111021856e-06, 0.000765248337664],
            [1.34090884462, 1.9698807517, 0.574655511196],
            [0.0913587673868, 0.313523366194, 0.0164839960898]
        },
        {
            "F",
            [0.000645915382761, 1.90592848428e-06, -3.25686143721e-07, 1.90592848428e-06, 0.000589449581768, 1.8684205306e-06, -3.25686143721e-07, 1.8684205306e-06, 0.000767570023608],
            [1.35986068676, 2.04621139511, 0.576269380108],
            [0.0918367359025, 0.326407613675, 0.0164773688409]
        },
        {
            // Each function computed anew in every replicate: svyby(return.replicates = TRUE).
            "JA",
            [0.000660703122398, 5.78299446082e-07, -1.67085447372e-06, 5.78299446082e-07, 0.000599926084488, 2.05479984973e-06, -1.67085447372e-06, 2.05479984973e-06, 0.00077137100505],
            [1.34090884462, 1.9698807517, 0.574655511196],
            [0.0916433067935, 0.315457636427, 0.0165413387837]
        },
    };

    [Theory]
    [MemberData(nameof(DomainsByR))]
    public void Domains_CovariancesAndFunctions_AsR(string design, double[] covariances, double[] values, double[] errors)
    {
        var shares = Design(design).Mean("inno_service", "size").OfGroups().Joint();

        Assert.Equal(covariances, Enumerable.Range(0, 9).Select(i => shares.Covariance(i / 3, i % 3)), Near.Digits(13));
        Estimate[] functions =
        [
            shares.Function("relative risk", x => x["50+"] / x["1-9"]),
            shares.Function("odds ratio", x => x["50+"] / (1 - x["50+"]) / x["1-9"].Odds()),
            shares.Function("weighted sum", x => (0.2 * x["1-9"]) + (0.3 * x["10-49"]) + (0.5 * x["50+"])),
        ];
        AssertEqual(values, functions.Select(one => one.Value));
        AssertEqual(errors, functions.Select(one => one.StandardError));
    }

    [Theory]
    [InlineData("A", new[] { 0.000237979105786, 3.93402529751e-05, 0.000120458835022, 0.00248272277929, 0.000228702951024, 8.68957478765e-05, 0.0049074747248, 0.00132330034492, 0.00911521187449, 3.89365054489 }, -3.1766552344, 0.0497095566968)]
    [InlineData("F", new[] { 0.000265479880277, 4.69917954514e-05, 0.000133273697921, 5.98039920515e-05, 0.000252451953335, 7.94699121304e-05, 0.000107741471184, 0.00143962159818, 0.000183981713971, 0.0388195179842 }, -2.82578807321, 0.0197936661422)]
    [InlineData("JA", new[] { 0.000238008116355, 3.93442423874e-05, 0.000120472967966, 0.00248297872749, 0.000228729859736, 8.69028387177e-05, 0.00490805368635, 0.00132345683893, 0.00911602198053, 3.89406178849 }, -3.1766552344, double.NaN)]
    public void Variables_CovariancesAndAnExpression_AsR(string design, double[] upper, double value, double error)
    {
        string[] variables = ["inno_service", "inno_process", "q1", "employees"];
        var complete = GoldenMoments.Complete(Design(design), variables);
        var means = JointEstimates.Of([.. variables.Select(variable => complete.Mean(variable))]);

        AssertEqual(upper, Enumerable.Range(0, 4).SelectMany(i => Enumerable.Range(i, 4 - i).Select(j => means.Covariance(i, j))));
        var function = means.Function("any", x => (x["q1"].Sqrt() * x["inno_service"] / x["inno_process"].Exp()) - x["employees"].Log());
        AssertEqual([value], [function.Value]);
        if (!double.IsNaN(error))
        {
            AssertEqual([error], [function.StandardError]);
        }
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

    [Theory]
    [InlineData("A", "q1", 21.2820919926, 719, 1.04844419932e-09)]
    [InlineData("A", "inno_service", 10.733434572, 752, 2.53409524974e-05)]
    [InlineData("F", "q1", 21.451238078, 719, 8.93731734454e-10)]
    [InlineData("F", "inno_service", 12.3234213628, 752, 5.41803220705e-06)]
    public void EqualityTest_OfGroups_IsRsTestOfTheTerm(string design, string variable, double f, double degrees, double p)
    {
        var test = Design(design).Mean(variable, "size").OfGroups().Joint().EqualityTest();

        AssertEqual([f, 2, degrees], [test.Statistic, test.NumeratorDegrees, test.DenominatorDegrees]);
        Assert.Equal(p, test.PValue, p * 1e-6);
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
