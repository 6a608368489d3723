namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases that need no design.</summary>
internal static class ClosedForms
{
    /// <summary>The interval of a share of simple counts.</summary>
    public static Observed BinomialInterval(CaseForm one)
    {
        var (successes, n) = (Number(one, "successes"), Number(one, "n"));
        var (lower, upper) = one.Method switch
        {
            "clopper-pearson" => ProportionInterval.ClopperPearson(successes, n, one.Level),
            "wilson" => ProportionInterval.Wilson(successes / n, n, Distributions.NormalQuantile((1 + one.Level) / 2)),
            "hypergeometric" => ProportionInterval.Hypergeometric((int)successes, (int)n, (int)Number(one, "population"), one.Level),
            _ => throw new NotSupportedException($"the interval «{one.Method}» of counts"),
        };
        return new() { Values = new Dictionary<string, double> { ["lower"] = lower, ["upper"] = upper } };
    }

    /// <summary>P-values adjusted for their number.</summary>
    public static Observed AdjustedP(CaseForm one)
    {
        var p = one.Lists.GetValueOrDefault("p") ?? throw new FormException("The list «p» is missing.");
        var adjusted = one.Method switch
        {
            "holm" => PValueAdjustment.Holm(p),
            "benjamini-hochberg" => PValueAdjustment.BenjaminiHochberg(p),
            _ => throw new NotSupportedException($"the adjustment «{one.Method}»"),
        };
        return new() { Vectors = new Dictionary<string, double[]> { ["p"] = adjusted } };
    }

    private static double Number(CaseForm one, string name) =>
        one.Numbers.TryGetValue(name, out var value) ? value : throw new FormException($"The number «{name}» is missing.");
}
