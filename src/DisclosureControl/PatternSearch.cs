namespace DisclosureControl;

/// <summary>
/// Chooses what to suppress so that every requirement is met, at little cost: requirement by requirement it suppresses the
/// cheapest cells that make an alternative table possible, and then publishes again what turns out not to be needed. For
/// every requirement it keeps an alternative that shows it met.
/// </summary>
internal sealed class PatternSearch : IDisposable
{
    private readonly LinkedTables _tables;
    private readonly IReadOnlyList<SuppressionUnit> _units;
    private readonly bool _isKnownBeforehand;
    private readonly List<ProtectionRequirement> _requirements = [];
    private readonly List<Witness> _witnessOf = [];
    private readonly Witnesses _witnesses;
    private readonly AlternativeSearch _search;

    /// <summary>Starts with what must be suppressed.</summary>
    /// <param name="problem">The cells, and what is published or suppressed as a whole.</param>
    /// <param name="nearby">Whether to look for alternatives near a sensitive sum first, which is faster in large systems.</param>
    /// <param name="steps">How far to search; null without end.</param>
    public PatternSearch(SuppressionProblem problem, bool nearby, SearchSteps? steps = null)
    {
        (_tables, _units, _isKnownBeforehand) = (problem.Tables, problem.Units, problem.IsKnownBeforehand);
        Pattern = new SuppressionPattern(_tables.Cells.Count, _units);
        _witnesses = new Witnesses(_tables, Pattern);
        _search = new AlternativeSearch(_tables, nearby, steps);
    }

    /// <summary>What is suppressed.</summary>
    public SuppressionPattern Pattern { get; }

    /// <summary>Whether there are so many inner cells that alternatives are looked for near the sensitive sums.</summary>
    public bool IsLarge => _search.IsLarge;

    /// <summary>The number of cells.</summary>
    public int CellCount => _tables.Cells.Count;

    /// <summary>By how much to overrate the cost of each cell, to be led to other patterns; null to rate it as it is.</summary>
    public double[]? CostFactors { get; set; }

    /// <summary>Starts again from a pattern, with no requirement.</summary>
    public void Restart(IReadOnlyList<bool> suppressed)
    {
        Pattern.Restore(suppressed);
        _requirements.Clear();
        _witnessOf.Clear();
        _witnesses.Clear();
    }

    /// <summary>Suppresses what must be suppressed for these requirements to be met too.</summary>
    /// <param name="requirements">The requirements.</param>
    /// <param name="onSuppressing">Told of each requirement that needed more suppressed, before it is, with the proof of that.</param>
    /// <param name="range">How far to look for alternatives.</param>
    /// <returns>Those that can't be met because of what stays published.</returns>
    public IReadOnlyList<ProtectionRequirement> Meet(
        IEnumerable<ProtectionRequirement> requirements, Action<ProtectionRequirement, Alternative>? onSuppressing = null, SearchRange range = SearchRange.Everywhere)
    {
        var unmet = new List<ProtectionRequirement>();
        foreach (var requirement in requirements)
        {
            if (Show(requirement, cell => Pattern.CostOf(cell) * (CostFactors?[cell] ?? 1), onSuppressing, range) is { } witness)
            {
                witness.Requirements.Add(_requirements.Count);
                _requirements.Add(requirement);
                _witnessOf.Add(witness);
            }
            else if (range != SearchRange.Everywhere || CanBeMet(requirement))
            {
                unmet.Add(requirement);
            }
        }

        return unmet;
    }

    /// <summary>Whether what is suppressed meets a requirement.</summary>
    public bool IsMet(ProtectionRequirement requirement) => Show(requirement, CostWhenFixed) is not null;

    /// <summary>
    /// Whether a requirement could be met if nothing were published. One that can't follows from what everybody knew beforehand, such as who is asked
    /// what.
    /// </summary>
    public bool CanBeMet(ProtectionRequirement requirement) => !_isKnownBeforehand || _witnesses.Find(requirement) is not null || _search.Find(requirement, _ => 0) is not null;

    /// <summary>Publishes again, the costliest first, what no requirement needs suppressed.</summary>
    public void Prune()
    {
        PublishUnchanged();
        // Each unit is tried once: when it can't be published now, it can't be after others are, which leaves less suppressed.
        foreach (var unit in SuppressedCandidates().OrderByDescending(unit => _units[unit].Cost).ToList())
        {
            Pattern.Set(unit, suppressed: false);
            if (!TryMend([.. _units[unit].Cells]))
            {
                Pattern.Set(unit, suppressed: true);
            }
        }
    }

