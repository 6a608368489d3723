namespace DisclosureControl;

/// <summary>A group and an answer: nobody may learn that all of the group, or all but a few, gave it.</summary>
/// <param name="Name">What the pair is called in reports: group and answer.</param>
/// <param name="Group">The units of the group.</param>
/// <param name="Answer">Those of them who gave the answer.</param>
public sealed record GroupDisclosure(string Name, CellSum Group, CellSum Answer)
{
    /// <summary>Those of the group who did not give the answer.</summary>
    public CellSum Others { get; } = Group.Minus(Answer);
}

/// <summary>The cells of linked tables that must not be worked out, and how closely nobody may come to know them.</summary>
public sealed class SensitiveCells
{
    /// <summary>The tables.</summary>
    public required LinkedTables Tables { get; init; }

    /// <summary>The numbers of the sensitive cells.</summary>
    public required IReadOnlyList<int> Cells { get; init; }

    /// <summary>Why each of them is sensitive, where the rules decided it; nothing for cells that were named.</summary>
    public IReadOnlyDictionary<int, SensitivityReasons> Reasons { get; init; } = new Dictionary<int, SensitivityReasons>();

    /// <summary>How far from the truth an attacker's bounds for a sensitive count must lie.</summary>
    public double ProtectionLevel { get; init; } = 1;

    /// <summary>For amounts: how far above a sensitive cell an attacker's upper bound must lie, by cell; 1 where nothing is said.</summary>
    public IReadOnlyDictionary<int, double> UpperProtection { get; init; } = new Dictionary<int, double>();

    /// <summary>The groups and answers that must not be learnt.</summary>
    public IReadOnlyList<GroupDisclosure> Groups { get; init; } = [];

    /// <summary>How many of a group may put together what they know.</summary>
    public int Coalition { get; init; } = 1;

    /// <summary>
    /// Sums of which no union may come out that breaks a rule: for amounts held to dominance the inner cells, since several
    /// hidden ones can have a total that is known.
    /// </summary>
    public IReadOnlyList<SensitiveUnions> Unions { get; init; } = [];

    /// <summary>The cells that break a rule.</summary>
    /// <param name="tables">The tables, with their contributors where a rule asks for these.</param>
    /// <param name="rule">The rules.</param>
    /// <param name="groups">The groups and answers that group disclosure is about; see <see cref="LinkedTables.Groups"/>.</param>
    /// <exception cref="DisclosureException">A rule asks for contributors, and the tables have none.</exception>
    public static SensitiveCells Of(LinkedTables tables, SensitivityRule rule, IReadOnlyList<GroupDisclosure>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(rule);
        if (tables.Contributors.Count == 0 && (rule.MinContributors > 0 || rule.DominanceShare < 1 || rule.ProtectionPercent > 0))
        {
            throw new DisclosureException(
                "A rule asks for contributors, and the tables have none", expected: "tables that say who contributed what", hint: "Microdata.From(…), or LinkedTables.Contributors");
        }

        var parts = Parts(tables);
        var reasons = new SortedDictionary<int, SensitivityReasons>();
        for (var cell = 0; cell < tables.Cells.Count; cell++)
        {
            // A zero has no contributor to protect; that a group has none is a matter of group disclosure.
            if (tables.Value(cell) != 0)
            {
                var contributions = tables.AreCounts ? (int)Math.Round(tables.Value(cell)) : int.MaxValue;
                Add(cell, rule.Threshold(contributions, parts[cell].Count) | rule.Dominance(parts[cell]));
            }
        }

        var cellOf = tables.Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        foreach (var group in groups ?? [])
        {
            if (cellOf.TryGetValue(group.Answer, out var cell))
            {
                Add(cell, rule.Group((int)Math.Round(group.Group.Value(tables.Inner)), (int)Math.Round(group.Answer.Value(tables.Inner))));
            }
        }

        return new SensitiveCells
        {
            Tables = tables,
            Cells = [.. reasons.Keys],
            Reasons = reasons,
            UpperProtection = tables.AreCounts ? new Dictionary<int, double>() : reasons.Keys.ToDictionary(cell => cell, cell => rule.UpperProtectionLevel(parts[cell])),
            Groups = rule.Coalition is null ? [] : groups ?? [],
            Coalition = rule.Coalition ?? 1,
            Unions = !tables.AreCounts && (rule.DominanceShare < 1 || rule.ProtectionPercent > 0) ? [SensitiveUnions.OfInnerCells(tables, rule)] : [],
        };

        void Add(int cell, SensitivityReasons more)
        {
            if (more != SensitivityReasons.None)
            {
                reasons[cell] = reasons.GetValueOrDefault(cell) | more;
            }
        }
    }

