namespace DisclosureControl;

/// <summary>
/// What attackers find out from a pattern of published and suppressed cells. It knows nothing of how the pattern was found,
/// so that it can judge anybody's.
/// </summary>
public sealed class PatternAudit
{
    private readonly SensitiveCells _sensitive;
    private readonly bool[] _published;
    private readonly int[] _suppressed;
    private readonly int[] _suppressedSensitive;

    /// <summary>Attacks a pattern: a linear program for each suppressed cell, and whole numbers where it doesn't end in these.</summary>
    /// <param name="sensitive">The tables and their sensitive cells.</param>
    /// <param name="isPublished">Whether a cell can be read.</param>
    /// <exception cref="DisclosureException">The solver gave up.</exception>
    public PatternAudit(SensitiveCells sensitive, Func<int, bool> isPublished)
    {
        ArgumentNullException.ThrowIfNull(sensitive);
        ArgumentNullException.ThrowIfNull(isPublished);
        _sensitive = sensitive;
        _published = [.. Enumerable.Range(0, Tables.Cells.Count).Select(isPublished)];
        _suppressed = [.. Enumerable.Range(0, _published.Length).Where(cell => !_published[cell])];
        _suppressedSensitive = [.. sensitive.Cells.Where(cell => !_published[cell])];
        PublishedSensitive = [.. sensitive.Cells.Where(cell => _published[cell])];
        (Intervals, WholeIntervals) = FindIntervals();
        NonzeroIntervals = FindNonzeroIntervals();
        GroupDisclosures = FindGroups();
        (Derivable, ContributorDisclosures) = ByArithmetic();
        UnsafeUnions = FindUnions();
        Exact = [.. _suppressedSensitive.Where(cell => Intervals[cell].IsExact)];
        ExactInWholeNumbers = [.. _suppressedSensitive.Where(cell => WholeIntervals[cell].IsExact)];
        ExactIfNonzero = [.. _suppressedSensitive.Where(cell => NonzeroIntervals[cell].IsExact)];
        TooNarrow = Tables.AreCounts ? [.. _suppressedSensitive.Where(cell => IsTooNarrow(Intervals[cell], Tables.Value(cell)))] : [];
        UpperTooClose = [.. _suppressedSensitive.Where(cell =>
            sensitive.UpperProtection.TryGetValue(cell, out var level) && Intervals[cell].High < Tables.Value(cell) + level - CellSum.Nothing)];
    }

    /// <summary>Sensitive cells that are published.</summary>
    public IReadOnlyList<int> PublishedSensitive { get; }

    /// <summary>Suppressed cells that follow from published ones by adding and subtracting.</summary>
    public IReadOnlyList<int> Derivable { get; }

    /// <summary>The feasibility interval of every suppressed cell.</summary>
    public IReadOnlyDictionary<int, FeasibilityInterval> Intervals { get; }

    /// <summary>The feasibility interval of every suppressed cell in whole numbers.</summary>
    public IReadOnlyDictionary<int, FeasibilityInterval> WholeIntervals { get; }

    /// <summary>
    /// The intervals of the suppressed sensitive cells to an outsider who takes it that no suppressed cell is zero; NaN where
    /// that contradicts what is published.
    /// </summary>
    public IReadOnlyDictionary<int, FeasibilityInterval> NonzeroIntervals { get; }

    /// <summary>Suppressed sensitive cells whose interval leaves one value.</summary>
    public IReadOnlyList<int> Exact { get; }

    /// <summary>Suppressed sensitive cells whose interval leaves one whole number.</summary>
    public IReadOnlyList<int> ExactInWholeNumbers { get; }

    /// <summary>Suppressed sensitive cells that are exact to one who takes it that no suppressed cell is zero.</summary>
    public IReadOnlyList<int> ExactIfNonzero { get; }

    /// <summary>Suppressed sensitive counts whose interval doesn't reach as far as the protection level asks.</summary>
    public IReadOnlyList<int> TooNarrow { get; }

    /// <summary>Suppressed sensitive amounts whose upper bound is closer than the upper protection level.</summary>
    public IReadOnlyList<int> UpperTooClose { get; }

    /// <summary>Groups of which all, or all but the coalition, are known to have given an answer, with the most who may not have.</summary>
    public IReadOnlyList<(GroupDisclosure Group, double MostOthers)> GroupDisclosures { get; }

    /// <summary>Sensitive cells that a contributor which is alone in some inner cell can work out, and which no outsider can.</summary>
    public IReadOnlyList<(string Contributor, int Cell)> ContributorDisclosures { get; }

    /// <summary>Unions of suppressed cells that can be worked out and break a rule, one for each rule at least where there are any.</summary>
    public IReadOnlyList<UnsafeUnion> UnsafeUnions { get; }

    /// <summary>Whether no outsider finds a sensitive cell.</summary>
    public bool IsSafeFromOutsiders => PublishedSensitive.Count == 0 && Exact.Count == 0 && ExactInWholeNumbers.Count == 0;

    /// <summary>Whether no contributor finds a sensitive cell of others.</summary>
    public bool IsSafeFromContributors => ContributorDisclosures.Count == 0;

    /// <summary>Whether nobody comes closer to a sensitive cell than the protection levels allow.</summary>
    public bool IsSafe => IsSafeFromOutsiders && IsSafeFromContributors && ExactIfNonzero.Count == 0 && TooNarrow.Count == 0 && UpperTooClose.Count == 0 && GroupDisclosures.Count == 0 && UnsafeUnions.Count == 0;

