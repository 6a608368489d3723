namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Numbers of one answer with the strata they make: which counts of strata that break a rule do they tell? Listed while they can be; of more,
/// in a small survey, integer programs bound them.
/// </summary>
/// <param name="numbers">The numbers.</param>
/// <param name="givers">Who gave the answer.</param>
/// <param name="rules">The rules.</param>
/// <param name="isQuick">Whether to search few steps; what isn't found open then counts as told.</param>
internal sealed class AnswerSystem(List<ShownNumber> numbers, RowSet givers, ClaimRules rules, bool isQuick = false)
{
    /// <summary>With more vectors of counts than these no search lists them.</summary>
    public const double MostVectors = 1e8;
    private const int MostRespondents = 200;
    private const int MostCrossed = 8;
    private const long FirstSteps = 10_000;
    private const long NextSteps = 3_000_000;
    private const long NextStepsIfQuick = 50_000;
    private const long MostNodes = 1_000;
    private const long MostNodesIfQuick = 50;
    private readonly List<RowSet> _strata = ShownStrata.Divide(numbers);

    /// <summary>The numbers.</summary>
    public IReadOnlyList<ShownNumber> Numbers => numbers;

    /// <summary>Whether its vectors are few enough to list, or its respondents for integer programs.</summary>
    public bool CanBeSearched => CanBeListed || _strata.Sum(stratum => stratum.Count) <= MostRespondents;

    private bool CanBeListed => _strata.Aggregate(1.0, (vectors, stratum) => vectors * (stratum.Count + 1)) <= MostVectors;

    /// <summary>Whether a count that breaks a rule is told.</summary>
    public bool Tells()
    {
        var shown = new ShownStrata(numbers, givers, rules, _strata);
        var open = Unions(shown).SelectMany(shown.Needs).ToList();
        if (open.Count == 0)
        {
            return false;
        }

        // What lies near the truth meets most of it at once; for the rest a search of its own, which begins with the strata it is about.
        var (system, isListed) = (shown.System(), CanBeListed);
        Search(system, open, FirstSteps, shown.Truth, null);
        foreach (var need in open.ToArray().Where(need => open.Contains(need) && !shown.IsMetByOneExchange(need)))
        {
            Search(system, open, isListed ? (isQuick ? NextStepsIfQuick : NextSteps) : FirstSteps, shown.Toward(need), need.Strata);

            // Of too many vectors to list an integer program says whether there is one; of those that are listed none was found.
            if (open.Contains(need) && (isListed || !IsPossible(system, need)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPossible(RoundedShares system, Need need) =>
        system.Bounds(need.Strata, isQuick ? MostNodesIfQuick : MostNodes) is var bounds && (need.IsAbove ? bounds.High >= need.Bound : bounds.Low <= need.Bound);

    private static void Search(RoundedShares system, List<Need> open, long steps, IReadOnlyList<int> from, int[]? slowest) => system.Visit(
        (counts, _) =>
        {
            open.RemoveAll(need => need.IsMetBy(counts));
            return open.Count > 0;
        },
        steps,
        from,
        slowest);

    /// <summary>
    /// Sets of strata to look at: every union of few strata; of many, each of them, the numbers' own sets, and in each number those that it
    /// counts alike (a stratum of the design, however the tables divide it).
    /// </summary>
    private IEnumerable<int[]> Unions(ShownStrata shown) => _strata.Count <= MostCrossed
        ? Enumerable.Range(1, (1 << _strata.Count) - 1).Select(set => Enumerable.Range(0, _strata.Count).Where(stratum => ((set >> stratum) & 1) == 1).ToArray())
        : Enumerable.Range(0, _strata.Count).Select(stratum => (int[])[stratum])
            .Concat(Enumerable.Range(0, numbers.Count).Select(shown.Of))
            .Concat(Enumerable.Range(0, numbers.Count).SelectMany(shown.CountedAlike))
            .DistinctBy(union => string.Join(' ', union));
}
