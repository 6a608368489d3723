namespace DisclosureControl;

/// <summary>
/// Everything that is shown of one answer as one system: which whole numbers of givers of the strata agree with all of it? A single
/// weighted share of few strata can have one solution, which is the count of each.
/// </summary>
/// <remarks>
/// While there are few, the vectors are listed, stratum by stratum, the last stratum of each share following from it; limits
/// are compared then too. Bounds of sums come from integer programs where there are many; they leave the limits out.
/// </remarks>
public sealed class RoundedShares
{
    private const double Tolerance = 1e-5; // of the linear programs, added up over many strata

    // Fewer sums than these are looked at by themselves.
    private const int FewNeeds = 4;
    private readonly int[] _sizes;
    private readonly IReadOnlyList<RoundedShare> _shown;

    /// <summary>Sets the system up.</summary>
    /// <param name="sizes">The number of respondents of each stratum.</param>
    /// <param name="shown">All that is shown of the answer.</param>
    /// <exception cref="DisclosureException">A share has other weights or bases than strata, no strata, or names one that isn't there.</exception>
    public RoundedShares(IReadOnlyList<int> sizes, IReadOnlyList<RoundedShare> shown)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(shown);
        foreach (var (number, share) in shown.Index())
        {
            if (share.Strata.Count == 0 || share.Weights.Count != share.Strata.Count || (share.Bases is { } bases && bases.Count != share.Strata.Count)
                || share.Strata.Any(stratum => stratum < 0 || stratum >= sizes.Count) || !(share.Step > 0) || (!share.IsCount && share.Weights.Any(weight => weight <= 0)))
            {
                throw new DisclosureException(
                    FormattableString.Invariant($"Share {number} doesn't fit the strata"),
                    expected: "one weight (and base, where given) for each of its strata, strata that exist, a step above zero, and in a share weights above zero");
            }
        }

