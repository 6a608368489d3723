namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>One thing that an estimate tells a reader: how many of a set of respondents gave an answer, or an amount.</summary>
/// <param name="Block">The question it is about; counts of the same question are linked.</param>
/// <param name="Base">The respondents of whom it tells.</param>
/// <param name="IsSensitive">Whether the answer is one that an organisation may not want to be known by.</param>
internal sealed record Told(string Block, RowSet Base, bool IsSensitive)
{
    /// <summary>The answer that is counted; null for an amount: a mean or a total of a number.</summary>
    public Answer? Counted { get; init; }

    /// <summary>For a net balance: the answer that counts as minus one.</summary>
    public Answer? Opposed { get; init; }

    /// <summary>Those of the base who were asked; null when all were. The others can't have given an answer.</summary>
    public RowSet? Asked { get; init; }

    /// <summary>More answers whose number must not come out with it.</summary>
    public IReadOnlyList<Answer> Also { get; init; } = [];
}
