namespace DisclosureControl;

/// <summary>Chooses what to suppress so that the sensitive sums of linked tables are protected from all attackers.</summary>
internal static class SecondarySuppression
{
    // Above this the search for the optimum seldom ends within its rounds, and cheaper costs found at random do better.
    private const int FewChoices = 80;
    private const int Rounds = 200;
    private const int Restarts = 8;

    /// <summary>Chooses what to suppress.</summary>
    public static SuppressionPattern Run(SuppressionProblem problem, SearchEffort effort, IReadOnlyList<bool>? start, SearchSteps? steps)
    {
        var disclosures = new RemainingDisclosures(problem);
        using var search = new PatternSearch(problem, nearby: effort == SearchEffort.Quick, steps);
        if (start is not null)
        {
            search.Pattern.Restore([.. problem.Units.Select((unit, i) => unit.Role == SuppressionRole.Primary || (start[i] && unit.Role == SuppressionRole.Candidate))]);
        }

        search.Pattern.Unmet = Meet(search, problem, disclosures);
        if (effort == SearchEffort.Quick || search.Pattern.Unmet.Count > 0)
        {
            ProtectIfNonzero(search, problem);
            return search.Pattern;
        }

        // The optimal search looks for the cheapest pattern of these requirements; what the nonzero outsider asks is added to its
        // result, which can make that dearer than the quick pattern with the same addition.
        var met = search.Pattern.Suppressed.ToArray();
        ProtectIfNonzero(search, problem);
        var quick = (Suppressed: search.Pattern.Suppressed.ToArray(), search.Pattern.Cost);
        search.Pattern.Restore(met);
        var proven = Improve(search, problem, disclosures);
        proven &= !ProtectIfNonzero(search, problem);
        if (quick.Cost < search.Pattern.Cost)
        {
            search.Pattern.Restore(quick.Suppressed);
        }

        search.Pattern.IsOptimal = proven;
        return search.Pattern;
    }

    /// <summary>Suppresses more where one who takes it that no suppressed cell is zero would find a sensitive sum; true if it had to.</summary>
    private static bool ProtectIfNonzero(PatternSearch search, SuppressionProblem problem)
    {
        var cost = search.Pattern.Cost;
        if (problem.Attackers.HasFlag(Attackers.NonzeroOutsider))
        {
            foreach (var sum in search.ExactIfNonzero(problem.Sensitive))
            {
                ProtectIfNonzero(sum, search.Pattern, problem.Tables);
            }
        }

        return search.Pattern.Cost > cost;
    }

    private static void ProtectIfNonzero(CellSum sum, SuppressionPattern pattern, LinkedTables tables)
    {
        while (OnlyTableIfNonzero(sum, pattern, tables) is { } only)
        {
            // Alternatives are looked for around that only table, not around the truth, which the attacker may have ruled out.
            var around = new LinkedTables(only, tables.Cells, tables.Known, tables.Lower);
            var bounds = Enumerable.Range(0, tables.Cells.Count).Select(cell => pattern.IsShown(cell) ? Math.Min(1, around.Value(cell)) : double.NegativeInfinity).ToArray();
            using var program = new AlternativeProgram(around, bounds);
            if (program.Find(new ProtectionRequirement(sum, 1, true, Attacker.Outsider(tables)), pattern.CostOf) is not { } other || !pattern.Suppress(tables.CellsThatDiffer(other.Table)))
            {
                break;
            }
        }
    }

    /// <summary>The only table left to the attacker, as far as the sum is concerned; null if there are several or none.</summary>
    private static double[]? OnlyTableIfNonzero(CellSum sum, SuppressionPattern pattern, LinkedTables tables)
    {
        using var program = FeasibilityIntervals.IfNonzero(tables, pattern.IsPublished, pattern.IsShown);
        var low = program.Extreme(sum, highest: false);
        if (double.IsNaN(low))
        {
            return null;
        }

        var table = program.Solution();
        return program.Extreme(sum, highest: true) - low < CellSum.Nothing ? table : null;
    }

    /// <summary>Looks for a cheaper pattern; true if there is none cheaper than the one it ends with.</summary>
    private static bool Improve(PatternSearch search, SuppressionProblem problem, RemainingDisclosures disclosures)
    {
        if (problem.Units.Count(unit => unit.Role == SuppressionRole.Candidate) > FewChoices)
        {
            TryOtherCosts(search, problem, disclosures);
            return false;
        }

        using var optimal = new OptimalSearch(search, problem, disclosures.Find);
        return optimal.Run(Rounds);
    }

