namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Whether one share is larger than another, or the difference may be chance.</summary>
internal enum ChanceVerdict
{
    /// <summary>It is larger.</summary>
    Larger,

    /// <summary>It is smaller.</summary>
    Smaller,

    /// <summary>The difference may be chance.</summary>
    Chance,

    /// <summary>What is known doesn't tell.</summary>
    Open,
}

/// <summary>
/// Judges a difference by the intervals that are shown. Shares of groups that don't overlap are independent: the variance of their difference is the sum of both.
/// Shares of the same respondents are not, and how they go together isn't shown: the difference is clear when it is under any correlation, chance when it would be
/// under the smallest that two answers of the same people commonly have, none; else open.
/// </summary>
internal static class Chance
{
    private const double Normal = 1.96;
    private const string Counted = "response-rate";

    /// <summary>Compares two facts.</summary>
    public static ChanceVerdict Of(Fact one, Fact other)
    {
        // Who answered is counted, not sampled.
        if (one.Topic.Kin == Counted && other.Topic.Kin == Counted)
        {
            return Direction(one, other) switch { > 0 => ChanceVerdict.Larger, < 0 => ChanceVerdict.Smaller, _ => ChanceVerdict.Open };
        }

        if (Range(one) is not { } a || Range(other) is not { } b)
        {
            return ChanceVerdict.Open;
        }

        var difference = a.Middle - b.Middle;
        var (apart, together) = (Math.Sqrt((a.Error * a.Error) + (b.Error * b.Error)), a.Error + b.Error);
        var direction = difference > 0 ? ChanceVerdict.Larger : ChanceVerdict.Smaller;
        return AreApart(one, other)
            ? Math.Abs(difference) > Normal * apart ? direction : ChanceVerdict.Chance
            : Math.Abs(difference) > Normal * together ? direction : Math.Abs(difference) <= Normal * apart ? ChanceVerdict.Chance : ChanceVerdict.Open;
    }

    /// <summary>The direction of the numbers alone: 1, -1, or 0 where they don't tell.</summary>
    public static int Direction(Fact one, Fact other) => one.Least >= other.Most ? 1 : other.Least >= one.Most ? -1
        : one.Value is { } a && other.Value is { } b && a != b ? Math.Sign(a - b) : 0;

    // Two groups of one variable, or two countries or years, hold different respondents.
    private static bool AreApart(Fact one, Fact other) => (one.Figure is null && other.Figure is null && !one.Years.Intersect(other.Years).Any()) || one.Groups.Count > 0 && one.Groups.Count == other.Groups.Count && one.Groups.Zip(other.Groups).All(pair => pair.First.Variable == pair.Second.Variable)
        && !one.Groups.SequenceEqual(other.Groups);

    private static (double Middle, double Error)? Range(Fact fact) => fact is { Interval: { } interval, Value: { } value }
        ? ((double)value, (double)(interval.Upper - interval.Lower) / 2 / Normal) : null;
}
