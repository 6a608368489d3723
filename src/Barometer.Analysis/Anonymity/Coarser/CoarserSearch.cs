namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>
/// Finds the nearest coarser table of which more can be shown. Each candidate is decided on as if it were released next, beside
/// everything that was released before, the table itself among it: so what the proposal tells, that release would tell too.
/// </summary>
/// <remarks>
/// The candidate that keeps most of the differences between groups is proposed, as far as they can be shown; at a tie the
/// nearer one. That is measured by the entropy of the groups: many of like size keep much, one that holds nearly everybody
/// keeps next to nothing (De Waal and Willenborg, Information loss through global recoding and local suppression, Netherlands
/// Official Statistics 14, 1999).
/// </remarks>
/// <param name="rules">The rules.</param>
/// <param name="codebook">The survey's codebook.</param>
/// <param name="before">Everything released so far.</param>
/// <param name="map">For each row of the table the row that rules and earlier claims are about.</param>
internal sealed class CoarserSearch(ClaimRules rules, Codebook codebook, IReadOnlyList<Claim> before, int[] map)
{
    private const int Decimals = 6;

    // So many candidates are decided on; should none of them do, none is proposed.
    private const int MostDecisions = 4;
    private const long MostSteps = 30_000;

    /// <summary>The proposal in the place of what is shown only with all of a table (a test, a function): coarser groups, all of which can be shown; null when there are none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="code">The code that made it.</param>
    public CoarserTable? InPlaceOf(UnreleasedTable table, string code) => Best(table, null, code);

    /// <summary>The proposal for a table of which most is suppressed; null when there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="status">The status of its estimates.</param>
    /// <param name="code">The code that made it.</param>
    public CoarserTable? Beside(UnreleasedTable table, IReadOnlyList<CellStatus> status, string code) => Best(table, new GroupedCells(table, status), code);

    private CoarserTable? Best(UnreleasedTable table, GroupedCells? now, string code)
    {
        if (table.Design is not { } design || table.By.Count == 0)
        {
            return null;
        }

        // The most that a candidate can keep is known from what is sensitive by itself: those that can keep most are decided on first, and no others once the best is known.
        var candidates = new Coarsenings(table, design, codebook).Find(now?.Suppressed).Where(way => now is not null || way.By.Count > 0).Index().Select(way => Candidate(table, way.Item, way.Index)).OfType<(Coarsening Way, int Nearness, UnreleasedTable Table, List<Claim> Claims, GroupedCells Most)>()
            .Where(one => IsBetter(one.Most, now)).OrderByDescending(one => Measure(one.Most)).ThenBy(one => one.Nearness);
        (Coarsening Way, int Nearness, GroupedCells Cells)? best = null;
        var decisions = 0;
        foreach (var one in candidates)
        {
            if (decisions++ == MostDecisions || (best is { } found && Measure(one.Most) < Measure(found.Cells)))
            {
                break;
            }

            if (Decide(one.Table, one.Claims) is { } cells && IsBetter(cells, now)
                && (best is not { } other || Measure(cells) > Measure(other.Cells) || (Measure(cells) == Measure(other.Cells) && one.Nearness < other.Nearness)))
            {
                best = (one.Way, one.Nearness, cells);
            }
        }

        if (best is not { } chosen)
        {
            return null;
        }

        var line = CoarserCode.Of(code, chosen.Way, table.By);
        return new CoarserTable(chosen.Way.By, chosen.Cells.Shown, chosen.Cells.Count, line, CoarserWords.Of(table, now, chosen.Way, chosen.Cells));
    }

    private bool IsBetter(GroupedCells cells, GroupedCells? now) => cells.Shows(now is null ? 1 : rules.Policy.MinShownShare) && (now is null || Measure(cells) > Measure(now));

    private static double Measure(GroupedCells cells) => Math.Round(cells.Kept, Decimals);

    /// <summary>A coarser table with what it could show at most; null when it can't be made.</summary>
    private (Coarsening, int, UnreleasedTable, List<Claim>, GroupedCells)? Candidate(UnreleasedTable table, Coarsening way, int nearness)
    {
        if (Regrouping.Make(table, way) is not { } coarser)
        {
            return null;
        }

        var reader = new ClaimReader(coarser, codebook, rules.Policy);
        var claims = coarser.Estimates.Select(estimate => reader.Read(estimate).In(map)).ToList();
        return (way, nearness, coarser, claims, new GroupedCells(coarser, claims.ConvertAll(claim => rules.IsSensitive(claim) ? CellStatus.Suppressed : CellStatus.Published)));
    }