    /// <summary>
    /// Starts again some times with costs that are changed at random, from a fixed seed so that the same tables always give
    /// the same pattern, and keeps the cheapest.
    /// </summary>
    private static void TryOtherCosts(PatternSearch search, SuppressionProblem problem, RemainingDisclosures disclosures)
    {
        var best = (Suppressed: search.Pattern.Suppressed.ToArray(), search.Pattern.Cost);
        var random = new Random(2018);
        for (var i = 0; i < Restarts; i++)
        {
            search.Restart([.. problem.Units.Select(unit => unit.Role == SuppressionRole.Primary)]);
            search.CostFactors = [.. Enumerable.Range(0, search.CellCount).Select(_ => 0.5 + random.NextDouble())];
            var unmet = Meet(search, problem);

            // What contributors and unions ask for besides costs more, and takes long to find out.
            if (unmet.Count == 0 && search.Pattern.Cost < best.Cost && Stop(search, disclosures).Count == 0 && search.Pattern.Cost < best.Cost)
            {
                best = (search.Pattern.Suppressed.ToArray(), search.Pattern.Cost);
            }
        }

        search.Pattern.Restore(best.Suppressed);
    }

    private static List<ProtectionRequirement> Meet(PatternSearch search, SuppressionProblem problem, RemainingDisclosures disclosures)
    {
        var unmet = Meet(search, problem);
        unmet.AddRange(Stop(search, disclosures));
        return unmet;
    }

    private static List<ProtectionRequirement> Meet(PatternSearch search, SuppressionProblem problem)
    {
        var unmet = search.Meet(problem.Requirements).ToList();
        search.Prune();
        if (search.IsLarge && problem.Attackers.HasFlag(Attackers.NonzeroOutsider))
        {
            // The linear programs of ProtectIfNonzero would take long for each sum; most of these requirements cost nothing now.
            search.Meet(problem.Sensitive.Select(new ProtectionLevel(problem.Tables, 1).NotExactIfNonzero), range: SearchRange.Nearby);
            search.Prune();
        }

        return unmet;
    }

    /// <summary>Stops disclosures until nothing more is found, or what is found can't be helped.</summary>
    private static IReadOnlyList<ProtectionRequirement> Stop(PatternSearch search, RemainingDisclosures disclosures)
    {
        while (disclosures.Find(search) is { Count: > 0 } more)
        {
            var unmet = search.Meet(more);
            if (unmet.Count == more.Count)
            {
                return unmet;
            }

            search.Prune();
        }

        return [];
    }
}

/// <summary>
/// Finds what a pattern discloses although it meets the requirements: to contributors with the help of their own data, and of
/// sums that no table shows.
/// </summary>
internal sealed class RemainingDisclosures(SuppressionProblem problem)
{
    private readonly ProtectionLevel _level = new(problem.Tables, 1);

    /// <summary>The requirements that the pattern leaves unmet.</summary>
    public List<ProtectionRequirement> Find(PatternSearch search) =>
    [
        .. problem.Unions.Count > 0 ? Unions(search.Pattern).Where(search.CanBeMet) : [],
        .. problem.Attackers.HasFlag(Attackers.Singletons) && problem.Tables.Contributors.Count > 0 ? ToSingletons(search.Pattern).Where(search.CanBeMet) : [],
        .. problem.Attackers.HasFlag(Attackers.Insiders) ? ToInsiders(search) : [],
    ];

    private IEnumerable<ProtectionRequirement> ToInsiders(PatternSearch search)
    {
        var unmet = new List<(int Contributor, int Sum)>();
        foreach (var (number, sum) in problem.Sensitive.Index())
        {
            Look([.. problem.Tables.Contributors.Index().Where(one => !one.Item.IsAloneIn(sum, problem.Tables.Inner)).Select(one => one.Index)], number);
        }

        return unmet.Order().Select(one => _level.FromInsiders([problem.Tables.Contributors[one.Contributor]], problem.Sensitive[one.Sum])).Where(search.CanBeMet);

        // What is possible to all contributors at once is possible to each: they are asked together, and in halves where that fails.
        void Look(ReadOnlySpan<int> contributors, int sum)
        {
            var together = contributors.ToArray();
            if (together.Length == 0 || search.IsMet(_level.FromInsiders([.. together.Select(contributor => problem.Tables.Contributors[contributor])], problem.Sensitive[sum])))
            {
                return;
            }

            if (together.Length == 1)
            {
                unmet.Add((together[0], sum));
                return;
            }

            Look(contributors[..(together.Length / 2)], sum);
            Look(contributors[(together.Length / 2)..], sum);
        }
    }

    /// <summary>The unions of hidden sums that an outsider knows and that break a rule.</summary>
    private IEnumerable<ProtectionRequirement> Unions(SuppressionPattern pattern)
    {
        var derivable = new DerivableUnions(problem.Tables, pattern.IsPublished);
        return problem.Unions.SelectMany(derivable.Find).DistinctBy(found => found.Sum)
            .Select(found => problem.Tables.AreCounts ? _level.NotExact(found.Sum) : _level.Upper(found.Sum, found.Level));
    }

    private IEnumerable<ProtectionRequirement> ToSingletons(SuppressionPattern pattern)
    {
        var known = DerivableSums.Of(problem.Tables, pattern.IsPublished);
        return problem.Tables.Contributors.SelectMany(contributor => _level.FromSingleton(contributor, known.FoundBy(contributor, problem.Tables, problem.Sensitive)));
    }
}
