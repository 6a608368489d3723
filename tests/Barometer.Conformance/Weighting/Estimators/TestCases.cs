namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases whose result is a significance test.</summary>
internal static class TestCases
{
    /// <summary>Independence of two factors.</summary>
    public static Observed Independence(EstimatorCase one) => one.Form.Variables is [var first, var second]
        ? Values(one.Design.Independence(first, second, Kind(one.Form.Method ?? "rao-scott")))
        : throw new FormException("Independence takes two variables.");

    /// <summary>The difference of a share or mean between two groups.</summary>
    public static Observed Student(EstimatorCase one) => Values(one.Design.TTest(
        one.Variable, Between(one), one.Form.Group ?? throw new FormException("A t test needs «group»."), one.Form.From, one.Form.Category));

    /// <summary>A trend over ordered groups.</summary>
    public static Observed Trend(EstimatorCase one) => Values(one.Design.Trend(one.Variable, Between(one), one.Form.Category));

    /// <summary>The ranks of groups.</summary>
    public static Observed Ranks(EstimatorCase one) => Values(one.Design.RankTest(one.Variable, Between(one)));

    /// <summary>Given shares of a factor.</summary>
    public static Observed GivenShares(EstimatorCase one) => Values(one.Design.GivenShares(
        one.Variable, one.Form.Coefficients ?? throw new FormException("The shares are missing: «coefficients».")));

    /// <summary>The numbers of a test.</summary>
    public static Observed Values(SignificanceTest test)
    {
        var values = new Dictionary<string, double>
        {
            ["statistic"] = test.Statistic,
            ["numeratorDf"] = test.NumeratorDegrees,
            ["denominatorDf"] = test.DenominatorDegrees,
            ["p"] = test.PValue,
        };
        if (test.Estimate is { } estimate)
        {
            values["estimate"] = estimate.Value;
            values["se"] = estimate.StandardError;
            values["lower"] = estimate.Interval?.Lower ?? double.NaN;
            values["upper"] = estimate.Interval?.Upper ?? double.NaN;
        }

        return new Observed { Values = values };
    }

    private static string Between(EstimatorCase one) => one.Form.Between ?? throw new FormException($"«{one.Form.Estimator}» needs «between».");

    private static IndependenceTest Kind(string name) => name switch
    {
        "rao-scott" => IndependenceTest.RaoScott,
        "rao-scott-first-order" => IndependenceTest.RaoScottFirstOrder,
        "saddlepoint" => IndependenceTest.Saddlepoint,
        "wald" => IndependenceTest.Wald,
        "adjusted-wald" => IndependenceTest.AdjustedWald,
        _ => throw new NotSupportedException($"the test «{name}» of independence"),
    };
}
