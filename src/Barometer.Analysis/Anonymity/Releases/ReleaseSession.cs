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
    private readonly ReleasePolicy _policy;
    private readonly ReleaseLedger _ledger;
    private readonly Action<JournalEntry>? _journal;
    private readonly Dictionary<string, Codebook> _codebooks;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SeriesRows Rows, List<Claim> Claims)> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShownTable> _shown = new(StringComparer.Ordinal);

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

    /// <summary>Makes a table safe, given everything released before, and hands it out.</summary>
    /// <param name="table">The estimates, as the estimation made them.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens, used once in a session.</param>
    /// <param name="method">How what may not be seen is protected.</param>
    /// <param name="code">The code that made the table, for the proposal of a coarser one.</param>
    /// <exception cref="BarometerException">The id is not valid or was used before; an estimate comes without the
    /// respondents behind it and is no public count; what must be suppressed follows from earlier releases; or the table holds something
    /// else than numbers of respondents and is to be rounded.</exception>
    public Released<ReleasedTable> Release(UnreleasedTable table, string id, DisclosureMethod method = DisclosureMethod.Suppression, string code = "") =>
        Release(table, id, method, code, isWhole: false);

    private Released<ReleasedTable> Release(UnreleasedTable table, string id, DisclosureMethod method, string code, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(table);
        ReleaseId.Check(id);
        CheckWeights(table);
        CheckGroups(table);
        if (_ids.Contains(id))
        {
            throw new BarometerException(new Problem(
                $"The release id «{id}» is taken", Expected: "an id not used before", Hint: "every table has a name of its own"));
        }

        var cells = CellsToProtect(table);
        var reader = new ClaimReader(table, _codebooks.GetValueOrDefault(table.Survey), _policy);
        var claims = cells.ConvertAll(i => reader.Read(table.Estimates[i]) with { Release = id });
        if (isWhole)
        {
            // All of it is lost with one of its cells.
            var cost = claims.Sum(claim => claim.Cost);
            claims = claims.ConvertAll(claim => claim with { Cost = cost });
        }

        var rounded = method == DisclosureMethod.SmallCountRounding ? Round(table, cells, claims) : null;
        claims = rounded is null ? claims : [.. claims.Zip(rounded.Ranges, (claim, range) => claim with { Within = range })];
        var (rows, earlier) = Series(table);
        var map = rows.Add(table.Survey, table.OrganisationOfRow ?? [], table.Respondents);
        var told = claims.ConvertAll(claim => claim.In(map));
        var status = Decide(table, Entry(table.Heading, id, method, table.Estimates.Select(one => new LedgerCell(TableDigest.About(one.Outcome, one.Groups), CellStatus.Unreleased))), cells, told, map, code);
        var safe = Safe(table, status, cells, rounded, map, code);
        _ids.Add(id);
        _shown[id] = new ShownTable(SeriesOf(table), earlier.Count, cells);
        earlier.AddRange(told.Select((claim, i) => claim with { IsPublished = status[cells[i]] == CellStatus.Published }));
        var released = new Released<ReleasedTable>(safe, new ReleaseStamp(id, _policy.Version, table.Survey, table.Heading.IsSynthetic));
        var entry = Entry(safe, id, method, safe.Estimates.Select(one => new LedgerCell(TableDigest.About(one.Outcome, one.Groups), one.Status))) with { Digest = TableDigest.Of(released) };
        released = new Released<ReleasedTable>(safe, released.Stamp with { Ledger = $"{id}@{entry.Digest}" });
        _journal?.Invoke(new JournalEntry(entry, cells, claims, table.OrganisationOfRow ?? [], table.Respondents) { Coarser = safe.Coarser?.Advice.En, Released = released, Table = table });
        return released;
    }

    /// <summary>Wraps figures that others have published already; no respondent of ours is behind them.</summary>
    internal Released<T> ReleasePublished<T>(T content, string id)
        where T : class
    {
        ReleaseId.Check(id);
        if (!_ids.Add(id))
        {
            throw new BarometerException(new Problem($"The release id «{id}» is taken", Expected: "an id not used before"));
        }

        return new Released<T>(content, new ReleaseStamp(id, _policy.Version, "published", IsSynthetic: false));
    }

    private static string SeriesOf(UnreleasedTable table) => table.Respondents?.Series ?? table.Survey;

    /// <summary>The respondents of the table's series so far, and what has been released of them.</summary>
    private (SeriesRows Rows, List<Claim> Claims) Series(UnreleasedTable table)
    {
        if (!_series.TryGetValue(SeriesOf(table), out var series))
        {
            _series.Add(SeriesOf(table), series = (new SeriesRows(), []));
        }

        return series;
    }

    private CoarserSearch? Search(UnreleasedTable table, int[] map) => _codebooks.TryGetValue(table.Survey, out var codebook)
        ? new CoarserSearch(Series(table).Rows.Rules(_policy), codebook, Series(table).Claims, map)
        : null;

    /// <summary>The status of each cell: as the ledger has it, or decided now, given what the session released before.</summary>
    private CellStatus[] Decide(UnreleasedTable table, LedgerEntry entry, List<int> cells, List<Claim> claims, int[] map, string code)
    {
        var rules = Series(table).Rows.Rules(_policy);
        if (_ledger.Find(entry.Id) is { } known && known.IsAboutTheSameAs(entry))
        {
            var open = cells.Index().Where(one => known.Cells[one.Item].Status == CellStatus.Published);
            if (known.IsPublished || open.All(one => !rules.IsSensitive(claims[one.Index])))
            {
                return [.. known.Cells.Select(cell => cell.Status)];
            }
        }

        var status = Enumerable.Repeat(CellStatus.Published, table.Estimates.Count).ToArray();
        var decided = claims.Count == 0 ? [] : DecideOrPropose(table, claims, rules, map, code);
        for (var i = 0; i < claims.Count; i++)
        {
            status[cells[i]] = decided[i];
        }

        return status;
    }

    private IReadOnlyList<CellStatus> DecideOrPropose(UnreleasedTable table, List<Claim> claims, ClaimRules rules, int[] map, string code)
    {
        try
        {
            return new ReleasePlanner(rules).Decide(claims, Series(table).Claims);
        }
        catch (BarometerException refusal) when (Search(table, map)?.InPlaceOf(table, code) is { } coarser)
        {
            throw new BarometerException(refusal.Problems[0] with { Hint = $"{coarser.Advice.Nb} / {coarser.Advice.En}" });
        }
    }

    /// <summary>The table as it may be seen.</summary>
    private ReleasedTable Safe(UnreleasedTable table, CellStatus[] status, List<int> cells, RoundedCounts? rounded, int[] map, string code)
    {
        var shown = new ReleaseRounding(table, _codebooks.GetValueOrDefault(table.Survey), _policy);
        return new ReleasedTable(
            table.Heading,
            [.. table.Estimates.Select((estimate, i) => status[i] == CellStatus.Rounded
                ? ReleaseRounding.Rounded(estimate, rounded!.Values[cells.IndexOf(i)])
                : shown.Show(estimate, status[i]))])
        {
            Coarser = Search(table, map)?.Beside(table, status, code),
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

    /// <summary>The numbers of the cells that are held to the rules: all but public counts.</summary>
    private List<int> CellsToProtect(UnreleasedTable table)
    {
        var cells = new List<int>();
        for (var i = 0; i < table.Estimates.Count; i++)
        {
            var estimate = table.Estimates[i];
            if (estimate.IsFrameCount && IsPublicCount(table.Measure, estimate))
            {
                continue;
            }

            if (table.OrganisationOfRow is null)
            {
                throw Unknown(table);
            }

            if (estimate.Members is not null)
            {
                cells.Add(i);
            }
            else
            {
                throw new BarometerException(new Problem(
                    $"An estimate can't be released: the respondents behind «{estimate.Caption}» are not known",
                    Expected: "an estimate made by a design, or a count that the policy lists as public",
                    Hint: "publicCounts in data/releases/policy.json"));
            }
        }

        return cells;
    }

    private static void CheckWeights(UnreleasedTable table)
    {
        if (table.Design?.Unreleasable is { } why)
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released: {why}, which can single out whoever one likes",
                Expected: "weights of groups of the frame (the codebook's role «group»), fitted to what the frame counts",
                Hint: "barometer.Design(…), or raking and post-stratification by the names of grouping variables"));
        }
    }

    /// <summary>Groups of one organisation each are refused at once: all of them would be hidden, after a long search.</summary>
    private void CheckGroups(UnreleasedTable table)
    {
        var codebook = _codebooks.GetValueOrDefault(table.Survey);
        if (table.By.FirstOrDefault(name => codebook?.Variables.FirstOrDefault(one => one.Name == name) is { Role: DisclosureRole.Identifier or DisclosureRole.Organisation }) is { } single)
        {
            throw new BarometerException(new Problem(
                $"«{table.Title.Nb}» can't be released by «{single}»: it names who answered",
                Expected: "groups of the frame, or answers",
                Hint: string.Join(", ", codebook!.Variables.Where(one => one.Role == DisclosureRole.Group).Select(one => one.Name).Distinct())));
        }
    }

    private static BarometerException Unknown(UnreleasedTable table) => new(new Problem(
        $"«{table.Title.Nb}» can't be released: nothing tells which organisation each answer comes from",
        Expected: "estimates of a survey whose codebook names the organisation",
        Hint: "start from survey.Design(), or barometer.Design(…), not from a bare data set"));

    private bool IsPublicCount(Measure measure, UnreleasedEstimate estimate) => measure == Measure.Count && _policy.PublicCounts.Any(
        count => count.Outcome == estimate.Outcome.Variable && (count.ByGroup || estimate.Groups.Count == 0));
}