    private LinkedTables Tables => _sensitive.Tables;

    private (Dictionary<int, FeasibilityInterval> Intervals, Dictionary<int, FeasibilityInterval> Whole) FindIntervals()
    {
        var (intervals, wholes) = (new Dictionary<int, FeasibilityInterval>(), new Dictionary<int, FeasibilityInterval>());
        using var extremes = new Extremes(Tables, cell => _published[cell]);
        foreach (var cell in _suppressed)
        {
            var (low, wholeLow) = extremes.Of(Tables.Cells[cell], highest: false);
            var (high, wholeHigh) = extremes.Of(Tables.Cells[cell], highest: true);
            intervals.Add(cell, new FeasibilityInterval(low, high));
            wholes.Add(cell, new FeasibilityInterval(wholeLow, wholeHigh));
        }

        return (intervals, wholes);
    }

    private Dictionary<int, FeasibilityInterval> FindNonzeroIntervals()
    {
        using var program = FeasibilityIntervals.IfNonzero(Tables, cell => _published[cell]);
        return _suppressedSensitive.ToDictionary(cell => cell, cell => program.Of(Tables.Cells[cell]));
    }

    private (List<int> Derivable, List<(string Contributor, int Cell)> Contributors) ByArithmetic()
    {
        var known = DerivableSums.Of(Tables, cell => _published[cell]);
        var derivable = _suppressed.Where(cell => known.Contains(Tables.Cells[cell])).ToList();
        var open = _suppressedSensitive.Where(cell => !Intervals[cell].IsExact).ToList();
        var found = new List<(string, int)>();
        foreach (var contributor in Tables.Contributors)
        {
            var own = open.FindAll(cell => !contributor.KnowsAllOf(Tables.Cells[cell], Tables.Inner));
            var sums = known.FoundBy(contributor, Tables, own.Select(cell => Tables.Cells[cell])).ToHashSet();
            found.AddRange(own.FindAll(cell => sums.Contains(Tables.Cells[cell])).Select(cell => (contributor.Name, cell)));
        }

        return (derivable, found);
    }

    private List<(GroupDisclosure Group, double MostOthers)> FindGroups()
    {
        using var program = new FeasibilityIntervals(Tables, cell => _published[cell]);
        return [.. _sensitive.Groups
            .Where(group => group.Others.Value(Tables.Inner) <= _sensitive.Coalition)
            .Select(group => (Group: group, MostOthers: program.Extreme(group.Others, highest: true)))
            .Where(found => found.MostOthers <= _sensitive.Coalition + CellSum.Nothing)];
    }

    private List<UnsafeUnion> FindUnions()
    {
        if (_sensitive.Unions.Count == 0)
        {
            return [];
        }

        var derivable = new DerivableUnions(Tables, cell => _published[cell]);
        return [.. _sensitive.Unions.SelectMany(derivable.FindAll).DistinctBy(found => found.Sum)];
    }

    private bool IsTooNarrow(FeasibilityInterval interval, double value) =>
        interval.High < value + _sensitive.ProtectionLevel - CellSum.Nothing || interval.Width < (2 * _sensitive.ProtectionLevel) - CellSum.Nothing;

    /// <summary>
    /// The extremes of sums, also in whole numbers. The whole tables that are found on the way settle many of them: one in
    /// which a sum is as small as its inner cells allow, or reaches the whole number next to its bound.
    /// </summary>
    private sealed class Extremes(LinkedTables tables, Func<int, bool> isPublished) : IDisposable
    {
        private readonly FeasibilityIntervals _program = new(tables, isPublished);
        private readonly Lazy<FeasibilityIntervals> _wholeProgram = new(() => new FeasibilityIntervals(tables, isPublished, wholeNumbers: true));

        // Whole tables that agree with what is published, the true one first.
        private readonly List<double[]> _found = tables.AreCounts && Array.TrueForAll(tables.Inner, value => value == Math.Round(value)) ? [tables.Inner] : [];

        /// <summary>The extreme of a sum, and the extreme in whole numbers; the same for amounts.</summary>
        public (double Extreme, double Whole) Of(CellSum sum, bool highest)
        {
            if (!highest && sum.Value(tables.Lower) is var least && sum.Coefficients.IndexOfAnyExcept(1) < 0 && IsReached(sum, least))
            {
                return (least, least);
            }

            var extreme = _program.Extreme(sum, highest);
            return (extreme, !tables.AreCounts || double.IsInfinity(extreme) ? extreme : Whole(sum, extreme, highest));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _program.Dispose();
            if (_wholeProgram.IsValueCreated)
            {
                _wholeProgram.Value.Dispose();
            }
        }

        private double Whole(CellSum sum, double extreme, bool highest)
        {
            if (_program.IsWhole())
            {
                _found.Add(_program.Solution());
                return extreme;
            }

            var next = highest ? Math.Floor(extreme + CellSum.Nothing) : Math.Ceiling(extreme - CellSum.Nothing);
            if (IsReached(sum, next))
            {
                return next;
            }

            var whole = _wholeProgram.Value.Extreme(sum, highest);
            if (double.IsFinite(whole))
            {
                _found.Add(_wholeProgram.Value.Solution());
            }

            return whole;
        }

        private bool IsReached(CellSum sum, double value) => _found.Exists(table => Math.Abs(sum.Value(table) - value) < CellSum.Nothing);
    }
}
