namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases about batteries of items.</summary>
internal static class ScaleCases
{
    /// <summary>Alpha and its standard error.</summary>
    public static Observed Alpha(EstimatorCase one) => Values("alpha", Scale(one).Alpha());

    /// <summary>Omega and its standard error.</summary>
    public static Observed Omega(EstimatorCase one) => Values("omega", Scale(one).Omega());

    /// <summary>The standard deviations of the items.</summary>
    public static Observed Deviations(EstimatorCase one) => new() { Rows = [.. EstimateRows.Of(Scale(one).StandardDeviations(By(one)))] };

    /// <summary>The correlations of the items, <c>first:second</c>.</summary>
    public static Observed Correlations(EstimatorCase one) => new() { Rows = [.. EstimateRows.Of(Scale(one).Correlations(By(one)))] };

    /// <summary>The correlation of each item with the sum of the others.</summary>
    public static Observed WithRest(EstimatorCase one) => new() { Rows = [.. EstimateRows.Of(Scale(one).ItemRestCorrelations(By(one)))] };

    /// <summary>The variances: by the delta method from the standard deviations.</summary>
    public static Observed Variances(EstimatorCase one)
    {
        var deviations = Scale(one).StandardDeviations();
        return new Observed
        {
            Rows = [.. deviations.Estimates.Select(estimate => new ObservedRow(estimate.Outcome.Variable, null, new Dictionary<string, string>(), null, new Dictionary<string, double>
            {
                ["estimate"] = estimate.Value * estimate.Value,
                ["se"] = 2 * estimate.Value * estimate.StandardError,
            }))],
        };
    }

    private static Observed Values(string name, EstimateTable table) => new()
    {
        Values = new Dictionary<string, double>
        {
            [name] = table.Estimates[^1].Value,
            ["se"] = table.Estimates[^1].StandardError,
            ["lower"] = table.Estimates[^1].Interval!.Lower,
            ["upper"] = table.Estimates[^1].Interval!.Upper,
        },
    };

    private static ItemScale Scale(EstimatorCase one) => one.Design.Scale([.. one.Form.Variables]);

    private static Grouping? By(EstimatorCase one) => one.Form.By.Count == 0 ? null : [.. one.Form.By];
}
