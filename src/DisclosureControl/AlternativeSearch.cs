namespace DisclosureControl;

/// <summary>How far from a sensitive sum to look for alternative tables; in small systems it makes no difference.</summary>
internal enum SearchRange
{
    /// <summary>Everywhere, until it is certain that there is none.</summary>
    Everywhere = 0,

    /// <summary>In the neighbourhood.</summary>
    Nearby,

    /// <summary>Only where it takes next to no time.</summary>
    Nearest,
}

/// <summary>
/// Finds an alternative table that meets a requirement: in large systems by hypercubes, where categories are crossed, then by
/// the linear program of the neighbourhood, and at last by the one of all cells, which proves what it finds to be the
/// cheapest.
/// </summary>
internal sealed class AlternativeSearch : IDisposable
{
    // Below this the linear program of all cells is as fast as a search around the sensitive one, and better; without hypercubes it
    // is so for longer, since the program that is kept is solved again in a fraction of the time that setting up another takes.
    private const int FewInnerCells = 200;
    private const int FewWithoutHypercubes = 2000;
    private readonly Lazy<AlternativeProgram> _whole;
    private readonly Neighbourhood[] _near = [];
    private readonly HypercubeMethod? _hypercubes;

    /// <summary>Sets it up.</summary>
    /// <param name="tables">The cells.</param>
    /// <param name="nearby">Whether to look near a sensitive sum first.</param>
    /// <param name="steps">How far to search; null without end.</param>
    public AlternativeSearch(LinkedTables tables, bool nearby, SearchSteps? steps = null)
    {
        _whole = new Lazy<AlternativeProgram>(() => new AlternativeProgram(tables, steps: steps));
        if (nearby && tables.Inner.Length > (tables.Crossing is null ? FewWithoutHypercubes : FewInnerCells))
        {
            _near = [new Neighbourhood(tables, 100, steps), new Neighbourhood(tables, 500, steps)];
            _hypercubes = tables.Crossing is { } crossing ? new HypercubeMethod(tables, crossing) : null;
        }
    }

    /// <summary>Whether there are so many inner cells that alternatives are looked for near the sensitive sums.</summary>
    public bool IsLarge => _near.Length > 0;

    /// <summary>An alternative that meets the requirement at little cost; null when none is found.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is suppressed, infinite when it must not.</param>
    /// <param name="range">How far to look.</param>
    public Alternative? Find(ProtectionRequirement requirement, Func<int, double> costOf, SearchRange range = SearchRange.Everywhere)
    {
        if (_hypercubes?.Find(requirement, costOf, nearest: range == SearchRange.Nearest) is { } hypercube)
        {
            return new Alternative(hypercube, 0, []);
        }

        if (!IsLarge)
        {
            return Cheapest(requirement, costOf);
        }

        var neighbourhoods = range != SearchRange.Nearest ? _near : _hypercubes is null ? _near[..1] : [];
        var near = neighbourhoods.Select(neighbourhood => neighbourhood.Find(requirement, costOf)).FirstOrDefault(table => table is not null);
        return near is not null ? new Alternative(near, 0, []) : range == SearchRange.Everywhere ? Cheapest(requirement, costOf) : null;
    }

    /// <summary>The cheapest alternative of all that meets the requirement; null when there is none.</summary>
    public Alternative? Cheapest(ProtectionRequirement requirement, Func<int, double> costOf) => _whole.Value.Find(requirement, costOf);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_whole.IsValueCreated)
        {
            _whole.Value.Dispose();
        }
    }
}

/// <summary>
/// Finds an alternative table near a sensitive sum: all but the inner cells that share small cells with it stay as they are.
/// In large tables the linear program of the neighbourhood has a hundredth of the size, and what it finds suppresses little,
/// because the cells that change are small. It is an alternative of the whole system; where it finds none, there may be one.
/// </summary>
/// <param name="tables">The cells.</param>
/// <param name="most">The number of inner cells that may differ.</param>
/// <param name="steps">How far to search; null without end.</param>
internal sealed class Neighbourhood(LinkedTables tables, int most, SearchSteps? steps)
{
    /// <summary>An alternative that meets the requirement, at the least cost in the neighbourhood; null when there is none in it.</summary>
    public AlternativeTable? Find(ProtectionRequirement requirement, Func<int, double> costOf)
    {
        var near = Around(requirement.Sum);
        var cells = Restricted(near, tables.CellsOf);
        var part = new LinkedTables(
            near.Select(inner => tables.Inner[inner]), cells.Select(cell => cell.Sum), Restricted(near, tables.KnownOf).Select(known => known.Sum));
        var index = near.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var attacker = new Attacker([.. near.Select(inner => requirement.Attacker.Lower[inner])], [.. near.Select(inner => requirement.Attacker.Knows[inner])]);
        var sum = CellSum.Of(requirement.Sum.Terms().Where(term => index.ContainsKey(term.InnerCell)).Select(term => (index[term.InnerCell], term.Coefficient)));
        using var program = new AlternativeProgram(part, steps: steps);
        return program.Find(new ProtectionRequirement(sum, requirement.Change, requirement.EitherWay, attacker), cell => costOf(cells[cell].Cell)) is { } found
            ? AlternativeTable.Of(found.Table.Terms().Select(term => (near[term.InnerCell], term.Change)))
            : null;
    }

    /// <summary>Inner cells of the sum, the largest first, and those of the smallest cells that they are in, and so on, until they are many.</summary>
    private List<int> Around(CellSum sum)
    {
        // The largest ones have most room to fall; the sum's own take a quarter, so that there is something to move against them.
        var near = sum.InnerCells.ToArray().OrderByDescending(inner => tables.Inner[inner]).Take(most / 4).ToList();
        var seen = near.ToHashSet();
        for (var at = 0; at < near.Count && near.Count < most; at++)
        {
            foreach (var cell in tables.CellsOf.Sums(near[at]))
            {
                foreach (var inner in tables.Cells[cell].Length > most ? [] : tables.Cells[cell].InnerCells)
                {
                    if (near.Count < most && seen.Add(inner))
                    {
                        near.Add(inner);
                    }
                }
            }
        }

        return near;
    }

    private static List<(int Cell, CellSum Sum)> Restricted(List<int> near, Memberships sumsOf) =>
        [.. near.SelectMany((inner, i) => sumsOf.Sums(inner).ToArray().Zip(sumsOf.Coefficients(inner).ToArray(), (sum, coefficient) => (Sum: sum, Term: (i, coefficient))))
            .GroupBy(one => one.Sum, one => one.Term)
            .OrderBy(one => one.Key)
            .Select(one => (one.Key, CellSum.Of(one)))];
}
