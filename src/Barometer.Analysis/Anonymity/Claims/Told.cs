namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>One thing that an estimate tells a reader: how many of a set of respondents gave an answer, or an amount.</summary>
/// <param name="Questions">
/// What it is about: the question, or several of which the answers are taken together. What is told of the same question
/// is linked.
/// </param>
/// <param name="Base">The respondents of whom it tells.</param>
internal sealed record Told(IReadOnlyList<string> Questions, RowSet Base)
{
    /// <summary>The answer that is counted; null for an amount: a mean or a total of a number.</summary>
    public Answer? Counted { get; init; }

    /// <summary>For a net balance: the answer that counts as minus one.</summary>
    public Answer? Opposed { get; init; }

    /// <summary>Those of the base who were asked; null when all were. The others can't have given an answer.</summary>
    public RowSet? Asked { get; init; }

    /// <summary>
    /// More answers whose number must not come out with it: all other categories of the question, whether any table shows
    /// them or not.
    /// </summary>
    public IReadOnlyList<Answer> Also { get; init; } = [];

    /// <summary>All answers it is about.</summary>
    public IEnumerable<Answer> Answers => Counted is null ? [] : Opposed is null ? [Counted, .. Also] : [Counted, Opposed, .. Also];
}
