namespace Barometer.Analysis.Anonymity.Ledger;

/// <summary>
/// Decides on all drafts together, given what is published: what one notebook suppresses, another must not give back.
/// </summary>
/// <param name="policy">The thresholds.</param>
/// <param name="stored">The ledger as it is.</param>
/// <param name="keepsDrafts">Whether drafts of the ledger stay as they are, too: where only some of the notebooks were run.</param>
internal sealed class JointPlan(ReleasePolicy policy, ReleaseLedger stored, bool keepsDrafts = false)
{
    private readonly List<(JournalEntry Release, Collision Collision)> _collisions = [];

    /// <summary>The releases that the last decision suppressed whole, since what they would need suppressed follows from what is published.</summary>
    public IReadOnlyList<(JournalEntry Release, Collision Collision)> Collisions => _collisions;

    /// <summary>The entries with the status that each cell is to have.</summary>
    /// <param name="released">The releases of all notebooks, in the notebooks' order.</param>
    /// <param name="said">Hears how far the decision has come; null for nobody.</param>
    /// <exception cref="BarometerException">An id was used twice, or a number is rounded in one table and exact in another.</exception>
    public ReleaseLedger Decide(IReadOnlyList<JournalEntry> released, Action<string>? said = null)
    {
        _collisions.Clear();

        // Headlines and totals come first, and in which order cells stand decides nothing.
        var inOrder = released.OrderBy(one => one.Table?.By.Count ?? 0).ThenBy(one => one.Entry.Notebook, StringComparer.Ordinal).ThenBy(one => one.Entry.Id, StringComparer.Ordinal);
        var decided = inOrder.GroupBy(one => (one.Series, one.Entry.IsSynthetic)).SelectMany(survey => Decide([.. survey.Where(IsFrozen)], [.. survey.Where(one => !IsFrozen(one) && !IsPublished(one))], line => said?.Invoke($"{survey.Key.Series}, {line}")));
        var kept = stored.Entries.Where(entry => released.FirstOrDefault(one => one.Entry.Id == entry.Id) is var now && (entry.IsPublished ? now is null || !IsFrozen(now) : keepsDrafts && now is null));
        return new ReleaseLedger([.. decided.ToList(), .. kept], stored.Editions, stored.Superseded);
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

    private bool IsFrozen(JournalEntry one) => stored.Find(one.Entry.Id) is { } old && (old.IsPublished || keepsDrafts) && old.IsAboutTheSameAs(one.Entry);

    private IEnumerable<LedgerEntry> Decide(List<JournalEntry> frozen, List<JournalEntry> drafts, Action<string> said)
    {
        var rows = new SeriesRows();
        var earlier = frozen.SelectMany(one => one.In(rows).Select((claim, i) =>
            claim with { Release = one.Entry.Id, IsPublished = stored.Find(one.Entry.Id)!.Cells[one.CellOfClaim[i]].Status == CellStatus.Published })).ToList();
        var claims = drafts.SelectMany(one => one.In(rows).Select(claim => claim with { Release = one.Entry.Id })).ToList();
        var plan = claims.Count == 0 ? new ReleasePlan([], []) : new ReleasePlanner(rows.Rules(policy)) { Said = said }.Decide(claims, earlier, SearchEffort.Thorough);
        _collisions.AddRange(plan.Collisions.Select(collision => (drafts.First(draft => draft.Entry.Id == collision.Release), collision)));
        var next = 0;
        foreach (var draft in drafts)
        {
            var first = next;
            next += draft.Claims.Count;
            yield return WithStatus(draft, i => plan.Status[first + i]);
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

    /// <summary>The number of the notebook's cell that releases it; 0 when that isn't known.</summary>
    public int Cell { get; init; }

    /// <summary>The table as it is seen; null in a journal that was made up.</summary>
    public Released<ReleasedTable>? Released { get; init; }

    /// <summary>The estimates as they were before the release, which nobody sees; null in a journal that was made up.</summary>
    public UnreleasedTable? Table { get; init; }
}
