namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>The quantile rules by the names that cases use.</summary>
internal static class QuantileRules
{
    private static readonly Dictionary<string, QuantileRule> Rules = new()
    {
        ["smallest"] = QuantileRule.Smallest,
        ["halfway"] = QuantileRule.Halfway,
        ["nearest-even"] = QuantileRule.NearestEven,
        ["linear-4"] = QuantileRule.Linear4,
        ["linear-5"] = QuantileRule.Linear5,
        ["linear-6"] = QuantileRule.Linear6,
        ["linear-7"] = QuantileRule.Linear7,
        ["linear-8"] = QuantileRule.Linear8,
        ["linear-9"] = QuantileRule.Linear9,
        ["shah-vaish"] = QuantileRule.ShahVaish,
    };

    /// <summary>The rule called <paramref name="name"/>.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static QuantileRule Named(string name) =>
        Rules.TryGetValue(name, out var rule) ? rule : throw new NotSupportedException($"the quantile rule «{name}»");
}
