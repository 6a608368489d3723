namespace Barometer.Conformance.Weighting.Estimators;

/// <summary>Cases whose result is a table of estimates.</summary>
internal static class TableCases
{
    /// <summary>Means of numbers.</summary>
    public static Observed Mean(EstimatorCase one) => Each(one, variable => one.Design.Mean(variable, By(one)));

    /// <summary>Totals of numbers, and population counts of the answers of factors.</summary>
    public static Observed Total(EstimatorCase one) => Each(one, variable => one.IsNumber(variable)
        ? one.Design.Total(variable, By(one))
        : one.Design.TotalWith(variable, By(one), one.Form.Category));

    /// <summary>Shares of the answers of factors.</summary>
    public static Observed Proportion(EstimatorCase one) =>
        Each(one, variable => one.Design.Proportion(variable, By(one), one.Form.Category, one.Answers));

    /// <summary>Numbers of respondents.</summary>
    public static Observed Count(EstimatorCase one) => Rows(one, one.Design.Count(By(one)));

    /// <summary>Shares of the highest answers together; <c>numbers.categories</c> says how many.</summary>
    public static Observed TopShare(EstimatorCase one) => Rows(one, one.Design.TopShare(
        [.. one.Form.Variables], (int)one.Form.Numbers.GetValueOrDefault("categories", 2), By(one), one.Answers));

    /// <summary>Shares above the middle less shares below.</summary>
    public static Observed NetBalance(EstimatorCase one) => Rows(one, one.Design.NetBalance([.. one.Form.Variables], By(one), one.Answers));

    /// <summary>Ratios of each variable to the denominator.</summary>
    public static Observed Ratio(EstimatorCase one) => Each(one, variable => one.Design.Ratio(
        variable, one.Form.Denominator ?? throw new FormException("A ratio needs a denominator."), By(one)));

    /// <summary>Quantiles with Woodruff's interval, or that of the replicates.</summary>
    public static Observed Quantile(EstimatorCase one)
    {
        var rule = QuantileRules.Named(one.Form.Method ?? "smallest");
        var interval = one.Form.Interval == "replicates" ? QuantileInterval.Replicates : QuantileInterval.Woodruff;
        return new Observed
        {
            Rows = [.. one.Form.Variables.SelectMany(variable => one.Form.Probabilities.SelectMany(p =>
                EstimateRows.Of(one.Design.Quantile(variable, p, By(one), rule, interval), variable).Select(row => row with { Probability = p })))],
        };
    }

    /// <summary>A combination of groups' shares or means.</summary>
    public static Observed Contrast(EstimatorCase one)
    {
        var (between, coefficients) = (one.Form.Between, one.Form.Coefficients);
        var table = between is null || coefficients is null
            ? throw new FormException("A contrast needs «between» and «coefficients».")
            : one.Design.Contrast(one.Variable, between, coefficients, one.Form.Category);
        return new Observed { Rows = [.. EstimateRows.Of(table).Select(row => row with { Groups = new Dictionary<string, string>() })] };
    }

    /// <summary>The difference of the shares of an answer to two items.</summary>
    public static Observed ItemDifference(EstimatorCase one) => one.Form.Variables is [var first, var second]
        ? Rows(one, one.Design.ItemDifference(first, second, one.Form.Category ?? "yes"))
        : throw new FormException("A difference of items takes two variables.");

    /// <summary>Ranks of items and the ranks left open.</summary>
    public static Observed Ranks(EstimatorCase one) => new()
    {
        Rows = [.. one.Design.Ranks([.. one.Form.Variables], one.Form.Category, one.Answers).Items.Select(item =>
            EstimateRows.Of(item.Share) with
            {
                Numbers = new Dictionary<string, double>
                {
                    ["estimate"] = item.Share.Value, ["rank"] = item.Rank, ["highest"] = item.Highest, ["lowest"] = item.Lowest,
                },
            })],
    };

    private static Grouping By(EstimatorCase one) => one.Form.By.Count == 0 ? Grouping.None : [.. one.Form.By];

    private static Observed Each(EstimatorCase one, Func<string, EstimateTable> table) =>
        new() { Rows = [.. one.Form.Variables.SelectMany(variable => EstimateRows.Of(table(variable), variable))] };

    private static Observed Rows(EstimatorCase one, EstimateTable table) => new() { Rows = [.. EstimateRows.Of(table)] };
}