    /// <summary>The cells of a coarser table, decided on; null when it can't be made safe.</summary>
    private GroupedCells? Decide(UnreleasedTable coarser, List<Claim> claims)
    {
        try
        {
            return new GroupedCells(coarser, new ReleasePlanner(rules) { Steps = new SearchSteps(MostSteps) }.Decide(claims, before).Status);
        }
        catch (BarometerException)
        {
            return null;
        }
    }
}

/// <summary>The cells of a table's groups, and which of them can be shown.</summary>
internal sealed class GroupedCells
{
    private readonly List<(string Code, int Respondents, int Shown, int Cells)> _groups;

    /// <summary>Groups the cells; those of everybody are left out, unless the table has no groups.</summary>
    /// <param name="table">The table.</param>
    /// <param name="status">The status of each estimate.</param>
    public GroupedCells(UnreleasedTable table, IReadOnlyList<CellStatus> status) =>
        _groups = [.. table.Estimates.Zip(status)
            .Where(one => one.First.Groups.Count > 0 || table.By.Count == 0)
            .GroupBy(one => string.Join('|', one.First.Groups.Select(group => group.Code)))
            .Select(same => (same.Key, same.Max(one => one.First.Members?.BaseRows.Length ?? 0), same.Count(one => one.Second != CellStatus.Suppressed), same.Count()))];

    /// <summary>The number of cells.</summary>
    public int Count => _groups.Sum(group => group.Cells);

    /// <summary>The number of cells that can be shown.</summary>
    public int Shown => _groups.Sum(group => group.Shown);

    /// <summary>The codes of the groups of which something is suppressed.</summary>
    public IReadOnlySet<string> Suppressed => _groups.Where(group => group.Shown < group.Cells).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// How much the table tells of differences between groups: the entropy −Σ p ln p of their shares p of the answers, each group
    /// counted for the part of its cells that is shown.
    /// </summary>
    public double Kept
    {
        get
        {
            var all = _groups.Sum(group => (double)group.Respondents);
            return -_groups.Where(group => group.Respondents > 0).Sum(group => group.Shown / (double)group.Cells * (group.Respondents / all) * Math.Log(group.Respondents / all));
        }
    }

    /// <summary>Whether at least this share of the cells can be shown.</summary>
    public bool Shows(double share) => Count > 0 && Shown >= share * Count;
}

/// <summary>The same numbers for other groups, as far as disclosure control needs them: whose answers they are, without values.</summary>
internal static class Regrouping
{
    /// <summary>The table in coarser groups; null for comparisons, whose parts are not those of groups.</summary>
    public static UnreleasedTable? Make(UnreleasedTable table, Coarsening way)
    {
        var everybody = table.Estimates.Where(estimate => estimate.Groups.Count == 0).ToList();
        if (everybody.Count == 0 || everybody.Exists(one => one.Members is not { Parts.Count: 0 }))
        {
            return null;
        }

        return table.With([.. everybody.SelectMany(one => Split(one, way)), .. everybody], table.Heading with { By = way.By, ByLabels = [] }, way.Design);
    }

    private static IEnumerable<UnreleasedEstimate> Split(UnreleasedEstimate all, Coarsening way)
    {
        var crossing = CrossClassification.Of(way.Design.Engine.Data, way.By);
        var members = all.Members!;
        foreach (var cell in crossing.Cells.Where(cell => cell >= 0 && way.By.Count > 0).Distinct().Order())
        {
            int[] Of(int[] rows) => Array.FindAll(rows, row => crossing.Cells[row] == cell);
            var (counted, opposed) = (members.CountedRows, members.OpposedRows);
            GroupValue[] groups = [.. crossing.CategoriesOf(cell).Select((code, i) => new GroupValue(way.By[i], code))];
            var numbers = all.Numbers with
            {
                Groups = groups,
                Members = new CellMembers(
                    () => Of(members.BaseRows), counted is null ? null : () => Of(counted), opposed is null ? null : () => Of(opposed))
                { Outcome = members.Outcome },
            };
            yield return all with { Numbers = numbers, Groups = [.. groups.Select(way.Design.Labels.Of)] };
        }
    }
}
