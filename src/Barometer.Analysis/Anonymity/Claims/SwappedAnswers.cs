namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Whether a correlation or a reliability shows that two respondents have swapped neighbouring answers to an item. What it tells beyond the
/// number of each answer, which is bound as if it were shown, is how answers to several items go together: one equation about the crossing of
/// the items. Any count in that crossing is one more, or one less, after such a swap, and a second swap elsewhere takes its effect back; so long
/// as the rounding is wider than two of them, the same is shown of other answers, in whatever other table the crossing stands.
/// </summary>
internal static class SwappedAnswers
{
    // From here on the answers to one item are in truth those to another.
    private const double Same = 0.95;
    private const int FewestAnswers = 3;

    /// <summary>The unit of the last digit of a correlation or a reliability: it doesn't follow from the answers, but from how many there are.</summary>
    /// <param name="measure">Which of the two.</param>
    /// <param name="respondents">The number of respondents.</param>
    /// <param name="policy">The thresholds.</param>
    public static double Step(Measure measure, int respondents, ReleasePolicy policy) =>
        measure == Measure.Consistency && respondents >= 4 * policy.FewRespondents ? 0.01 : 0.1;

    /// <summary>Whether it would, or the number isn't defined, or says that items are one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="policy">The thresholds.</param>
    public static bool Show(UnreleasedTable table, UnreleasedEstimate estimate, ReleasePolicy policy)
    {
        var items = estimate.Members!.Parts.Select(part => part.Outcome!.Variable).Distinct().ToList();
        if (table.Design is not { } design || !(Math.Abs(estimate.Numbers.Value) < Same) || !items.TrueForAll(item => design.Engine.Data[item] is CategoricalColumn))
        {
            return true;
        }

        var rows = estimate.Members.BaseRows;
        var weights = design.Engine.Weights;
        var shares = new double[rows.Length];
        var sum = 0.0;
        foreach (var row in rows)
        {
            sum += weights[row];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = weights[rows[i]] / sum;
        }

        double[][] scores = [.. items.Select(item => Scores(design.Engine.Data.Categorical(item), rows))];
        double[] gaps = [.. scores.Select(Gap)];

        // Of items with two answers the number of each answer and one equation more settle how many gave both.
        if (Array.Exists(scores, item => item.Distinct().Count() < FewestAnswers))
        {
            return true;
        }

        // A swap of neighbouring answers to one item between respondents with neighbouring answers to another changes the two items' covariance by the product of
        // the gaps, times a weight; of the sum of all items the variance by twice that.
        var weight = shares.Max();
        var (gap, other) = (gaps.Max(), gaps.Order().Reverse().ElementAt(1));
        var largest = table.Measure == Measure.Consistency
            ? Reliability(scores, shares, 2 * weight * gap * other)
            : weight * gap * other / Math.Sqrt(Correlated(estimate, items).Aggregate(1.0, (product, sum) => product * Variance(shares, [.. sum.Select(item => scores[item])])));
        return !(2 * largest <= Step(table.Measure, rows.Length, policy));
    }

    // Of a pair the two items; of an item it and the rest.
    private static int[][] Correlated(UnreleasedEstimate estimate, List<string> items)
    {
        var one = Math.Max(0, items.IndexOf(estimate.Numbers.Outcome.Variable));
        return [[one], [.. Enumerable.Range(0, items.Count).Where(item => item != one)]];
    }

    // What a change of the sum's variance moves k/(k − 1) (1 − tr S / T) by; omega, whose factor follows the same covariances, is taken to move as much.
    private static double Reliability(double[][] scores, double[] shares, double change)
    {
        var (own, total) = (scores.Sum(item => Variance(shares, [item])), Variance(shares, scores));
        return scores.Length / (scores.Length - 1.0) * own * change / (total * Math.Max(total - change, 0));
    }

    private static double Variance(double[] shares, double[][] items)
    {
        var (mean, square) = (0.0, 0.0);
        for (var i = 0; i < shares.Length; i++)
        {
            var value = items.Sum(item => item[i]);
            mean += shares[i] * value;
            square += shares[i] * value * value;
        }

        return Math.Max(0, square - (mean * mean));
    }

    // The largest between neighbouring answers that were given.
    private static double Gap(double[] scores)
    {
        var given = scores.Distinct().Order().ToArray();
        return given.Skip(1).Zip(given, (next, one) => next - one).Max();
    }

    private static double[] Scores(CategoricalColumn item, int[] rows)
    {
        var scores = ItemScale.ScoresOf(item);
        return Array.ConvertAll(rows, row => scores[item.Codes[row]]);
    }
}
