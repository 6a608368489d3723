namespace Barometer.Analysis.Anonymity;

/// <summary>
/// A function of estimates that were released with it: computed of these as they are shown, its interval of their limits as these are shown. So it tells nothing that they don't tell.
/// </summary>
/// <param name="Title">What it is called.</param>
/// <param name="Value">The number; a share is 0–1. NaN when suppressed.</param>
/// <param name="Interval">The confidence interval; null where an estimate has none, or the function has no value at a limit.</param>
/// <param name="IsPercent">Whether it is told in per cent or percentage points.</param>
/// <param name="Decimals">The decimals that the rounding of the estimates leaves, in per cent where it is told so.</param>
/// <param name="Parts">The estimates that it is made of.</param>
public sealed record ReleasedFunction(LocalizedText Title, double Value, ConfidenceInterval? Interval, bool IsPercent, int Decimals, ReleasedTable Parts)
{
    private const double Largest = 1e9;

    /// <summary>Whether the number is shown: it is suppressed with any of the estimates it is made of.</summary>
    public CellStatus Status { get; internal init; } = CellStatus.Published;

    /// <summary>The decimals that the rounding of the estimates' limits leaves the interval.</summary>
    public int LimitDecimals { get; private init; }

    /// <summary>The function of what is shown.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parts">Its estimates, as they are shown.</param>
    /// <param name="policy">The thresholds: they say how many decimals there are at most.</param>
    /// <exception cref="BarometerException">It has no value at the shown numbers, or one too large to be shown.</exception>
    internal static ReleasedFunction Of(UnreleasedFunction function, ReleasedTable parts, ReleasePolicy policy)
    {
        // Not computed at all: an error of its would tell on which side of a limit a hidden number lies.
        if (!parts.IsWhole)
        {
            return new ReleasedFunction(function.Title, double.NaN, null, function.IsPercent, 0, parts) { Status = CellStatus.Suppressed };
        }

        var values = function.Placed([.. parts.Estimates.Select(estimate => estimate.Value)]);
        BarometerException.Translating(() =>
        {
            function.Of.RequireValueAt(values);
            return true;
        });
        if (Math.Abs(function.Of.At(values)) >= Largest)
        {
            throw new BarometerException(new Problem(
                $"«{function.Title.Nb}» is too large a number to be shown", Expected: "a number below a thousand millions", Hint: "divide by more, or take its logarithm"));
        }

        var (value, slopes, factor) = (function.Of.At(values), function.Of.SlopesAt(values), function.IsPercent ? 100 : 1);

        // By how much it can have been another with the same estimates shown: a digit below that means nothing.
        int Decimals(Func<RoundingSteps, double> step, int most)
        {
            var room = function.Of.Used.Index().Sum(one => Math.Abs(slopes[one.Item]) * step(parts.Estimates[one.Index].Steps!)) * factor;
            return Math.Clamp(-(int)Math.Floor(Math.Log10(Math.Max(room, double.Epsilon))), 0, most);
        }

        var decimals = Decimals(steps => steps.Value, function.IsPercent ? policy.PercentDecimals : policy.NumberDecimals);
        var ofLimits = Decimals(steps => steps.Limit, decimals);
        double Round(double number, int digits) => (double)(decimal.Round((decimal)(number * factor), digits, MidpointRounding.AwayFromZero) / factor);
        var interval = GeneralisedVariance.FunctionInterval(
            function.Of, values, function.Placed([.. parts.Estimates.Select(estimate => estimate.Interval)]), function.Placed(Samples(function.Parts)), function.Scale);
        return new ReleasedFunction(
            function.Title,
            Round(value, decimals),
            interval is { Lower: > -Largest, Upper: < Largest } ? interval with { Lower = Round(interval.Lower, ofLimits), Upper = Round(interval.Upper, ofLimits) } : null,
            function.IsPercent,
            decimals,
            parts)
        {
            LimitDecimals = ofLimits,
        };
    }

    // A number for each estimate, the same for those that share respondents. Groups of one variable share none, items of one question all: it follows from the table's form.
    private static int[] Samples(UnreleasedTable parts)
    {
        var rows = parts.Estimates.Select(estimate => estimate.Members!.BaseRows.ToHashSet()).ToList();
        var sample = Enumerable.Range(0, rows.Count).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (sample[i] != sample[j] && rows[i].Overlaps(rows[j]))
                {
                    var (from, to) = (sample[i], sample[j]);
                    sample = Array.ConvertAll(sample, one => one == from ? to : one);
                }
            }
        }

        return sample;
    }
}
