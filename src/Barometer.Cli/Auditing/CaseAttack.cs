using DisclosureControl;
using MathNet.Numerics.Distributions;

namespace Barometer.Cli.Auditing;

/// <summary>
/// Judges a case: lists all whole numbers of givers that agree with everything in it, and tells the counts that come out and break a
/// rule. Where there are too many to list it bounds them by integer programs, without the limits.
/// </summary>
internal static class CaseAttack
{
    private const int MostStrata = 8;
    private const long MostSteps = 200_000_000;

    /// <summary>What a reader finds.</summary>
    /// <param name="one">The case.</param>
    /// <param name="truth">The true number of givers of each stratum, by which to judge; null to judge blind: told is what comes out whichever number is true.</param>
    public static CaseFinding Of(AnswerCase one, IReadOnlyList<int>? truth = null)
    {
        var system = new RoundedShares([.. one.Strata.Select(stratum => stratum.R)], [.. one.Published.Select(number => Equation(one, number))]);
        var unsaid = Enumerable.Range(0, one.Strata.Count).Where(i => !one.Published.Any(number => number.Strata.Contains(i))).ToHashSet();
        var targets = Targets(one).Where(target => !unsaid.Overlaps(target.Strata)).ToArray();
        var (low, high) = (Array.ConvertAll(targets, _ => int.MaxValue), Array.ConvertAll(targets, _ => -1));
        var worlds = 0L;
        var isListed = one.Strata.Count <= MostStrata && system.Visit(
            (counts, _) =>
            {
                worlds++;
                for (var i = 0; i < targets.Length; i++)
                {
                    var sum = 0;
                    foreach (var stratum in targets[i].Strata)
                    {
                        sum += counts[stratum];
                    }

                    (low[i], high[i]) = (Math.Min(low[i], sum), Math.Max(high[i], sum));
                }

                return true;
            },
            MostSteps);
        var told = new List<string>();
        foreach (var (i, (name, strata)) in targets.Index())
        {
            if (!isListed)
            {
                var bounds = system.Bounds(strata);
                (low[i], high[i]) = ((int)Math.Ceiling(bounds.Low - 1e-6), (int)Math.Floor(bounds.High + 1e-6));
            }

            var size = strata.Sum(stratum => one.Strata[stratum].R);
            var values = truth is null ? Enumerable.Range(low[i], Math.Max(0, high[i] - low[i] + 1)) : [strata.Sum(stratum => truth[stratum])];
            if (low[i] <= high[i] && values.All(value => IsTold(value, size, low[i], high[i], one.Policy)))
            {
                told.Add(name);
            }
        }

        return new CaseFinding(one.Answer, isListed ? worlds : null, told) { IsMeant = Rank(one) == one.Strata.Count - unsaid.Count };
    }

    /// <summary>
    /// How many counts the numbers show between them in which all answers count alike: as many as strata when each follows by adding
    /// and subtracting.
    /// </summary>
    private static int Rank(AnswerCase one)
    {
        var rows = one.Published.Where(number => Weights(one, number).Distinct().Count() == 1).Select(number => number.Strata.ToDictionary(stratum => stratum, _ => 1.0)).ToList();
        var rank = 0;
        while (rows.Find(row => row.Count > 0) is { } pivot)
        {
            var (at, leading) = pivot.First();
            rows.Remove(pivot);
            rank++;
            foreach (var row in rows.Where(row => row.ContainsKey(at)))
            {
                var factor = row[at] / leading;
                foreach (var (stratum, coefficient) in pivot)
                {
                    row[stratum] = row.GetValueOrDefault(stratum) - (factor * coefficient);
                    _ = Math.Abs(row[stratum]) < 1e-9 && row.Remove(stratum);
                }
            }
        }

        return rank;
    }

    /// <summary>Whether a count breaks a rule and the bounds leave less than the protection level to one side of it, as far as there is room.</summary>
    private static bool IsTold(int value, int size, int low, int high, CasePolicy policy)
    {
        var (more, fewer) = ProtectionLevel.ShareRoom(value, size, policy.GroupCoalition, policy.ProtectionInterval);
        return Math.Min(value, size - value) < policy.MinRespondents && (high < value + more || low > value - fewer);
    }

    private static IEnumerable<(string Name, int[] Strata)> Targets(AnswerCase one)
    {
        var names = one.Strata.Select(stratum => stratum.Name).ToList();
        return one.Targets is { } targets
            ? targets.Select(target => (target.Key, target.Value.Select(name => names.IndexOf(name)).ToArray()))
            : Enumerable.Range(1, (1 << names.Count) - 1)
                .Select(set => Enumerable.Range(0, names.Count).Where(stratum => ((set >> stratum) & 1) == 1).ToArray())
                .Select(strata => (string.Join('+', strata.Select(stratum => names[stratum])), strata));
    }

