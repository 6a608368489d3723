namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>
/// Says of released tables what protects them, for somebody who is to look at them before they are published. It tells of what is
/// hidden, and is for reviewers alone.
/// </summary>
/// <param name="policy">The thresholds.</param>
internal sealed class ReleaseReview(ReleasePolicy policy)
{
    /// <summary>The tables of some releases, beside everything else that is released.</summary>
    /// <param name="released">The releases of all notebooks, with the status each cell was shown with.</param>
    /// <param name="wanted">The ids of those to say it of.</param>
    public IReadOnlyList<TableReview> Of(IReadOnlyList<JournalEntry> released, IReadOnlyCollection<string> wanted) =>
        [.. released.GroupBy(one => one.Series).Where(series => series.Any(one => wanted.Contains(one.Entry.Id))).SelectMany(series => Of([.. series], wanted))];

    private IEnumerable<TableReview> Of(List<JournalEntry> released, IReadOnlyCollection<string> wanted)
    {
        var rows = new SeriesRows();
        var claims = new List<Claim>();
        var places = new List<(JournalEntry Release, int First)>();
        foreach (var one in released)
        {
            places.Add((one, claims.Count));
            claims.AddRange(one.In(rows).Select((claim, i) => claim with { IsPublished = one.Entry.Cells[one.CellOfClaim[i]].Status == CellStatus.Published }));
        }

        var rules = rows.Rules(policy);
        var ours = places.FindAll(one => wanted.Contains(one.Release.Entry.Id));
        var hidden = HiddenIntervals.Of(claims, rules, claim => ours.Exists(one => claim >= one.First && claim < one.First + one.Release.Claims.Count));
        return ours.Select(one => Of(one.Release, claims.GetRange(one.First, one.Release.Claims.Count), one.First, hidden, rules));
    }

    private static TableReview Of(JournalEntry release, List<Claim> claims, int first, Dictionary<int, FeasibilityInterval> hidden, ClaimRules rules)
    {
        var shown = claims.Where(claim => claim.IsPublished).Select(claim => claim.Base).Where(set => set.Count > 0).ToList();
        var organisations = shown.ConvertAll(set => set.Rows.ToArray().GroupBy(rules.OrganisationOf).Select(own => own.Count()).ToList());
        var cells = release.Entry.Cells;
        return new TableReview(
            release.Entry.Id,
            cells.Count(cell => cell.Status == CellStatus.Published),
            cells.Count(cell => cell.Status == CellStatus.Suppressed),
            cells.Count(cell => cell.Status == CellStatus.Rounded))
        {
            FewestRespondents = shown.Count == 0 ? null : shown.Min(set => set.Count),
            FewestOrganisations = shown.Count == 0 ? null : organisations.Min(own => own.Count),
            FewestOnASide = claims.Where(claim => claim.IsPublished).SelectMany(claim => claim.Sums).Where(sum => sum is { Counted: not null, Opposed: null })
                .Select(sum => (int?)Math.Min(sum.Counted!.Givers.Count, sum.Base.Count - sum.Counted.Givers.Count)).Min(),
            LargestShare = shown.Count == 0 ? null : shown.Zip(organisations, (set, own) => own.Max() / (double)set.Count).Max(),
            NarrowestHidden = claims.Index().Where(one => hidden.ContainsKey(first + one.Index))
                .Select(one => (FeasibilityInterval?)hidden[first + one.Index]).MinBy(interval => interval!.Value.High - interval.Value.Low),
        };
    }
}

/// <summary>What protects a table.</summary>
/// <param name="Id">The release's id.</param>
/// <param name="Shown">Its cells that are shown as they are.</param>
/// <param name="Suppressed">Those that are suppressed.</param>
/// <param name="Rounded">Those that are shown after small count rounding.</param>
internal sealed record TableReview(string Id, int Shown, int Suppressed, int Rounded)
{
    /// <summary>The fewest respondents in the base of a number that is shown; null where none has any.</summary>
    public int? FewestRespondents { get; init; }

    /// <summary>The fewest organisations in such a base.</summary>
    public int? FewestOrganisations { get; init; }

    /// <summary>Of the shares that are shown the fewest who gave the answer, or didn't; null where none is a share.</summary>
    public int? FewestOnASide { get; init; }

    /// <summary>The largest share of such a base that comes from one organisation, 0–1.</summary>
    public double? LargestShare { get; init; }

