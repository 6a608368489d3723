namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Decides which claims on one survey may be published, given what was decided before. Claims that are linked are protected
/// together, one set of them after the other: what one suppresses takes nothing from the protection of another. At last the numbers
/// of each answer are looked at as they are shown, rounded and weighted.
/// </summary>
/// <param name="rules">The rules.</param>
internal sealed class ReleasePlanner(ClaimRules rules)
{
    private const int MostRounds = 8;

    // Of inner cells in linked tables: up to which the fewest that can be suppressed are looked for, and up to which they are searched at all.
    private const int MostForTheBest = 1500;
    private const int MostInnerCells = 2500;

    // The same for a search of so many steps; a larger table takes seconds to set up.
    private const int MostInnerCellsInSteps = 500;

    /// <summary>How far to search; null without end. A release for which the search is stopped is suppressed whole.</summary>
    public SearchSteps? Steps { get; init; }

    /// <summary>Hears how far a decision has come; null for nobody.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>The status of each new claim, in their order.</summary>
    /// <param name="claims">The claims to decide on.</param>
    /// <param name="earlier">The claims decided before; what is published stays published, what is suppressed stays suppressed.</param>
    /// <param name="effort">How long to look for a choice that suppresses less.</param>
    /// <returns>
    /// The statuses, and the releases that are suppressed whole since what must be suppressed for them follows from what was published before. They link
    /// nothing, as if nobody had asked.
    /// </returns>
    /// <exception cref="BarometerException">A number is rounded in one table and exact in another, or what is rounded follows all the same.</exception>
    public ReleasePlan Decide(IReadOnlyList<Claim> claims, IReadOnlyList<Claim> earlier, SearchEffort effort = SearchEffort.Quick)
    {
        earlier = LinkedClaims.Telling(earlier);
        var collisions = new List<Collision>();
        var left = new HashSet<string>(TooMuchTogether(claims, earlier), StringComparer.Ordinal);
        collisions.AddRange(left.Where(_ => Steps is not null).Select(release => new Collision(release, "", []) { IsStopped = true }));
        while (true)
        {
            var (status, collision) = DecideAll([.. claims.Where(claim => !left.Contains(claim.Release))], earlier, effort);
            if (collision is null)
            {
                var decided = new Queue<CellStatus>(status);
                return new ReleasePlan([.. claims.Select(claim => left.Contains(claim.Release) ? CellStatus.Suppressed : decided.Dequeue())], collisions);
            }

            if (claims.Any(claim => claim.Release == collision.Release && claim.Within is not null))
            {
                throw Refusal(collision);
            }

            left.Add(collision.Release);
            collisions.Add(collision);
        }
    }

    /// <summary>
    /// The releases that are suppressed whole since they take the answers to so many questions together that the linked tables can't be searched:
    /// the last first, until what is left can. By the numbers of cells, which every machine finds alike.
    /// </summary>
    private List<string> TooMuchTogether(IReadOnlyList<Claim> claims, IReadOnlyList<Claim> earlier)
    {
        var left = new List<string>();
        while (LastOfTooMany([.. earlier, .. claims.Where(claim => !left.Contains(claim.Release))], earlier.Count) is { } release)
        {
            left.Add(release);
        }

        return left;
    }

    private string? LastOfTooMany(List<Claim> all, int earlier)
    {
        // With steps to save it is the table that is asked for, whether it links or not.
        bool Links((int Claim, DisclosedSum Sum) one) => one.Claim >= earlier && (one.Sum.Questions.Count > 1 || Steps is not null);
        return LinkedQuestions.Group(all).Select(same => same.Where(one => one.Sum.Counted is not null).ToList())
            .Where(counts => counts.Exists(Links) && new LinkedCounts(counts, rules).Size > (Steps is null ? MostInnerCells : MostInnerCellsInSteps))
            .Select(counts => all[counts.FindLast(Links).Claim].Release).FirstOrDefault();
    }

