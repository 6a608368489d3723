namespace Barometer.Analysis.Anonymity.Releases;

/// <summary>
/// The way out for estimates: what it hands out is safe together with everything it handed out before. Estimates that
/// may not be seen keep their labels and lose their numbers.
/// </summary>
/// <remarks>Weighted estimates are protected like the unweighted counts behind them: a reader
/// may come to know the weights.</remarks>
/// <example>
/// <code>
/// Released&lt;UnreleasedTable&gt; table = session.Release(share, "innovated-by-group");
/// </code>
/// </example>
public sealed partial class ReleaseSession
{
    // Of the search for what must be suppressed of one table, and of that for what would be without the others. A million take some four seconds.
    private const long MostStepsOfOne = 130_000;
    private const long MostStepsAlone = 30_000;
    private readonly ReleasePolicy _policy;
    private readonly ReleaseLedger _ledger;
    private readonly Action<JournalEntry>? _journal;
    private readonly Dictionary<string, Codebook> _codebooks;
    private readonly Dictionary<string, SeriesRows> _series = new(StringComparer.Ordinal);
    private readonly List<EarlierRelease> _earlier = [];

    /// <summary>Starts a session in which nothing has been released.</summary>
    /// <param name="policy">The thresholds.</param>
    /// <param name="codebooks">The codebooks of the surveys: they say which variables are sensitive. The variables of a
    /// survey without one all count as sensitive.</param>
    internal ReleaseSession(ReleasePolicy policy, params IEnumerable<Codebook> codebooks)
        : this(policy, ReleaseLedger.Empty, null, codebooks)
    {
    }