    /// <summary>Chooses what else to suppress (secondary suppression), cell by cell.</summary>
    /// <param name="effort">How long to look for a pattern that suppresses less.</param>
    /// <param name="costOf">What it costs the reader when a cell is suppressed, above zero; null for 1 and the logarithm of its size.</param>
    /// <returns>The pattern; its units are the cells.</returns>
    public SuppressionPattern Suppress(SearchEffort effort = SearchEffort.Quick, Func<int, double>? costOf = null) => ToProblem(costOf).Suppress(effort);

    /// <summary>What attackers find out from a pattern of published and suppressed cells.</summary>
    public PatternAudit Audit(SuppressionPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new PatternAudit(this, pattern.IsPublished);
    }

    /// <summary>The problem of protecting these cells, each cell a unit of its own.</summary>
    /// <param name="costOf">What it costs the reader when a cell is suppressed, above zero; null for 1 and the logarithm of its size.</param>
    public SuppressionProblem ToProblem(Func<int, double>? costOf = null)
    {
        var isSensitive = Cells.ToHashSet();
        var level = new ProtectionLevel(Tables, ProtectionLevel);
        costOf ??= cell => 1 + Math.Log(1 + Math.Abs(Tables.Value(cell)));
        var own = Cells.SelectMany(cell => Tables.AreCounts
            ? level.Count(Tables.Cells[cell])
            : [level.Upper(Tables.Cells[cell], UpperProtection.GetValueOrDefault(cell, 1))]);
        return new SuppressionProblem
        {
            Tables = Tables,
            Units = [.. Enumerable.Range(0, Tables.Cells.Count).Select(cell => new SuppressionUnit(
                [cell], costOf(cell), isSensitive.Contains(cell) ? SuppressionRole.Primary : SuppressionRole.Candidate))],
            Requirements = [.. own, .. Groups.SelectMany(group => level.Group(group.Others, Coalition))],
            Sensitive = [.. Cells.Select(cell => Tables.Cells[cell])],
            Unions = Unions,
            Attackers = Attackers.Singletons | (Tables.AreCounts ? Attackers.NonzeroOutsider : Attackers.Outsider),
        };
    }

    /// <summary>For each cell the parts of its contributors, the largest first.</summary>
    private static List<double>[] Parts(LinkedTables tables)
    {
        var parts = tables.Cells.Select(_ => new List<double>()).ToArray();
        foreach (var contributor in tables.Contributors)
        {
            var own = new Dictionary<int, double>();
            foreach (var (inner, part) in contributor.Contributions)
            {
                var coefficients = tables.CellsOf.Coefficients(inner);
                foreach (var (i, cell) in tables.CellsOf.Sums(inner).ToArray().Index())
                {
                    own[cell] = own.GetValueOrDefault(cell) + (coefficients[i] * part);
                }
            }

            foreach (var (cell, part) in own.Where(one => one.Value > 0))
            {
                parts[cell].Add(part);
            }
        }

        Array.ForEach(parts, list => list.Sort((one, other) => other.CompareTo(one)));
        return parts;
    }
}
