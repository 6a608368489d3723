namespace DisclosureControl;

/// <summary>What is decided about a unit of publication beforehand.</summary>
public enum SuppressionRole
{
    /// <summary>May be published or suppressed.</summary>
    Candidate = 0,

    /// <summary>Is suppressed: it is sensitive itself, or was suppressed before.</summary>
    Primary,

    /// <summary>Is published and stays so: it was published before, or is a public fact.</summary>
    Forced,
}

/// <summary>Something that is published or suppressed as a whole: a cell, or a figure from which several cells can be read.</summary>
/// <param name="Cells">The cells of the tables that can be read from it.</param>
/// <param name="Cost">What suppressing it costs the reader, above zero.</param>
/// <param name="Role">What is decided about it beforehand.</param>
public sealed record SuppressionUnit(IReadOnlyList<int> Cells, double Cost, SuppressionRole Role);

/// <summary>How long to look for a pattern that suppresses less.</summary>
public enum SearchEffort
{
    /// <summary>A good pattern, soon.</summary>
    Quick,

    /// <summary>The best pattern there is, if it can be found and proven in some hundred rounds.</summary>
    Thorough,
}

/// <summary>
/// What is to be protected in linked tables, from whom, and what may be suppressed for it. <see cref="SensitiveCells"/> states
/// it for tables whose cells are published one by one; state it here where figures show several cells at once, or where sums
/// are sensitive that no table shows.
/// </summary>
public sealed class SuppressionProblem
{
    /// <summary>The cells and their values.</summary>
    public required LinkedTables Tables { get; init; }

    /// <summary>What is published or suppressed as a whole.</summary>
    public required IReadOnlyList<SuppressionUnit> Units { get; init; }

    /// <summary>What must remain possible to outsiders; see <see cref="ProtectionLevel"/>.</summary>
    public required IReadOnlyList<ProtectionRequirement> Requirements { get; init; }

    /// <summary>The sums that no contributor may work out either, nor an outsider who takes it that no suppressed cell is zero.</summary>
    public required IReadOnlyList<CellSum> Sensitive { get; init; }

    /// <summary>Sums of which no union may come out that breaks a rule; looked at when the requirements are met.</summary>
    public IReadOnlyList<SensitiveUnions> Unions { get; init; } = [];

    /// <summary>From whom the sensitive sums are protected, besides an outsider.</summary>
    public Attackers Attackers { get; init; }

    /// <summary>
    /// Whether what everybody knows (<see cref="LinkedTables.Known"/>) was known before anything was published. What follows from it alone is then no
    /// secret of what is published, and asks for nothing; otherwise it is unmet.
    /// </summary>
    public bool IsKnownBeforehand { get; init; }

    /// <summary>Chooses what to suppress.</summary>
    /// <param name="effort">How long to look for a pattern that suppresses less.</param>
    /// <param name="start">For each unit whether to start with it suppressed; it is published where that turns out not to be needed. Null to start with none.</param>
    /// <exception cref="DisclosureException">A unit shows a cell that isn't there.</exception>
    public SuppressionPattern Suppress(SearchEffort effort = SearchEffort.Quick, IReadOnlyList<bool>? start = null) => Suppress(effort, start, null);

    /// <summary>Chooses what to suppress, within a number of steps: a search that is stopped suppresses all that may be suppressed, and says so.</summary>
    /// <param name="effort">How long to look for a pattern that suppresses less.</param>
    /// <param name="start">For each unit whether to start with it suppressed; null to start with none.</param>
    /// <param name="steps">The steps, which several problems may share; null without end.</param>
    /// <exception cref="DisclosureException">A unit shows a cell that isn't there.</exception>
    public SuppressionPattern Suppress(SearchEffort effort, IReadOnlyList<bool>? start, SearchSteps? steps)
    {
        if (Units.Any(unit => unit.Cells.Any(cell => cell < 0 || cell >= Tables.Cells.Count)))
        {
            throw new DisclosureException("A unit shows a cell that isn't there", expected: "numbers of cells, from 0");
        }

        try
        {
            return Together() is var alike && alike.Count == Units.Count ? SecondarySuppression.Run(this, effort, start, steps) : Suppress(alike, effort, start, steps);
        }
        catch (SearchStoppedException)
        {
            var all = new SuppressionPattern(Tables.Cells.Count, Units) { IsStopped = true };
            all.Restore([.. Units.Select(unit => unit.Role != SuppressionRole.Forced)]);
            return all;
        }
    }

    /// <summary>The units that show the same cells: to suppress some of them and not the others changes nothing of what can be read.</summary>
    private List<int[]> Together() => [.. Units.Index().GroupBy(unit => (string.Join(' ', unit.Item.Cells.Order()), unit.Item.Role), (_, same) => same.Select(unit => unit.Index).ToArray())];

    private SuppressionPattern Suppress(List<int[]> alike, SearchEffort effort, IReadOnlyList<bool>? start, SearchSteps? steps)
    {
        var smaller = new SuppressionProblem
        {
            Tables = Tables,
            Units = alike.ConvertAll(same => Units[same[0]] with { Cost = same.Sum(unit => Units[unit].Cost) }),
            Requirements = Requirements,
            Sensitive = Sensitive,
            Unions = Unions,
            Attackers = Attackers,
            IsKnownBeforehand = IsKnownBeforehand,
        };
        var found = SecondarySuppression.Run(smaller, effort, start is null ? null : alike.ConvertAll(same => Array.Exists(same, unit => start[unit])), steps);
        var pattern = new SuppressionPattern(Tables.Cells.Count, Units) { Unmet = found.Unmet, IsOptimal = found.IsOptimal };
        var suppressed = new bool[Units.Count];
        foreach (var (same, isGone) in alike.Zip(found.Suppressed))
        {
            Array.ForEach(same, unit => suppressed[unit] = isGone);
        }

        pattern.Restore(suppressed);
        return pattern;
    }
}

/// <summary>
/// How far searches may go: a number of steps that they use up together, a step being a cell of a linear program that is solved. It is no clock, so that every machine stops at the
/// same place.
/// </summary>
/// <param name="most">The number of steps.</param>
public sealed class SearchSteps(long most)
{
    /// <summary>The steps that are left.</summary>
    public long Left { get; private set; } = most;

    /// <summary>Uses steps up.</summary>
    /// <exception cref="SearchStoppedException">There were none left.</exception>
    internal void Use(int steps)
    {
        if (Left <= 0)
        {
            throw new SearchStoppedException();
        }

        Left -= steps;
    }
}

/// <summary>A search has used its steps up.</summary>
internal sealed class SearchStoppedException : Exception;
