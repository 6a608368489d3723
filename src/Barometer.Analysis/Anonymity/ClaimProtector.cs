using Vector = System.Collections.Generic.Dictionary<int, long>;

namespace Barometer.Analysis.Anonymity;

/// <summary>
/// Decides which claims may be published, given what is published already: primary suppression by rule, and secondary
/// suppression by linear algebra, so that no reader can work out what is hidden by adding and subtracting.
/// </summary>
internal sealed class ClaimProtector(ReleasePolicy policy, Func<string, bool> isSensitive)
{
    private readonly PrimaryRules _rules = new(policy);

    /// <summary>The reasons why a claim may not be seen for its own sake.</summary>
    public PrimaryReasons Judge(Claim claim)
    {
        var reasons = _rules.Size(Profile(claim, claim.Base));
        if (claim.IsPercentage)
        {
            reasons |= _rules.Base(claim.Base.Count);
        }

        if (claim.Counted is not null && isSensitive(claim.Variable))
        {
            reasons |= _rules.Size(Profile(claim, claim.Counted)) | _rules.Size(Profile(claim, claim.Rest!))
                | _rules.Group(claim.Base.Count, claim.Counted.Count);
        }

        return reasons;
    }

    /// <summary>The status of each of <paramref name="claims"/>, in their order.</summary>
    /// <param name="claims">The claims to decide on.</param>
    /// <param name="earlier">The claims decided before; what is published stays published.</param>
    /// <exception cref="BarometerException">Something hidden follows from what was published before.</exception>
    public IReadOnlyList<CellStatus> Decide(IReadOnlyList<Claim> claims, IReadOnlyList<Claim> earlier)
    {
        var system = new ClaimSystem([.. earlier, .. claims]);
        var known = new ModularSpan();
        known.AddAll(system.Structure());
        var targets = Targets(system, known).ToList();
        known.AddAll(earlier.Where(claim => claim.IsPublished).SelectMany(claim => Tells(system, claim)));

        var primary = claims.Select(claim => Judge(claim) != PrimaryReasons.None).ToArray();
        var secrets = new Secrets(known, targets);
        if (secrets.AnyKnown())
        {
            throw new BarometerException(new Problem(
                "The table can't be made safe",
                Expected: "no hidden cell that can be worked out",
                Got: "a cell that must be hidden follows from what was published before",
                Hint: "take a coarser grouping, or the same respondents as in the earlier table"));
        }

        var status = claims.Select((_, i) => primary[i] ? CellStatus.SuppressedPrimary : CellStatus.SuppressedSecondary).ToArray();
        foreach (var i in Enumerable.Range(0, claims.Count).Where(i => !primary[i]).OrderByDescending(i => Worth(claims[i])))
        {
            if (secrets.TryPublish(Tells(system, claims[i])))
            {
                status[i] = CellStatus.Published;
            }
        }

        return status;
    }

    /// <summary>What publishing a claim lets a reader know.</summary>
    private static IEnumerable<Vector> Tells(ClaimSystem system, Claim claim)
    {
        yield return system.Size(claim.Base);
        if (claim.Quantity is not null)
        {
            yield return system.Amount(claim.Quantity, claim.Base);
        }
    }

    /// <summary>What no reader may know: every cell that breaks a rule, whether it is in a table or between two.</summary>
    private IEnumerable<Vector> Targets(ClaimSystem system, ModularSpan structure)
    {
        foreach (var claim in system.Claims.Where(claim => !claim.IsPublished))
        {
            if (_rules.Size(Profile(claim, claim.Base)) != PrimaryReasons.None)
            {
                yield return system.Size(claim.Base);
            }
        }

        foreach (var (quantity, sets) in Parts(system))
        {
            foreach (var (set, claim) in sets)
            {
                foreach (var vector in Hidden(system, structure, quantity, set, claim))
                {
                    yield return vector;
                }
            }
        }
    }

    /// <summary>The part of a quantity on one set of respondents that must stay hidden there.</summary>
    /// <remarks>
    /// A set that an answer defines (the base of a question that only some are asked) gives no secret away by being of
    /// one mind on that answer.
    /// </remarks>
    private IEnumerable<Vector> Hidden(ClaimSystem system, ModularSpan structure, string quantity, RowSet set, Claim claim)
    {
        var amount = system.Amount(quantity, set);
        if (claim.Counted is null)
        {
            return _rules.Size(Profile(claim, set)) != PrimaryReasons.None ? [amount] : [];
        }

        var remainder = system.Remainder(quantity, set);
        var byDefinition = structure.Contains(amount) || structure.Contains(remainder);
        return !byDefinition && IsSecret(claim, set) ? [amount, remainder] : [];
    }

    private bool IsSecret(Claim claim, RowSet set)
    {
        var reasons = _rules.Size(Profile(claim, set));
        if (isSensitive(claim.Variable))
        {
            var rest = set.Except(claim.Counted!);
            var counted = set.Except(rest);
            reasons |= _rules.Size(Profile(claim, counted)) | _rules.Size(Profile(claim, rest)) | _rules.Group(set.Count, counted.Count);
        }

        return reasons != PrimaryReasons.None;
    }

    /// <summary>
    /// The sets of respondents on which a reader may come to know a quantity: the bases, what lies between two nested
    /// bases, and the atoms.
    /// </summary>
    private static IEnumerable<(string Quantity, Dictionary<RowSet, Claim> Sets)> Parts(ClaimSystem system)
    {
        foreach (var same in system.Claims.Where(claim => claim.Quantity is not null).GroupBy(claim => claim.Quantity!, StringComparer.Ordinal))
        {
            var sets = new Dictionary<RowSet, Claim>();
            var bases = same.DistinctBy(claim => claim.Base).ToList();
            foreach (var claim in bases)
            {
                sets[claim.Base] = claim;
                foreach (var other in bases.Where(other => other.Base.Count < claim.Base.Count && other.Base.IsSubsetOf(claim.Base)))
                {
                    sets.TryAdd(claim.Base.Except(other.Base), claim);
                }
            }

            var widest = bases.MaxBy(claim => claim.Base.Count)!;
            foreach (var atom in system.Atoms.Where(atom => atom.IsSubsetOf(widest.Base)))
            {
                sets.TryAdd(atom, widest);
            }

            yield return (same.Key, sets);
        }
    }

    private static CellProfile Profile(Claim claim, RowSet set) => CellProfile.Of(set.Rows, claim.OrganisationOfRow);

    /// <summary>How much a reader loses if the claim is hidden: the whole population first, then large groups.</summary>
    private static double Worth(Claim claim) => claim.Base.Count + ((claim.Counted?.Count ?? 0) / 1e6);

    /// <summary>The vectors that must not come into the span of what is known.</summary>
    private sealed class Secrets(ModularSpan known, List<Vector> targets)
    {
        private List<SortedList<int, long>> _residuals = [.. targets.Select(known.Residual)];

        public bool AnyKnown() => _residuals.Any(residual => residual.Count == 0);

        public bool TryPublish(IEnumerable<Vector> vectors)
        {
            var rank = known.Rank;
            foreach (var vector in vectors)
            {
                known.Add(vector);
            }

            if (known.Rank == rank)
            {
                return true;
            }

            var residuals = _residuals.ConvertAll(residual => known.Residual(residual));
            if (residuals.Exists(residual => residual.Count == 0))
            {
                known.Shrink(rank);
                return false;
            }

            _residuals = residuals;
            return true;
        }
    }
}
