namespace Barometer.Analysis.Estimation;

/// <content>Ratios of two numbers.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The ratio of two population totals, for example innovations per employee, with standard error and t interval; for
    /// everybody and for each group.
    /// </summary>
    /// <param name="numerator">A numeric variable.</param>
    /// <param name="denominator">A numeric variable; the base is the rows that have both.</param>
    /// <param name="by">The groups.</param>
    /// <exception cref="BarometerException">A variable does not exist or is not numeric, or nobody in the domain has both.</exception>
    public EstimateTable Ratio(string numerator, string denominator, Grouping? by = null)
    {
        var (y, x) = (Data.Numeric(numerator).ValueArray, Data.Numeric(denominator).ValueArray);
        var inBase = Domain(row => !double.IsNaN(y[row]) && !double.IsNaN(x[row]));
        RequireSomebody(inBase, $"«{numerator}» and «{denominator}»");
        var index = _state.Cache.Groups(by ?? Grouping.None);
        var groups = index.Count == 0 ? [] : index.Within(inBase);
        var label = new LocalizedText(
            $"{Labels.Of(numerator).Nb} per {Labels.Of(denominator).Nb}", $"{Labels.Of(numerator).En} per {Labels.Of(denominator).En}");
        var outcome = new Outcome($"{numerator}/{denominator}", null, label);
        var estimates = index.Groups.Select((values, g) => OneRatio(outcome, values, RowsOf(groups, g), y, x)).ToList();
        estimates.Add(OneRatio(outcome, [], inBase, y, x));
        return EstimateTables.Make(_state, Measure.Ratio, [.. by ?? Grouping.None], label, Universe(numerator, AnswerBase.Asked), estimates);
    }

    // Linearised as the mean of y − Rx, which is zero, over the mean of x.
    private Estimate OneRatio(Outcome outcome, IReadOnlyList<GroupValue> groups, int[] rows, double[] y, double[] x)
    {
        var term = new RatioTerm(Masked(rows, y), Masked(rows, x));
        var vector = Variance.Estimate(new Ratios([term]));
        var bases = DomainStatistic.Means(Variance, rows, 1, new RowNumbers(x))[0];
        var estimate = bases with { Value = vector.Values[0], Variance = vector.Covariance[0, 0], ElementVariance = double.NaN };
        return new EstimateMaker(Measure.Ratio, _state.Intervals).Make(outcome, groups, estimate, new GroupRows(rows, 1).Members(0));
    }

    private static int[] RowsOf(int[] groups, int one) => Array.ConvertAll(groups, group => group == one ? 0 : -1);

    private static double[] Masked(int[] rows, double[] values) => [.. values.Select((value, row) => rows[row] == 0 ? value : 0)];
}
