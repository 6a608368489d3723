namespace Barometer.Analysis.Anonymity.Alternatives;

/// <summary>
/// A number that is shown, as a sum or a ratio of sums over respondents, and between which bounds it may lie to be shown with the same
/// digits. It leads the search for alternative answers, and proves nothing: whether they show the same is for the library to say, run again.
/// </summary>
internal sealed class RoundedNumber
{
    /// <summary>The release that shows it.</summary>
    public required string Release { get; init; }

    /// <summary>The question it is about.</summary>
    public required int Question { get; init; }

    /// <summary>Whether it is a ratio of two sums; else it is the first of them.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>For each respondent whether the frame lets it in.</summary>
    public required bool[] Among { get; init; }

    /// <summary>The answers to other questions that let a respondent in: for each state whether it does.</summary>
    public required IReadOnlyList<(int Question, bool[] Allowed)> Conditions { get; init; }

    /// <summary>What each state of the question counts for.</summary>
    public required double[] Counted { get; init; }

    /// <summary>Which states of the question are in the base.</summary>
    public required bool[] InBase { get; init; }

    /// <summary>The weight of each respondent.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The least that is shown with the same digits.</summary>
    public double Low { get; set; }

    /// <summary>The most that is shown with the same digits.</summary>
    public double High { get; set; }

    /// <summary>What a respondent adds to the two sums.</summary>
    public (double Counted, double Base) Of(IReadOnlyList<int[]> states, int row)
    {
        var state = states[Question][row];
        if (!Among[row] || !InBase[state])
        {
            return default;
        }

        foreach (var (question, allowed) in Conditions)
        {
            if (!allowed[states[question][row]])
            {
                return default;
            }
        }

        return (Weights[row] * Counted[state], Weights[row]);
    }

    /// <summary>How far a value lies outside the bounds, in units of their distance.</summary>
    public double Excess(double counted, double all)
    {
        var value = IsRatio ? (all > 0 ? counted / all : double.PositiveInfinity) : counted;
        return value < Low ? (Low - value) / (High - Low) : value > High ? (value - High) / (High - Low) : 0;
    }

    /// <summary>Whether it always equals another one.</summary>
    public bool IsSameAs(RoundedNumber other) => Question == other.Question && IsRatio == other.IsRatio
        && Among.AsSpan().SequenceEqual(other.Among) && Weights.AsSpan().SequenceEqual(other.Weights)
        && Counted.AsSpan().SequenceEqual(other.Counted) && InBase.AsSpan().SequenceEqual(other.InBase)
        && Conditions.Count == other.Conditions.Count && Conditions.Zip(other.Conditions).All(pair => pair.First.Question == pair.Second.Question && pair.First.Allowed.AsSpan().SequenceEqual(pair.Second.Allowed));
}