    /// <summary>Publishes again what differs in no alternative that a requirement rests on.</summary>
    public void PublishUnchanged()
    {
        foreach (var unit in SuppressedCandidates().Where(unit => !RestingOn(_units[unit].Cells).Any()).ToList())
        {
            Pattern.Set(unit, suppressed: false);
        }
    }

    /// <summary>
    /// As few as possible of the cells of which one must be suppressed for a requirement to be met, so that it is still true
    /// that one of them must be.
    /// </summary>
    public IReadOnlyList<int> Fewest(ProtectionRequirement requirement, IReadOnlyList<int> cut)
    {
        // A small cut teaches the master program more than a large one that holds it.
        var kept = cut.ToHashSet();
        foreach (var cell in cut)
        {
            kept.Remove(cell);
            if (_search.Cheapest(requirement, other => kept.Contains(other) ? double.PositiveInfinity : 0) is not null)
            {
                kept.Add(cell);
            }
        }

        return [.. kept.Order()];
    }

    /// <summary>The sums that one who takes it that no suppressed cell is zero may know, as far as the alternatives found show.</summary>
    public List<CellSum> ExactIfNonzero(IReadOnlyList<CellSum> sums) => Enumerable.Range(0, CellCount).All(cell => IsNonzero(cell, 0))
        ? [.. sums.Where(sum => !_witnesses.Changing(sum).Any(witness => sum.DiffersIn(witness.Table) && (IsNonzero(witness.Table) || IsNonzero(witness.Table.Opposite()))))]
        : [.. sums];

    /// <inheritdoc/>
    public void Dispose() => _search.Dispose();

    private IEnumerable<int> SuppressedCandidates() =>
        Enumerable.Range(0, _units.Count).Where(unit => Pattern.Suppressed[unit] && _units[unit].Role == SuppressionRole.Candidate);

    private double CostWhenFixed(int cell) => Pattern.IsPublished(cell) ? double.PositiveInfinity : 0;

    /// <summary>The alternatives that requirements rest on and in which one of the cells differs.</summary>
    private IEnumerable<Witness> RestingOn(IEnumerable<int> cells) => cells.SelectMany(_witnesses.Changing).Where(witness => witness.Requirements.Count > 0);

    /// <summary>Finds other alternatives for the requirements whose own would now show in one of the cells.</summary>
    private bool TryMend(int[] published)
    {
        var mended = new List<(int Requirement, Witness Witness)>();
        foreach (var number in RestingOn(published).Distinct().SelectMany(witness => witness.Requirements).ToList())
        {
            var requirement = _requirements[number];
            if ((_witnesses.Find(requirement) ?? _witnesses.Combine(requirement, _witnessOf[number], published) ?? Find(requirement)) is not { } other)
            {
                return false;
            }

            mended.Add((number, other));
        }

        foreach (var (number, witness) in mended)
        {
            _witnessOf[number].Requirements.Remove(number);
            witness.Requirements.Add(number);
            _witnessOf[number] = witness;
        }

        return true;

        Witness? Find(ProtectionRequirement requirement) =>
            _search.Find(requirement, CostWhenFixed, SearchRange.Nearest) is { } found ? Use(found.Table) : null;
    }

    /// <summary>An alternative that meets the requirement, one in use if possible; suppresses what would show it.</summary>
    private Witness? Show(
        ProtectionRequirement requirement, Func<int, double> costOf, Action<ProtectionRequirement, Alternative>? onSuppressing = null, SearchRange range = SearchRange.Everywhere)
    {
        if (_witnesses.Find(requirement) is { } witness)
        {
            return witness;
        }

        if (_search.Find(requirement, costOf, range) is not { } found)
        {
            return null;
        }

        if (found.Cut.Count > 0)
        {
            onSuppressing?.Invoke(requirement, found);
        }

        return Use(found.Table);
    }

    /// <summary>Takes an alternative and its opposite into use, and suppresses what would show it.</summary>
    private Witness Use(AlternativeTable table)
    {
        var cells = _tables.CellsThatDiffer(table);
        Pattern.Suppress(cells);
        var witness = _witnesses.Add(table, cells);
        // The opposite costs nothing more, and often meets the requirement of the other side.
        if (table.Opposite() is var opposite && _tables.Allows(opposite))
        {
            _witnesses.Add(opposite, cells);
        }

        return witness;
    }

    private bool IsNonzero(AlternativeTable table) => _tables.Allows(table)
        && Array.TrueForAll(_tables.CellsThatDiffer(table), cell => IsNonzero(cell, _tables.Cells[cell].Change(table)));

    /// <summary>Whether a cell is at least one in an alternative, if it is one that can be seen to be suppressed.</summary>
    private bool IsNonzero(int cell, double change) =>
        Pattern.IsPublished(cell) || !Pattern.IsShown(cell) || _tables.Value(cell) + change >= 1 - CellSum.Nothing;
}
