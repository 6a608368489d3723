namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>
/// The nearest coarser table of which more can be shown: what is proposed in the place of a table that is refused, or mostly
/// hidden. It holds statuses and no number of respondents.
/// </summary>
/// <param name="By">The grouping variables of the proposed table; none for everybody together.</param>
/// <param name="Shown">How many of its groups' numbers can be shown, beside everything released so far.</param>
/// <param name="Cells">How many numbers its groups have.</param>
/// <param name="Code">The line of code that makes it.</param>
/// <param name="Words">What the table shows, what the proposed one could show and what is lost, for a note.</param>
public sealed record CoarserTable(IReadOnlyList<string> By, int Shown, int Cells, string Code, LocalizedText Words)
{
    /// <summary>The words with the line of code behind them, for who can run it.</summary>
    public LocalizedText Advice => new($"{Words.Nb} {Code}", $"{Words.En} {Code}");
}