    private static RoundedShare Equation(AnswerCase one, CaseNumber number)
    {
        var weights = Weights(one, number);
        return new RoundedShare
        {
            Strata = number.Strata,
            Weights = weights,
            Value = (double)number.Value,
            Step = (double)number.Step,
            Respondents = number.N,
            WeightedBase = one.Strata.Count <= MostStrata ? (double?)number.Base : null, // bounds leave open where a question was
            WeightedBaseStep = (double?)number.BaseStep ?? 1,
            ShowsLimits = number.Interval is null ? null : new LimitsOfCounts(
                [.. number.Strata.Select(stratum => one.Strata[stratum])], weights, number).AreShown,
        };
    }

    private static double[] Weights(AnswerCase one, CaseNumber number) => [.. number.Strata.Select(stratum => number.Kind == AnswerCase.Weighted ? Weight(one, stratum) : 1)];

    private static double Weight(AnswerCase one, int stratum) => one.Weights?[stratum] ?? (double)one.Strata[stratum].N / one.Strata[stratum].R;
}

/// <summary>What a reader finds out about an answer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Worlds">How many sets of whole numbers agree with everything shown; null where they were bounded.</param>
/// <param name="Told">The strata, and unions of them, whose count breaks a rule and comes out.</param>
internal sealed record CaseFinding(string Answer, long? Worlds, IReadOnlyList<string> Told)
{
    /// <summary>Whether the count of each stratum was meant to be seen: an unweighted share with its n is a count.</summary>
    public bool IsMeant { get; init; }

    /// <summary>Whether nothing comes out: no count that breaks a rule, and not all counts of strata at once by their weights or limits.</summary>
    public bool IsSafe => Told.Count == 0 && (Worlds != 1 || IsMeant);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Answer}: {(Worlds is { } listed ? $"{listed} worlds" : "bounds only")}, {(IsSafe ? "nothing told" : Told.Count == 0 ? "every stratum is told" : "told: " + string.Join(", ", Told))}");
}

/// <summary>
/// The confidence limits that whole numbers of givers lead to, as docs/method.md has them: ratio mean, Taylor variance in strata with
/// finite population correction or that of a simple sample, logit interval with Student's t, Clopper and Pearson's without a variance.
/// </summary>
/// <param name="strata">The number's strata.</param>
/// <param name="weights">The weight of a respondent of each.</param>
/// <param name="number">The number, with its limits.</param>
internal sealed class LimitsOfCounts(IReadOnlyList<CaseStratum> strata, double[] weights, CaseNumber number)
{
    private const double NoVariance = 1e-15;
    private readonly CaseInterval _interval = number.Interval!;
    private readonly double _tail = (1 - (double)number.Interval!.Level) / 2;
    private readonly double _t = StudentT.InvCDF(0, 1, number.Interval!.Df, 1 - ((1 - (double)number.Interval.Level) / 2));

    /// <summary>Whether counts of the strata, with their bases, give the limits that are shown.</summary>
    public bool AreShown(IReadOnlyList<int> counts, IReadOnlyList<int> bases)
    {
        var size = weights.Zip(bases, (weight, m) => weight * m).Sum();
        var share = weights.Zip(counts, (weight, y) => weight * y).Sum() / size;
        var variance = (_interval.Variance == "srs" ? Simple(counts, bases, share) : Taylor(counts, bases, share)) / (size * size);
        var (low, high) = variance <= NoVariance || share <= 0 || share >= 1 ? Exact(share, bases.Sum()) : Logit(share, variance);
        var step = (double)number.LimitStep!.Value;
        return RoundedShare.Rounded(low, step) == RoundedShare.Rounded((double)number.Lower!.Value, step)
            && RoundedShare.Rounded(high, step) == RoundedShare.Rounded((double)number.Upper!.Value, step);
    }

    private double Taylor(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < strata.Count; i++)
        {
            // Who left the question open has the residual zero, and counts in n.
            var (n, (first, second)) = ((double)strata[i].R, Residuals(counts[i], bases[i], share));
            sum += weights[i] * weights[i] * (1 - (n / strata[i].N)) * n / Math.Max(n - 1, 1) * (second - (first * first / n));
        }

        return sum;
    }

    private double Simple(IReadOnlyList<int> counts, IReadOnlyList<int> bases, double share)
    {
        var (n, (first, second)) = ((double)_interval.Sampled!.Value, Residuals(counts.Sum(), bases.Sum(), share));
        return n / (n - 1) * (second - (first * first / n));
    }

    private static (double Sum, double Squares) Residuals(double y, double m, double share) =>
        (y - (m * share), (y * (1 - share) * (1 - share)) + ((m - y) * share * share));

    private (double Low, double High) Logit(double share, double variance)
    {
        var (centre, half) = (Math.Log(share / (1 - share)), _t * Math.Sqrt(variance) / (share * (1 - share)));
        return (1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }

    private (double Low, double High) Exact(double share, double n)
    {
        var k = Math.Clamp(share, 0, 1) * n;
        return (k <= 0 ? 0 : Beta.InvCDF(k, n - k + 1, _tail), k >= n ? 1 : Beta.InvCDF(k + 1, n - k, 1 - _tail));
    }
}