        (_sizes, _shown) = ([.. sizes], shown);
    }

    /// <summary>Goes through the vectors of counts that agree with everything shown.</summary>
    /// <param name="visit">
    /// Gets the counts and the bases by stratum, in arrays that are used again; false ends the search. A stratum of which nothing is
    /// said is not gone through: it stays zero.
    /// </param>
    /// <param name="mostSteps">The number of counts to try.</param>
    /// <param name="from">The counts from which the search starts outward; null to begin at zero.</param>
    /// <param name="slowest">Strata whose counts change last, in this order: those that a search is about; null for the order that is quickest.</param>
    /// <returns>Whether the search ended by itself: false when the steps ran out, or <paramref name="visit"/> ended it.</returns>
    public bool Visit(Func<int[], int[], bool> visit, long mostSteps = long.MaxValue, IReadOnlyList<int>? from = null, IReadOnlyList<int>? slowest = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var steps = mostSteps;
        return OpenBases().All(bases => new CountSearch(_shown, bases, visit, from, slowest).Run(ref steps));
    }

    /// <summary>Whether these counts agree with everything shown, where all bases are known.</summary>
    /// <param name="counts">For each stratum the number who gave the answer.</param>
    public bool Agrees(int[] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Zip(_sizes).All(one => one.First >= 0 && one.First <= one.Second) && _shown.All(share => share.BasesAmong(_sizes) is var bases && share.Agrees(counts, bases, share.SizeOf(bases)));
    }

    /// <summary>
    /// The least and the most who can have given the answer in some strata together, by integer programs. Limits are left out, so that the
    /// true bounds may be narrower.
    /// </summary>
    /// <param name="strata">The numbers of the strata.</param>
    /// <param name="mostNodes">How many nodes each search may have; when it isn't finished then, the bound is the best proven.</param>
    public FeasibilityInterval Bounds(IReadOnlyList<int> strata, long mostNodes = 100_000)
    {
        ArgumentNullException.ThrowIfNull(strata);
        using var program = new CountProgram(_sizes, _shown);
        return program.Bounds(strata, mostNodes);
    }

    /// <summary>
    /// Of sums of strata that must possibly be at least, or at most, so much, those that can't be: by linear programs, for any number of strata.
    /// What isn't reached in fractions of respondents isn't in whole numbers either; the reverse is not said.
    /// </summary>
    /// <param name="needs">The strata of each sum, the bound, and whether it is asked for at least.</param>
    /// <returns>The numbers of the needs that can't be met, each with the numbers of the shares that this follows from.</returns>
    /// <exception cref="DisclosureException">No counts agree with what is shown.</exception>
    public IReadOnlyList<(int Need, IReadOnlyList<int> From)> Unreachable(IReadOnlyList<(IReadOnlyList<int> Strata, double Bound, bool IsAbove)> needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        var unreachable = new List<(int, IReadOnlyList<int>)>();
        var open = Enumerable.Range(0, needs.Count).ToList();
        using var program = new CountProgram(_sizes, _shown, wholeNumbers: false);

        // An extreme case of many sums at once is far enough for many of them: by themselves are looked at those that are left.
        foreach (var isAbove in (bool[])[true, false])
        {
            List<int> same;
            var before = int.MaxValue;
            while ((same = open.FindAll(number => needs[number].IsAbove == isAbove)).Count > FewNeeds && same.Count <= before - FewNeeds)
            {
                before = same.Count;
                Solve([.. same.SelectMany(number => needs[number].Strata).Distinct()], isAbove);
            }
        }

        while (open.Count > 0)
        {
            var (number, need) = (open[0], needs[open[0]]);
            open.RemoveAt(0);
            var extreme = Solve(need.Strata, need.IsAbove);
            if (need.IsAbove ? extreme < need.Bound - Tolerance : extreme > need.Bound + Tolerance)
            {
                unreachable.Add((number, program.Binding()));
            }
        }

        return unreachable;

        double Solve(IReadOnlyList<int> strata, bool isAbove)
        {
            var extreme = program.Extreme(strata, isAbove);
            if (double.IsNaN(extreme))
            {
                throw new DisclosureException("What is shown of the answer contradicts itself", expected: "numbers that some counts of givers give");
            }

            var counts = program.Solution();
            open.RemoveAll(other => needs[other].Strata.Sum(stratum => counts[stratum]) is var sum
                && (needs[other].IsAbove ? sum >= needs[other].Bound - Tolerance : sum <= needs[other].Bound + Tolerance));
            return extreme;
        }
    }

    /// <summary>Every way in which the questions left open can be spread over the strata.</summary>
    private IEnumerable<int[]> OpenBases()
    {
        var most = new int[_sizes.Length];
        foreach (var share in _shown.Where(share => share.Bases is null && share.Respondents is not null).OrderByDescending(share => share.Strata.Count))
        {
            var missing = share.Strata.Sum(stratum => _sizes[stratum]) - share.Respondents!.Value;
            foreach (var stratum in share.Strata)
            {
                // The smallest set that holds a stratum says how many of it can be missing.
                most[stratum] = Math.Min(_sizes[stratum], missing);
            }
        }

        return Spread(0, new int[_sizes.Length], most);
    }

    private IEnumerable<int[]> Spread(int at, int[] gone, int[] most)
    {
        if (at == gone.Length)
        {
            var bases = _sizes.Zip(gone, (size, missing) => size - missing).ToArray();
            if (_shown.All(share => AgreesWithBase(share, bases)))
            {
                yield return bases;
            }

            yield break;
        }

        for (var missing = 0; missing <= most[at]; missing++)
        {
            gone[at] = missing;
            foreach (var found in Spread(at + 1, gone, most))
            {
                yield return found;
            }
        }

        gone[at] = 0;
    }

    private static bool AgreesWithBase(RoundedShare share, int[] bases)
    {
        var known = share.BasesAmong(bases);
        return (share.Respondents is not { } respondents || known.Sum() == respondents)
            && (share.WeightedBase is not { } weighted
                || RoundedShare.Rounded(share.Weights.Zip(known, (weight, size) => weight * size).Sum(), share.WeightedBaseStep) == RoundedShare.Rounded(weighted, share.WeightedBaseStep));
    }
}
