namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases about regressions.</summary>
internal static class ModelCases
{
    private static readonly Dictionary<string, string> NoGroups = [];

    /// <summary>The coefficients, each a row called «(constant)», «size=50+» or «log(employees)».</summary>
    public static Observed Regression(EstimatorCase one)
    {
        var model = Fit(one);
        return new Observed
        {
            Rows = [.. model.Coefficients.Select(coefficient => Row(coefficient.Name, coefficient.Value, coefficient.StandardError, coefficient.Interval, new()
            {
                ["t"] = coefficient.T,
                ["p"] = coefficient.PValue,
                ["ratio"] = coefficient.Ratio,
                ["ratioLower"] = coefficient.RatioInterval?.Lower ?? double.NaN,
                ["ratioUpper"] = coefficient.RatioInterval?.Upper ?? double.NaN,
            }))],
            Values = new Dictionary<string, double> { ["n"] = model.Respondents, ["df"] = model.DegreesOfFreedom, ["deviance"] = model.Deviance },
            Vectors = new Dictionary<string, double[]> { ["covariance"] = [.. model.Vector.Covariance.Cast<double>()] },
        };
    }

    /// <summary>The coefficients of a proportional odds model, then its thresholds <c>low|high</c>.</summary>
    public static Observed OrdinalRegression(EstimatorCase one)
    {
        var model = one.Design.OrdinalRegression(one.Variable, [.. one.Form.Predictors]);
        return new Observed
        {
            Rows = [.. model.Coefficients.Concat(model.Thresholds).Select(coefficient => Row(coefficient.Name, coefficient.Value, coefficient.StandardError, coefficient.Interval, new()
            {
                ["t"] = coefficient.T,
                ["p"] = coefficient.PValue,
            }))],
            Values = new Dictionary<string, double> { ["n"] = model.Respondents, ["df"] = model.DegreesOfFreedom, ["deviance"] = model.Deviance },
            Vectors = new Dictionary<string, double[]> { ["covariance"] = [.. model.Vector.Covariance.Cast<double>()] },
        };
    }

    /// <summary>The test that all coefficients of a term, or of several joined by +, are zero.</summary>
    public static Observed TermTest(EstimatorCase one) =>
        TestCases.Values(Fit(one).TermTest(one.Form.Term?.Split('+') ?? throw new FormException("The term is missing.")));

    /// <summary>Average marginal effects.</summary>
    public static Observed MarginalEffects(EstimatorCase one) => new()
    {
        Rows = [.. Fit(one).MarginalEffects().Select(effect => Row(effect.Name, effect.Value, effect.StandardError, effect.Interval, []))],
    };

    private static ObservedRow Row(CoefficientName name, double value, double error, ConfidenceInterval? interval, Dictionary<string, double> more)
    {
        more.Add("estimate", value);
        more.Add("se", error);
        more.Add("lower", interval?.Lower ?? double.NaN);
        more.Add("upper", interval?.Upper ?? double.NaN);
        return new ObservedRow(name.ToString(), null, NoGroups, null, more);
    }

    /// <summary>The case's regression.</summary>
    public static Regression Fit(EstimatorCase one) => one.Design.Regression(
        one.Variable,
        [.. one.Form.Predictors],
        one.Form.Family switch
        {
            "linear" => RegressionFamily.Linear,
            "logistic" => RegressionFamily.Logistic,
            "poisson" => RegressionFamily.Poisson,
            _ => throw new NotSupportedException($"the family «{one.Form.Family}»"),
        },
        one.Form.Category,
        one.Answers);
}
