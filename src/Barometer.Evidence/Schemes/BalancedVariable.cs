namespace Barometer.Evidence.Schemes;

/// <summary>
/// One variable of a balance. Its released response counts decide what is seen: a weighted share of a group is protected
/// like the number of answers behind it.
/// </summary>
internal sealed class BalancedVariable
{
    private BalancedVariable(Released<ReleasedTable> counts, IReadOnlyList<BalancedGroup> groups) => (Counts, Groups) = (counts, groups);

    /// <summary>The released response counts by the variable.</summary>
    public Released<ReleasedTable> Counts { get; }

    /// <summary>The groups, in the codebook's order.</summary>
    public IReadOnlyList<BalancedGroup> Groups { get; }

    /// <summary>The variable's name.</summary>
    public string Variable => Counts.Content.By[0];

    /// <summary>The variable's label.</summary>
    public LocalizedText Label => Counts.Content.ByLabels[0];

    /// <summary>The balance of a survey by the variable of released response counts.</summary>
    /// <exception cref="BarometerException">The release holds something else.</exception>
    public static BalancedVariable Of(Survey survey, Released<ReleasedTable> counts, IEnumerable<WeightingScheme> schemes)
    {
        if (counts.Content is not { Measure: Measure.Count, By: [var variable] } table || table.Survey != survey.Id)
        {
            throw new BarometerException(new Problem(
                $"«{counts.Stamp.Id}» gives no balance",
                Expected: "released response counts of the survey by one variable",
                Hint: "barometer.Release(survey.ResponseCounts(\"…\"), …)"));
        }

        var column = survey.Responses.Categorical(variable);
        var sums = schemes.Select(scheme => Sums(column, scheme.Design.Engine.Weights)).ToArray();
        var (population, answered) = (Of(table, "population"), Of(table, "answered"));
        var all = population.Single(count => count.Groups.Count == 0).Value;
        return new BalancedVariable(counts,
        [
            .. population.Where(count => count.Groups.Count == 1).Select(count => new BalancedGroup(
                count.Groups[0].Label,
                Percent(count.Value / all),
                [.. sums.Select(sum => IsShown(answered, count) ? Percent(sum[column.IndexOf(count.Groups[0].Code)] / sum.Sum()) : (double?)null)])),
        ]);
    }

    /// <summary>The largest gap between a scheme's shares and the frame's, in percentage points; null when a share is hidden.</summary>
    public double? LargestGap(int scheme) => Groups.Any(group => group.Shares[scheme] is null)
        ? null
        : Groups.Max(group => Math.Abs(group.Gap(scheme)!.Value));

    private static List<ReleasedEstimate> Of(ReleasedTable table, string outcome) =>
        [.. table.Estimates.Where(estimate => estimate.Outcome.Variable == outcome)];

    private static bool IsShown(List<ReleasedEstimate> answered, ReleasedEstimate group) =>
        answered.Find(count => count.Groups.SequenceEqual(group.Groups)) is { } found && ReleasedCell.IsExact(found);

    private static double[] Sums(CategoricalColumn column, ReadOnlySpan<double> weights)
    {
        var sums = new double[column.Categories.Count];
        for (var row = 0; row < weights.Length; row++)
        {
            sums[column.Codes[row]] += weights[row];
        }

        return sums;
    }

    private static double Percent(double share) => (double)Rounding.HalfAwayFromZero(Rounding.ToDecimal(share) * 100, 1);
}