    /// <summary>
    /// Of the hidden counts the one that a reader can bound best, with everything released: the least and the most who can have given the
    /// answer; null where no count of answers is hidden.
    /// </summary>
    public FeasibilityInterval? NarrowestHidden { get; init; }
}

/// <summary>How close a reader comes to suppressed counts of answers with everything that is shown: their feasibility intervals.</summary>
internal static class HiddenIntervals
{
    /// <summary>By the number of the claim the least and the most who can have given the answer.</summary>
    /// <param name="claims">All claims, with what is published.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="isWanted">Which claims to look at; only those that are suppressed and tell a count of one answer have an interval.</param>
    public static Dictionary<int, FeasibilityInterval> Of(IReadOnlyList<Claim> claims, ClaimRules rules, Func<int, bool> isWanted)
    {
        var found = new Dictionary<int, FeasibilityInterval>();
        foreach (var linked in LinkedClaims.Of(claims, rules).Where(linked => linked.Name != LinkedClaims.Respondents))
        {
            var units = linked.Claims.Index().Where(unit => isWanted(unit.Item) && claims[unit.Item] is { IsPublished: false, Sums: [{ Counted: not null, Opposed: null }] }
                && linked.Problem.Units[unit.Index].Cells.Count == 1).ToList();
            if (units.Count == 0)
            {
                continue;
            }

            var published = linked.Problem.Units.Where((_, unit) => claims[linked.Claims[unit]].IsPublished).SelectMany(unit => unit.Cells).ToHashSet();
            using var outsider = new FeasibilityIntervals(linked.Problem.Tables, published.Contains);
            foreach (var (unit, claim) in units)
            {
                found[claim] = outsider.Of(linked.Problem.Tables.Cells[linked.Problem.Units[unit].Cells[0]]);
            }
        }

        return found;
    }
}

/// <summary>What a session of the kernel says under a table that nothing but this session has decided on.</summary>
internal static class SessionWords
{
    private const int MostNames = 3;

    /// <summary>The words.</summary>
    /// <param name="plan">What is shown of the table.</param>
    /// <param name="alone">What would be shown of it if the session had released nothing before.</param>
    /// <param name="before">What it has released before.</param>
    /// <param name="isPublished">Whether a release has been published.</param>
    public static LocalizedText Of(ReleasePlan plan, ReleasePlan alone, IReadOnlyList<string> before, Func<string, bool> isPublished)
    {
        if (plan.Collisions.Any(one => one.IsStopped))
        {
            return new LocalizedText(
                "Hele tabellen er skjult, og mer enn nødvendig: søket etter hva som må skjules ble stanset etter et fast antall steg. «reproduce» søker videre.",
                "The whole table is hidden, and more than necessary: the search for what must be hidden was stopped after a fixed number of steps. “reproduce” searches on.");
        }

        var more = plan.Status.Zip(alone.Status).Count(one => one.First == CellStatus.Suppressed && one.Second != CellStatus.Suppressed);
        if (more == 0)
        {
            return before.Count == 0
                ? new LocalizedText("Avgjort for seg; «reproduce» avgjør den sammen med alle notebooker og kan skjule mer.", "Decided by itself; “reproduce” decides on it together with all notebooks and may hide more.")
                : new LocalizedText(
                    "Avgjort ved siden av det som er vist tidligere i denne økten; «reproduce» avgjør alt samlet og kan skjule annet.",
                    "Decided beside what was shown earlier in this session; “reproduce” decides on all together and may hide other numbers.");
        }

        // Where a search found with which releases it collides, these; else all that may have to do with it.
        var with = plan.Collisions.SelectMany(one => one.With).Distinct().ToList() is { Count: > 0 } found ? found : before;
        var published = with.Where(isPublished).ToList();
        var (nb, en) = published.Count > 0 ? ("er publisert", "is published") : ("er vist tidligere i denne økten", "was shown earlier in this session");
        var names = Names(published.Count > 0 ? published : with);
        return new LocalizedText(
            FormattableString.Invariant($"{more} av {plan.Status.Count} tall er skjult bare fordi noe annet {nb} ({names}). «reproduce» avgjør alt samlet og kan vise annet; barometer.Forget(id) tar et frigitt resultat i økten tilbake."),
            FormattableString.Invariant($"{more} of {plan.Status.Count} numbers are hidden only because something else {en} ({names}). “reproduce” decides on all together and may show other numbers; barometer.Forget(id) takes a release of the session back."));
    }

    private static string Names(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MostNames).Select(id => $"«{id}»")) + (ids.Count > MostNames ? " …" : "");
}
