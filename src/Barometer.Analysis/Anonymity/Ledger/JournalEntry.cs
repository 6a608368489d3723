namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>A release of a session that runs, with everything that is needed to decide on it together with others.</summary>
/// <param name="Entry">What the ledger will say of it.</param>
/// <param name="Held">For each claim the number of its cell; the other cells are public counts.</param>
/// <param name="Claims">What the cells tell.</param>
/// <param name="Organisations">For each respondent of the survey the organisation.</param>
internal sealed record JournalEntry(LedgerEntry Entry, IReadOnlyList<int> Held, IReadOnlyList<Claim> Claims, int[] Organisations)
{
    /// <summary>The coarser table that is proposed in its place, in words; null when it shows enough.</summary>
    public string? Coarser { get; init; }
}