    /// <summary>Starts a session that follows a ledger.</summary>
    /// <param name="policy">The thresholds.</param>
    /// <param name="ledger">What is decided already.</param>
    /// <param name="journal">Hears of each release, with all that is needed to decide on it together with others; null for nobody.</param>
    /// <param name="codebooks">The codebooks of the surveys.</param>
    internal ReleaseSession(ReleasePolicy policy, ReleaseLedger ledger, Action<JournalEntry>? journal, IEnumerable<Codebook> codebooks)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(codebooks);
        (_policy, _ledger, _journal) = (policy, ledger, journal);
        _codebooks = codebooks.ToDictionary(codebook => codebook.Id, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether what the session releases is decided on afterwards, together with all else that is run: it decides on each table by itself then, so that
    /// the order of cells says nothing; every id is used once, and nothing is forgotten. Else each table is decided on beside those before it.
    /// </summary>
    internal bool IsDecidedAfterwards { get; init; }

    /// <summary>How far to search for what must be suppressed of one table; should that not be enough all of it is.</summary>
    internal long MostSteps { get; init; } = MostStepsOfOne;

    /// <summary>Makes a table safe, given everything released before, and hands it out.</summary>
    /// <param name="table">The estimates, as the estimation made them.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens. Used again, it replaces what was released by it before.</param>
    /// <param name="method">How what may not be seen is protected.</param>
    /// <param name="code">The code that made the table, for the proposal of a coarser one.</param>
    /// <exception cref="BarometerException">The id is not valid, or was used before in a notebook that is reproduced; an estimate comes without the
    /// respondents behind it and is no public count; or the table holds something else than numbers of respondents and is to be rounded.</exception>
    public Released<ReleasedTable> Release(UnreleasedTable table, string id, DisclosureMethod method = DisclosureMethod.Suppression, string code = "") =>
        Release(table, id, method, (shown, search) => search?.Beside(table, [.. shown.Estimates.Select(one => one.Status)], code));

    private Released<ReleasedTable> Release(UnreleasedTable table, string id, DisclosureMethod method, Proposal? proposal, bool isWhole = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        ReleaseId.Check(id);
        table.Design?.CheckReleasable($"«{table.Title.Nb}»");
        var releasable = new ReleasableTable(table, CodebookOf(table), _policy);
        releasable.CheckGroups();
        CheckTaken(id);
        var cells = releasable.Cells();
        var reader = new ClaimReader(table, CodebookOf(table), _policy);
        var claims = cells.ConvertAll(i => reader.Read(table.Estimates[i]) with { Release = id });
        if (isWhole)
        {
            // All of it is lost with one of its cells.
            var cost = claims.Sum(claim => claim.Cost);
            claims = claims.ConvertAll(claim => claim with { Cost = cost });
        }

        var rounded = method == DisclosureMethod.SmallCountRounding ? Round(table, releasable, cells, claims) : null;
        claims = rounded is null ? claims : [.. claims.Zip(rounded.Ranges, (claim, range) => claim with { Within = range })];
        var map = Rows(SeriesOf(table)).Add(table.Survey, table.OrganisationOfRow ?? [], table.Respondents);
        var told = claims.ConvertAll(claim => claim.In(map));
        var before = Before(table, id);
        var (status, words, isSilent) = Decide(table, Entry(table.Heading, id, method, table.Estimates.Select(one => new LedgerCell(TableDigest.About(one.Outcome, one.Groups), CellStatus.Unreleased))), cells, told, before);
        var safe = Safe(table, status, cells, rounded) with { Session = words };
        if (proposal is not null && (isWhole ? !safe.IsWhole : !new GroupedCells(table, status).Shows(_policy.MinShownShare)))
        {
            var coarser = proposal(safe, Search(table, map, [.. before.SelectMany(one => one.Claims)]));
            safe = safe with { Coarser = coarser, NoCoarser = coarser is null ? CoarserWords.None : null };
        }

        _earlier.RemoveAll(one => one.Id == id);
        _earlier.Add(new EarlierRelease(id, SeriesOf(table), isSilent ? [] : [.. told.Select((claim, i) => claim with { IsPublished = status[cells[i]] == CellStatus.Published })], cells));
        var released = new Released<ReleasedTable>(safe, new ReleaseStamp(id, _policy.Version, table.Survey, table.Heading.IsSynthetic));
        var entry = Entry(safe, id, method, safe.Estimates.Select(one => new LedgerCell(TableDigest.About(one.Outcome, one.Groups), one.Status))) with { Digest = TableDigest.Of(released) };
        released = new Released<ReleasedTable>(safe, released.Stamp with { Ledger = $"{id}@{entry.Digest}" });
        _journal?.Invoke(new JournalEntry(entry, cells, claims, table.OrganisationOfRow ?? [], table.Respondents) { Coarser = (safe.Coarser?.Advice ?? safe.NoCoarser)?.En, Released = released, Table = table });
        return released;
    }

    /// <summary>Takes a release back: what comes later is decided on as if it hadn't been shown.</summary>
    /// <param name="id">The release's name.</param>
    /// <exception cref="BarometerException">There is no such release in this session, or the session is of a notebook that is reproduced.</exception>
    public void Forget(string id)
    {
        if (IsDecidedAfterwards)
        {
            throw new BarometerException(new Problem(
                $"«{id}» can't be forgotten in a notebook that is run or reproduced: what its cell shows is stored",
                Expected: "a session of the kernel", Hint: "delete the cell that releases it"));
        }

        if (_earlier.RemoveAll(one => one.Id == id) == 0)
        {
            throw new BarometerException(new Problem(
                $"«{id}» isn't released in this session", Expected: _earlier.Count == 0 ? "a release" : string.Join(", ", _earlier.Select(one => one.Id).Order(StringComparer.Ordinal))));
        }
    }

    private void CheckTaken(string id)
    {
        if (IsDecidedAfterwards && _earlier.Exists(one => one.Id == id))
        {
            throw new BarometerException(new Problem(
                $"The release id «{id}» is taken", Expected: "an id not used before", Hint: "every table of a notebook has a name of its own"));
        }
    }

    // Waves put together have a codebook of their own.
    private Codebook? CodebookOf(UnreleasedTable table) => table.Design?.Codebook is { Design.IsOfWaves: true } waves ? waves : _codebooks.GetValueOrDefault(table.Survey);

    private static string SeriesOf(UnreleasedTable table) => table.Respondents?.Series ?? table.Survey;

    /// <summary>The respondents of a series so far.</summary>
    private SeriesRows Rows(string series)
    {
        if (!_series.TryGetValue(series, out var rows))
        {
            _series.Add(series, rows = new SeriesRows());
        }

        return rows;
    }

    /// <summary>
    /// What a table is decided on beside: all released before of its series, but what it replaces. Of a session that is decided on afterwards only what the
    /// ledger has decided.
    /// </summary>
    private List<EarlierRelease> Before(UnreleasedTable table, string id) =>
        _earlier.FindAll(one => one.Series == SeriesOf(table) && one.Id != id && !(IsDecidedAfterwards && _ledger.Find(one.Id) is not { IsPublished: true }));

    private CoarserSearch? Search(UnreleasedTable table, int[] map, IReadOnlyList<Claim> before) => _codebooks.TryGetValue(table.Survey, out var codebook)
        ? new CoarserSearch(Rows(SeriesOf(table)).Rules(_policy), codebook, before, map)
        : null;

    /// <summary>The status of each cell: as the ledger has it, or decided now, given what was released before; with what to say of that, and whether it links nothing.</summary>
    private (CellStatus[] Status, LocalizedText? Words, bool IsSilent) Decide(UnreleasedTable table, LedgerEntry entry, List<int> cells, List<Claim> claims, List<EarlierRelease> before)
    {
        var rules = Rows(SeriesOf(table)).Rules(_policy);
        if (_ledger.Find(entry.Id) is { } known && known.IsAboutTheSameAs(entry))
        {
            var open = cells.Index().Where(one => known.Cells[one.Item].Status == CellStatus.Published);
            if (known.IsPublished || open.All(one => !rules.IsSensitive(claims[one.Index])))
            {
                return ([.. known.Cells.Select(cell => cell.Status)], null, false);
            }
        }

        var status = Enumerable.Repeat(CellStatus.Published, table.Estimates.Count).ToArray();
        if (claims.Count == 0)
        {
            return (status, null, false);
        }

        var plan = new ReleasePlanner(rules) { Steps = new SearchSteps(MostSteps) }.Decide(claims, [.. before.SelectMany(one => one.Claims)]);
        for (var i = 0; i < claims.Count; i++)
        {
            status[cells[i]] = plan.Status[i];
        }

        // What would be shown without them is only asked where something is hidden.
        var isAlone = IsDecidedAfterwards || before.Count == 0 || plan.Status.All(one => one != CellStatus.Suppressed);
        var words = IsDecidedAfterwards ? null
            : SessionWords.Of(plan, isAlone ? plan : new ReleasePlanner(rules) { Steps = new SearchSteps(MostStepsAlone) }.Decide(claims, []), [.. before.Select(one => one.Id)], id => _ledger.Find(id) is { IsPublished: true });
        return (status, words, plan.Collisions.Count > 0);
    }

    /// <summary>The table as it may be seen.</summary>
    private ReleasedTable Safe(UnreleasedTable table, CellStatus[] status, List<int> cells, RoundedCounts? rounded)
    {
        var shown = new ReleaseRounding(table, _codebooks.GetValueOrDefault(table.Survey), _policy);
        return new ReleasedTable(
            table.Heading,
            [.. table.Estimates.Select((estimate, i) => status[i] == CellStatus.Rounded
                ? ReleaseRounding.Rounded(estimate, rounded!.Values[cells.IndexOf(i)])
                : shown.Show(estimate, status[i]))])
        {
            Rounding = rounded is null ? null : RoundingWords.Of(_policy.SmallCountBase),
        };
    }

    private static LedgerEntry Entry(TableHeading table, string id, DisclosureMethod method, IEnumerable<LedgerCell> cells) => new()
    {
        Id = id,
        Notebook = "",
        Survey = table.Survey,
        IsSynthetic = table.IsSynthetic,
        About = TableDigest.About(table) + (method == DisclosureMethod.SmallCountRounding ? ", small count rounding" : ""),
        Digest = "",
        Cells = [.. cells],
    };

    /// <summary>Proposes what to show in the place of a table of which most is suppressed, or anything of what has to be shown whole.</summary>
    /// <param name="shown">The table as it is shown.</param>
    /// <param name="search">Looks for coarser groups; null where no codebook knows of any.</param>
    private delegate CoarserTable? Proposal(ReleasedTable shown, CoarserSearch? search);

    /// <summary>A table that this session has released.</summary>
    /// <param name="Id">Its name.</param>
    /// <param name="Series">The series of its survey.</param>
    /// <param name="Claims">What it tells.</param>
    /// <param name="Cells">For each of these the number of the estimate.</param>
    private sealed record EarlierRelease(string Id, string Series, IReadOnlyList<Claim> Claims, IReadOnlyList<int> Cells);
}
