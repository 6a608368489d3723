namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Decides which claims on one survey may be published, given what was decided before. Claims on the same question are
/// linked; so are all numbers of respondents. Each of these blocks is protected by itself, one after the other: what one
/// hides takes nothing from the protection of another.
/// </summary>
/// <param name="rules">The rules.</param>
internal sealed class ReleasePlanner(BlockRules rules)
{
    /// <summary>The name of the block of all numbers of respondents.</summary>
    public const string Respondents = "respondents";

    /// <summary>The status of each new claim, in their order.</summary>
    /// <param name="claims">The claims to decide on.</param>
    /// <param name="earlier">The claims decided before; what is published stays published, what is hidden stays hidden.</param>
    /// <param name="effort">How long to look for a choice that hides less.</param>
    /// <exception cref="BarometerException">Something that must be hidden follows from what was published before.</exception>
    public IReadOnlyList<CellStatus> Decide(IReadOnlyList<Claim> claims, IReadOnlyList<Claim> earlier, SearchEffort effort = SearchEffort.Quick)
    {
        IReadOnlyList<Claim> all = [.. earlier, .. claims];
        var before = new EarlierFacts(earlier);
        var status = all.Select((claim, i) => i < earlier.Count
            ? (claim.Within is not null ? CellStatus.Rounded : claim.IsPublished ? CellStatus.Published : CellStatus.Suppressed)
            : claim.Within is not null ? CellStatus.Rounded
            : rules.Judge(claim) != PrimaryReasons.None || before.Hide(claim) ? CellStatus.Suppressed : CellStatus.Published).ToArray();
        foreach (var block in Blocks(all, earlier.Count, before, i => Role(i, earlier.Count, status[i])))
        {
            var pattern = block.Problem.Suppress(effort);
            if (pattern.Unmet.Count > 0)
            {
                throw Refusal(block);
            }

            for (var unit = 0; unit < block.Claims.Count; unit++)
            {
                if (pattern.Suppressed[unit] && status[block.Claims[unit]] == CellStatus.Published)
                {
                    status[block.Claims[unit]] = CellStatus.Suppressed;
                }
            }
        }

        CheckOneWay(all, status);
        return status[earlier.Count..];
    }

    /// <summary>A number that is rounded in one table and right in another gives back what the rounding took.</summary>
    private static void CheckOneWay(IReadOnlyList<Claim> claims, CellStatus[] status)
    {
        var exact = claims.Where((claim, i) => status[i] == CellStatus.Published).SelectMany(claim => claim.AllSizes).ToHashSet();
        if (claims.FirstOrDefault(claim => claim.Within is { IsExact: false } && exact.Contains(claim.Base)) is { } both)
        {
            throw new BarometerException(new Problem(
                $"The number of respondents of «{both.Name}» is rounded in one table and exact in another",
                Expected: "a number that is rounded everywhere, or exact everywhere",
                Hint: "release the tables that hold it by one and the same method"));
        }
    }

    private static SuppressionRole Role(int claim, int earlier, CellStatus status) => status switch
    {
        CellStatus.Published when claim < earlier => SuppressionRole.Forced,
        CellStatus.Published => SuppressionRole.Candidate,
        _ => SuppressionRole.Primary,
    };

    /// <summary>All blocks of claims that have been decided on.</summary>
    public IEnumerable<Block> Blocks(IReadOnlyList<Claim> decided) =>
        Blocks(decided, 0, new EarlierFacts([]), i => decided[i].IsPublished ? SuppressionRole.Candidate : SuppressionRole.Primary);

    /// <summary>The blocks in which the new claims tell something new.</summary>
    private IEnumerable<Block> Blocks(IReadOnlyList<Claim> all, int earlier, EarlierFacts before, Func<int, SuppressionRole> roles)
    {
        var told = all.SelectMany((claim, i) => claim.Told.Select(one => (Claim: i, Told: one))).ToList();
        var linked = new LinkedQuestions(told.Select(one => one.Told.Questions));
        foreach (var block in told.GroupBy(one => linked.NameOf(one.Told.Questions)).Where(block => block.Any(one => one.Claim >= earlier && before.IsNew(one.Told))))
        {
            var counts = block.Where(one => one.Told.Counted is not null).ToList();
            if (counts.Count > 0)
            {
                yield return new CountBlock(counts, rules).Build(block.Key, all, roles);
            }

            if (counts.Count < block.Count())
            {
                yield return new AmountBlock([.. block.Except(counts).Select(one => (one.Claim, one.Told.Base))], rules, [], []).Amounts(block.Key, all, roles);
            }
        }

        if (Enumerable.Range(earlier, all.Count - earlier).Any(i => all[i].Within is not null || all[i].AllSizes.Any(set => before.IsNew(set, roles(i) == SuppressionRole.Candidate))))
        {
            var sizes = all.SelectMany((claim, i) => claim.Within is null ? claim.AllSizes.Select(set => (i, set)) : []).ToList();
            var ranges = all.Where(claim => claim.Within is not null).Select(claim => (claim.Base, claim.Within!)).ToList();
            if (rules.Everybody is { } everybody)
            {
                ranges.Add((everybody, new CountRange(everybody.Count, everybody.Count)));
            }

            yield return new AmountBlock(sizes, rules, [.. all.SelectMany(claim => claim.OtherSizes)], ranges).Sizes(Respondents, all, roles);
        }
    }

    private static BarometerException Refusal(Block block) => new(new Problem(
        $"The table can't be made safe: what must be hidden of «{block.Name}» follows from what is published already",
        Expected: "a table that adds nothing to what can be worked out about hidden cells",
        Hint: "take coarser groups, or the same groups and respondents as in the earlier table"));
}
