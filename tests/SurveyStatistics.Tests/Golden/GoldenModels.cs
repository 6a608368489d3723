namespace SurveyStatistics.Tests.Golden;

/// <summary>Regressions: <c>svyglm</c>, <c>regTermTest</c>.</summary>
internal static class GoldenModels
{
    public static Comparison[] Regression(SurveyDesign design, RCall call, GoldenCase one)
    {
        var model = Fit(design, call);
        var (estimates, variance) = (model.Coefficients, model.Vector.Covariance);
        var size = Math.Max(Tolerances.Model, Tolerances.StandardError(one.Design));
        var interval = one.Expected.GetProperty("ci95");
        return
        [
            new("estimate", [.. estimates.Select(e => e.Value)], one.Numbers("estimate"), Tolerances.Model),
            new("se", [.. estimates.Select(e => e.StandardError)], one.Numbers("se"), size),
            new("vcov", [.. variance.Cast<double>()], one.Numbers("vcov"), size * 100),
            new("t", [.. estimates.Select(e => e.T)], one.Numbers("t"), size),
            new("p", [.. estimates.Select(e => e.PValue)], one.Numbers("p"), size * 100),
            new("df", [model.DegreesOfFreedom], one.Numbers("df_residual"), 0),
            new("deviance", [model.Deviance], one.Numbers("deviance"), Tolerances.Model),
            new("lower", [.. estimates.Select(e => e.Interval!.Lower)], GoldenCase.Array(interval.GetProperty("lower")), size * 100),
            new("upper", [.. estimates.Select(e => e.Interval!.Upper)], GoldenCase.Array(interval.GetProperty("upper")), size * 100),
        ];
    }

    public static Comparison[] TermTest(SurveyDesign design, RCall call, GoldenCase one)
    {
        var test = Fit(design, RCall.Parse(call.Positional[0])!).TermTest(RCall.Terms(call.Positional[1])[0]);
        return [new("F", [test.Statistic, test.NumeratorDegrees, test.DenominatorDegrees], [.. one.Numbers("statistic"), .. one.Numbers("df"), .. one.Numbers("ddf")], 1e-4),
            new("p", [test.PValue], one.Numbers("p"), 1e-4)];
    }

    private static Regression Fit(SurveyDesign design, RCall call)
    {
        var formula = call.Positional[0].Split('~');
        var family = call.Argument("family", "gaussian").TrimEnd('(', ')') switch
        {
            "quasibinomial" => RegressionFamily.Logistic,
            "quasipoisson" => RegressionFamily.Poisson,
            _ => RegressionFamily.Linear,
        };
        return design.Regression(formula[0], RCall.Terms(formula[1]), family);
    }
}
