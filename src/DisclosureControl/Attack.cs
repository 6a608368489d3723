namespace DisclosureControl;

/// <summary>A sensitive sum that can be worked out from what is published.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Contributor">The contributor that can with its own data; null when any outsider can.</param>
/// <param name="Units">The numbers of the published units that it follows from: without any one of them it would not.</param>
public sealed record Disclosure(CellSum Sum, string? Contributor, IReadOnlyList<int> Units);

/// <summary>
/// The attack on a publication: for each sensitive sum, those that no table shows among them, whether an outsider can work
/// it out with linear programs and in whole numbers, and each contributor with its own answers; and from which units. It
/// asks what is published, not how that was decided on.
/// </summary>
/// <param name="problem">The tables, the units and the sensitive sums.</param>
/// <param name="isPublished">Whether a unit is published.</param>
/// <param name="protectionLevel">How far from the truth the bounds for a sensitive count must lie.</param>
public sealed class Attack(SuppressionProblem problem, Func<int, bool> isPublished, double protectionLevel)
{
    private readonly LinkedTables _tables = problem.Tables;
    private readonly IReadOnlyList<CellSum> _sums = [.. problem.Sensitive.Distinct()];
    private readonly HashSet<int> _published = [.. Enumerable.Range(0, problem.Units.Count).Where(isPublished)];

    /// <summary>The number of sums that must not be known, the parts of unions among them.</summary>
    public int Sums => problem.Unions.SelectMany(unions => unions.Parts).Select(part => part.Sum).Union(_sums).Count();

    private bool AreCounts => Array.TrueForAll(_tables.Lower, bound => bound == 0);

    /// <summary>What can be worked out, and by whom.</summary>
    public IEnumerable<Disclosure> Find()
    {
        var open = new List<(CellSum Sum, double[] Low, double[] High)>();
        using var outsider = Program(_published, _tables.Lower, wholeNumbers: false);
        foreach (var sum in _sums)
        {
            var low = Vertex(outsider, sum, highest: false);
            var high = Vertex(outsider, sum, highest: true);
            if (IsKnown(sum, low, high))
            {
                yield return new Disclosure(sum, null, Path(sum));
            }
            else if (low is not null && high is not null)
            {
                open.Add((sum, low, high));
            }
        }

        foreach (var found in Unions())
        {
            yield return new Disclosure(found, null, Path(found));
        }

        foreach (var found in AreCounts ? _tables.Contributors.SelectMany(contributor => Inside(contributor, open)) : [])
        {
            yield return found;
        }
    }

    /// <summary>The unions of sums that are known and break a rule, those that were attacked as sums left out.</summary>
    private List<CellSum> Unions()
    {
        if (problem.Unions.Count == 0)
        {
            return [];
        }

        var cells = Cells(_published);
        var derivable = new DerivableUnions(_tables, cells.Contains);
        return [.. problem.Unions.SelectMany(derivable.FindAll).Select(found => found.Sum).Distinct().Except(_sums)];
    }

    /// <summary>What a contributor finds that no outsider does. Where an outsider's extreme tables agree with its own data, nothing.</summary>
    private IEnumerable<Disclosure> Inside(Contributor contributor, IEnumerable<(CellSum Sum, double[] Low, double[] High)> open)
    {
        bool Agrees(double[] table) => contributor.Contributions.All(own => table[own.Key] >= own.Value - CellSum.Nothing);
        var doubtful = open.Where(one => !(Agrees(one.Low) && Agrees(one.High)) && !contributor.IsAloneIn(one.Sum, _tables.Inner)).ToList();
        if (doubtful.Count == 0)
        {
            yield break;
        }

        var lower = Attacker.Insiders(_tables, [contributor]).Lower;
        using var program = Program(_published, lower, wholeNumbers: false);
        foreach (var (sum, _, _) in doubtful)
        {
            if (program.Of(sum).IsExact)
            {
                yield return new Disclosure(sum, contributor.Name, Path(sum, lower));
            }
        }
    }

    private bool IsKnown(CellSum sum, double[]? low, double[]? high)
    {
        if (low is null || high is null)
        {
            return false;
        }

        var (least, most) = (sum.Value(low), sum.Value(high));
        if (most - least < CellSum.Nothing)
        {
            return true;
        }

        // An interval this wide holds several whole numbers that are attained; a narrow one may hold one only.
        if (!AreCounts || most - least >= (2 * protectionLevel) + 1)
        {
            return false;
        }

        using var whole = Program(_published, _tables.Lower, wholeNumbers: true);
        return whole.Of(sum).IsExact;
    }

    /// <summary>The units that are needed: each is left out in turn, and stays out when the sum is known without it.</summary>
    private List<int> Path(CellSum sum, double[]? lower = null)
    {
        var needed = _published.ToHashSet();
        foreach (var unit in _published.Order())
        {
            needed.Remove(unit);
            using var program = Program(needed, lower ?? _tables.Lower, AreCounts && lower is null);
            if (!program.Of(sum).IsExact)
            {
                needed.Add(unit);
            }
        }

        return [.. needed.Order()];
    }

    private FeasibilityIntervals Program(HashSet<int> published, double[] lower, bool wholeNumbers) =>
        new(_tables, Cells(published).Contains, wholeNumbers, lower);

    private HashSet<int> Cells(HashSet<int> published) => [.. problem.Units.Where((_, unit) => published.Contains(unit)).SelectMany(unit => unit.Cells)];

    private static double[]? Vertex(FeasibilityIntervals program, CellSum sum, bool highest) =>
        double.IsFinite(program.Extreme(sum, highest)) ? program.Solution() : null;
}