    private (CellStatus[] Status, Collision? Collision) DecideAll(IReadOnlyList<Claim> claims, IReadOnlyList<Claim> earlier, SearchEffort effort)
    {
        IReadOnlyList<Claim> all = [.. earlier, .. claims];
        var before = new EarlierFacts(earlier);
        var status = all.Select((claim, i) => claim.Within is not null ? CellStatus.Rounded
            : (i < earlier.Count ? claim.IsPublished : !rules.IsSensitive(claim) && !before.Suppress(claim)) ? CellStatus.Published : CellStatus.Suppressed).ToArray();
        var known = status.ToArray();
        var links = 0;
        foreach (var linked in LinkedClaims.Of(all, earlier.Count, before, rules, i => Role(i < earlier.Count, known[i])))
        {
            Said?.Invoke(FormattableString.Invariant($"linked tables {++links}: {linked.Name}, {linked.Claims.Count} numbers"));
            var pattern = linked.IsSecond
                ? linked.Problem.Suppress(SearchEffort.Quick, [.. linked.Claims.Select(claim => status[claim] != CellStatus.Published)], Steps)
                : linked.Problem.Suppress(linked.Size > MostForTheBest ? SearchEffort.Quick : effort, null, Steps);
            if (pattern.Unmet.Count > 0 || pattern.IsStopped)
            {
                // Were nothing published before, all of the new ones could be suppressed, and nothing asked for more: the last is in the way of the others.
                return ([], new Collision(
                    all[linked.Claims.Where(claim => claim >= earlier.Count).Max()].Release,
                    linked.Name,
                    [.. linked.Claims.Where(claim => claim < earlier.Count && all[claim].IsPublished).Select(claim => all[claim].Release).Distinct()])
                { IsStopped = pattern.IsStopped });
            }

            for (var unit = 0; unit < linked.Claims.Count; unit++)
            {
                var claim = linked.Claims[unit];
                if (known[claim] == CellStatus.Published && linked.Problem.Units[unit].Role == SuppressionRole.Candidate)
                {
                    status[claim] = pattern.Suppressed[unit] ? CellStatus.Suppressed : CellStatus.Published;
                }
            }

            // What a link suppressed is suppressed to those after it, but not to the one that asks the same anew.
            known = linked.IsFirst ? known : status.ToArray();
        }

        SuppressTold(all, earlier.Count, status);
        CheckOneWay(all, status);
        return (status[earlier.Count..], null);
    }

    /// <summary>
    /// Suppresses what tells too much as it is shown. Where less is shown fewer respondents can be told apart, and larger strata are looked at:
    /// so the answers of which other numbers are shown than when they were looked at are looked at again, until nothing more is suppressed.
    /// </summary>
    private void SuppressTold(IReadOnlyList<Claim> all, int earlier, CellStatus[] status)
    {
        var settled = new Dictionary<string, IReadOnlyList<ShownNumber>>(StringComparer.Ordinal);
        var asked = LinkedQuestions.Group(all).Where(same => same.Any(one => one.Claim >= earlier)).SelectMany(same => same).Select(one => one.Claim).ToHashSet();
        for (var round = 0; round < MostRounds; round++)
        {
            // What only earlier claims tell was decided with them.
            var open = ShownTogether.Of(all, i => status[i] == CellStatus.Published && (i >= earlier || asked.Contains(i)), rules, isQuick: Steps is not null)
                .Where(one => one.Claims.Any(claim => claim >= earlier) && !(settled.TryGetValue(one.Answer, out var numbers) && numbers.SequenceEqual(one.Numbers))).ToList();
            var suppressed = new IReadOnlyCollection<int>[open.Count];
            var seen = 0;
            Parallel.For(0, open.Count, i =>
            {
                suppressed[i] = open[i].ToSuppress(claim => claim >= earlier && status[claim] == CellStatus.Published, claim => all[claim].Cost);
                Said?.Invoke(FormattableString.Invariant($"answers as they are shown: {Interlocked.Increment(ref seen)} of {open.Count}"));
            });
            foreach (var (together, gone) in open.Zip(suppressed))
            {
                settled[together.Answer] = together.Without(gone);
            }

            foreach (var claim in suppressed.SelectMany(gone => gone))
            {
                status[claim] = CellStatus.Suppressed;
            }

            if (Array.TrueForAll(suppressed, gone => gone.Count == 0))
            {
                break;
            }
        }
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

    /// <summary>Rounded numbers are shown all or none: which are suppressed would say which are small.</summary>
    private static BarometerException Refusal(Collision collision) => new(new Problem(
        $"The table can't be made safe by rounding: what is small of «{collision.Question}» follows from its other numbers" + (collision.With.Count == 0 ? "" : $", with {string.Join(", ", collision.With.Select(id => $"«{id}»"))}"),
        Expected: "a table that adds nothing to what can be worked out about small numbers",
        Hint: "take coarser groups, or release it with suppression"));

    private static SuppressionRole Role(bool isEarlier, CellStatus status) => status != CellStatus.Published ? SuppressionRole.Primary
        : isEarlier ? SuppressionRole.Forced : SuppressionRole.Candidate;
}

/// <summary>What is decided about some claims.</summary>
/// <param name="Status">The status of each claim.</param>
/// <param name="Collisions">The releases that are suppressed whole because of what was published before.</param>
internal sealed record ReleasePlan(IReadOnlyList<CellStatus> Status, IReadOnlyList<Collision> Collisions);

/// <summary>A release of which all is suppressed, since what would have to be suppressed for it follows from what was published before.</summary>
/// <param name="Release">The release.</param>
/// <param name="Question">What that is about.</param>
/// <param name="With">The earlier releases that tell of it.</param>
internal sealed record Collision(string Release, string Question, IReadOnlyList<string> With)
{
    /// <summary>Whether it isn't known to follow: the search was stopped.</summary>
    public bool IsStopped { get; init; }
}
