namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// Decides on all drafts together, given what is published: what one notebook suppresses, another must not give back.
/// </summary>
/// <param name="policy">The thresholds.</param>
/// <param name="stored">The ledger as it is.</param>
internal sealed class JointPlan(ReleasePolicy policy, ReleaseLedger stored)
{
    /// <summary>The entries with the status that each cell is to have.</summary>
    /// <param name="released">The releases of all notebooks, in the notebooks' order.</param>
    /// <param name="said">Hears how far the decision has come; null for nobody.</param>
    /// <exception cref="BarometerException">What must be suppressed follows from what is published, or an id was used twice.</exception>
    public ReleaseLedger Decide(IReadOnlyList<JournalEntry> released, Action<string>? said = null)
    {
        var decided = released.GroupBy(one => (one.Series, one.Entry.IsSynthetic)).SelectMany(survey => Decide([.. survey.Where(IsFrozen)], [.. survey.Where(one => !IsPublished(one))], line => said?.Invoke($"{survey.Key.Series}, {line}")));
        var kept = stored.Entries.Where(entry => entry.IsPublished && !released.Any(one => one.Entry.Id == entry.Id && IsFrozen(one)));
        return new ReleaseLedger([.. decided, .. kept], stored.Editions, stored.Superseded);
    }

    /// <summary>What is published and would be undone by what was released now: it shows something else, or nothing shows it any more.</summary>
    /// <param name="released">The releases of all notebooks.</param>
    public IEnumerable<string> Undone(IReadOnlyList<JournalEntry> released) =>
        from entry in stored.Entries
        where entry.IsPublished
        let now = released.FirstOrDefault(one => one.Entry.Id == entry.Id)?.Entry
        where now?.Digest != entry.Digest || !entry.IsAboutTheSameAs(now)
        select $"«{entry.Id}» is published{(entry.Edition is { } edition ? FormattableString.Invariant($" in edition {edition}") : "")}, and "
            + (now is null ? "no notebook releases it any more" : "a fresh run gives another content")
            + ": bring it back, or correct it with a reason: «barometer publish --erratum»; a new table has an id of its own";

    private bool IsPublished(JournalEntry one) => stored.Find(one.Entry.Id) is { IsPublished: true };

    private bool IsFrozen(JournalEntry one) => stored.Find(one.Entry.Id) is { IsPublished: true } old && old.IsAboutTheSameAs(one.Entry);

    private IEnumerable<LedgerEntry> Decide(List<JournalEntry> frozen, List<JournalEntry> drafts, Action<string> said)
    {
        var rows = new SeriesRows();
        var earlier = frozen.SelectMany(one => one.In(rows).Select((claim, i) =>
            claim with { IsPublished = stored.Find(one.Entry.Id)!.Cells[one.CellOfClaim[i]].Status == CellStatus.Published })).ToList();
        var claims = drafts.SelectMany(one => one.In(rows)).ToList();
        var status = claims.Count == 0 ? [] : new ReleasePlanner(rows.Rules(policy)) { Said = said }.Decide(claims, earlier, SearchEffort.Thorough);
        var next = 0;
        foreach (var draft in drafts)
        {
            var first = next;
            next += draft.Claims.Count;
            yield return WithStatus(draft, i => status[first + i]);
        }

        foreach (var one in frozen)
        {
            yield return stored.Find(one.Entry.Id)! with { Notebook = one.Entry.Notebook };
        }
    }

    private static LedgerEntry WithStatus(JournalEntry one, Func<int, CellStatus> statusOfClaim)
    {
        var cells = one.Entry.Cells.Select(cell => cell with { Status = CellStatus.Published }).ToArray();
        for (var i = 0; i < one.CellOfClaim.Count; i++)
        {
            cells[one.CellOfClaim[i]] = cells[one.CellOfClaim[i]] with { Status = statusOfClaim(i) };
        }

        return one.Entry with { Cells = cells };
    }
}

/// <summary>A release of a session that runs, with everything that is needed to decide on it together with others.</summary>
/// <param name="Entry">What the ledger will say of it.</param>
/// <param name="CellOfClaim">For each claim the number of its cell; the other cells are public counts.</param>
/// <param name="Claims">What the cells tell.</param>
/// <param name="Organisations">For each respondent of the survey the organisation.</param>
/// <param name="Respondents">Who they are, for other surveys of the series; null when that isn't known.</param>
internal sealed record JournalEntry(LedgerEntry Entry, IReadOnlyList<int> CellOfClaim, IReadOnlyList<Claim> Claims, int[] Organisations, Respondents? Respondents = null)
{
    /// <summary>The series of surveys that it binds.</summary>
    public string Series => Respondents?.Series ?? Entry.Survey;

    /// <summary>The claims, of the rows of the series.</summary>
    public IEnumerable<Claim> In(SeriesRows rows)
    {
        var map = rows.Add(Entry.Survey, Organisations, Respondents);
        return Claims.Select(claim => claim.In(map));
    }

    /// <summary>The coarser table that is proposed in its place, in words; null when it shows enough.</summary>
    public string? Coarser { get; init; }

    /// <summary>The table as it is seen; null in a journal that was made up.</summary>
    public Released<ReleasedTable>? Released { get; init; }

    /// <summary>The estimates as they were before the release, which nobody sees; null in a journal that was made up.</summary>
    public UnreleasedTable? Table { get; init; }
}
