using System.Runtime.CompilerServices;
using Microsoft.Data.Analysis;

namespace Barometer.Evidence;

/// <summary>
/// What a notebook starts from: it finds the data, reads surveys, releases estimates and knows what others have published.
/// One workbench is one session of releases: what it releases is safe together with all it has released before and not taken back.
/// </summary>
/// <example><code>
/// var barometer = Workbench.Open();
/// var design = barometer.Design("operational-2018");
/// barometer.Release(design.Proportion("innovated", by: "agency_group"), id: "innovated-by-group")
/// </code></example>
public sealed class Workbench : Displayable
{
    private readonly string _data;
    private readonly Dictionary<string, Survey> _surveys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BarometerDesign> _designs = new(StringComparer.Ordinal);
    private readonly Lazy<PublishedRegistry> _published;
    private readonly List<PublishedCheck> _checks = [];
    private readonly ReleasePolicy _policy;
    private readonly IReadOnlyList<PackLine>? _exhibits;
    private readonly IReadOnlyDictionary<string, Survey>? _given;
    private readonly ReleaseSession _releases;

    private Workbench(string data, Language language, WorkbenchSetting? setting)
    {
        _data = data;
        Language = language;
        _policy = ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json"));
        _published = new Lazy<PublishedRegistry>(() => PublishedRegistry.Read(Path.Combine(data, "published", "figures.csv")));
        _exhibits = setting?.Exhibits;
        _given = setting?.Surveys;
        _releases = new ReleaseSession(
            _policy, setting?.Ledger ?? ReleaseLedger.Read(Path.Combine(data, "releases", "ledger.json")), setting?.Released, _given?.Values.Select(survey => survey.Codebook) ?? SurveyCatalog.Codebooks(data))
        { IsDecidedAfterwards = setting?.IsDecidedAfterwards == true };
    }

    /// <summary>The language of tables and figures.</summary>
    public Language Language { get; }

    /// <summary>The figures that others have published.</summary>
    public PublishedRegistry Published => _published.Value;

    /// <summary>
    /// Opens a workbench on the repository's data: those of the environment variable <c>BAROMETER_DATA</c> when it is set,
    /// else the folder <c>data</c> at or above the current one, or above the library itself.
    /// </summary>
    /// <param name="language">The language of tables and figures.</param>
    /// <param name="data">Another data folder; null to look for it.</param>
    /// <exception cref="BarometerException">
    /// There is no data folder, the policy or a codebook is wrong, or there are real answers and nobody judges what is done with them.
    /// </exception>
    /// <example><code>Workbench.Open()</code></example>
    public static Workbench Open(Language language = Language.Nb, string? data = null)
    {
        var folder = data ?? WorkbenchSetting.Current?.Data ?? DataLocation.Find();
        RealAnswers.HoldBack(folder);
        return new(folder, language, WorkbenchSetting.Current);
    }

    /// <summary>Reads a survey, real answers when there are any, else the synthetic stand-in. It is read once.</summary>
    /// <param name="id">The survey's id, for example <c>operational-2018</c>, or its title.</param>
    /// <exception cref="BarometerException">There is no such survey, or its files are wrong.</exception>
    /// <example><code>barometer.Survey("operational-2018")</code></example>
    public Survey Survey(string id)
    {
        id = Named(id);
        if (!_surveys.TryGetValue(id, out var survey))
        {
            _surveys[id] = survey = _given?.GetValueOrDefault(id) ?? SurveyReader.Read(_data, id);
        }

        return survey;
    }

    /// <summary>
    /// The design that all notebooks use for a survey, with its weights: docs/method.md says what it is and why. Another
    /// can be made from <see cref="Survey"/>.
    /// </summary>
    /// <param name="id">The survey's id, for example <c>operational-2018</c>.</param>
    /// <exception cref="BarometerException">There is no such survey, or its answers don't allow the design.</exception>
    /// <example><code>barometer.Design("operational-2018")</code></example>
    public BarometerDesign Design(string id)
    {
        id = Named(id);
        if (!_designs.TryGetValue(id, out var design))
        {
            _designs[id] = design = Survey(id).ChosenDesign();
        }

        return design;
    }

    /// <summary>
    /// What there is to ask: of all surveys the variables in which every one of <paramref name="words"/> is found, with names, titles, questions, codes and who was asked. Each can be
    /// called by its name or its title, its answers by code or label. What the notebook derived stands among them with its rule.
    /// </summary>
    /// <param name="words">Words, whole or in part, in either language; none for all variables.</param>
    /// <exception cref="BarometerException">No variable has them, or a codebook is wrong.</exception>
    /// <example><code>barometer.Variables("innovasjon")</code></example>
    public VariableList Variables(string words = "") =>
        VariableList.Of([.. (_given is null ? SurveyCatalog.Codebooks(_data) : _given.Values.Select(survey => survey.Codebook)).Select(codebook => _surveys.GetValueOrDefault(codebook.Id)?.Known ?? codebook)], words, Language);

    /// <summary>Puts several ways to weight one survey beside each other.</summary>
    /// <param name="survey">The survey that all of them weight.</param>
    /// <param name="schemes">The schemes; the first is what the others are compared with.</param>
    /// <exception cref="BarometerException">There are fewer than two, or two have one id.</exception>
    /// <example><code>barometer.Schemes(survey, new("unweighted", "Uvektet", "Unweighted", survey.Unweighted()), new("chosen", "Valgt", "Chosen", design) { IsChosen = true }).Weights("weights")</code></example>
    public WeightingSchemes Schemes(Survey survey, params WeightingScheme[] schemes) => new(this, survey, _policy, schemes);

    /// <summary>Releases estimates: the only way out. What may not be seen is suppressed.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens. A cell that is run again replaces what it released; a notebook that is reproduced uses each once.</param>
    /// <param name="method">How what may not be seen is protected: hidden, or numbers of respondents rounded.</param>
    /// <param name="code">The code of the estimates, which the compiler fills in: a coarser table is proposed in its words.</param>
    /// <exception cref="BarometerException">
    /// The id is taken or not valid, or the estimates can't be released at all; what may not be seen beside the others is hidden, with a proposal of the nearest coarser table.
    /// </exception>
    /// <example><code>barometer.Release(design.Proportion("innovated", by: "size_band"), id: "innovated-by-size")</code></example>
    public ReleasedEstimates Release(
        UnreleasedTable estimates, string id, DisclosureMethod method = DisclosureMethod.Suppression, [CallerArgumentExpression(nameof(estimates))] string code = "") =>
        new(_releases.Release(estimates, id, method, code), Language);

    /// <summary>Releases the p-value of a test, to be shown as a small table or as a sentence.</summary>
    /// <param name="test">The test, as a design made it.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens. A cell that is run again replaces what it released; a notebook that is reproduced uses each once.</param>
    /// <param name="title">What is tested, in the words of the notebook; null for one made of the labels.</param>
    /// <param name="code">The code of the test, which the compiler fills in: one of coarser groups is proposed in its words.</param>
    /// <returns>The test; where a number that it follows from may not be shown it has no p-value, and says so.</returns>
    /// <exception cref="BarometerException">The id is taken or not valid.</exception>
    /// <example><code>barometer.Release(design.Trend("innovated", "size_group"), id: "trend-by-size", title: new("Innovasjon etter størrelse", "Innovation by size"))</code></example>
    public ReleasedTest Release(UnreleasedTest test, string id, LocalizedText? title = null, [CallerArgumentExpression(nameof(test))] string code = "")
    {
        var released = _releases.Release(test, id, code);
        return new ReleasedTest(released, title, Survey(released.Stamp.Survey).Codebook.Title, Language);
    }

    /// <summary>Releases a two-way table: percentages, numbers of answers and a test of independence, each safe beside the others.</summary>
    /// <param name="table">The table, as a design made it.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens, used once; on the ledger the numbers of answers have it with «-counts».</param>
    /// <param name="code">The code of the table, which the compiler fills in: a coarser one is proposed in its words.</param>
    /// <exception cref="BarometerException">The id is taken or not valid, or the table can't be made safe.</exception>
    /// <example><code>barometer.Release(design.CrossTable("partner_private", "evaluated", PercentOf.Column), id: "evaluated-and-private")</code></example>
    public ReleasedCrossTable Release(UnreleasedCrossTable table, string id, [CallerArgumentExpression(nameof(table))] string code = "") =>
        new(_releases.Release(table, id, code), Language);

    /// <summary>Releases the ranks of items, as a table with their shares.</summary>
    /// <param name="ranking">The ranking, as a design made it.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens. A cell that is run again replaces what it released; a notebook that is reproduced uses each once.</param>
    /// <param name="code">The code of the ranking, which the compiler fills in: one of fewer items is proposed in its words.</param>
    /// <returns>The table; where the share of an item may not be shown it has no ranks, and says so.</returns>
    /// <exception cref="BarometerException">The id is taken or not valid.</exception>
    /// <example><code>barometer.Release(design.Ranks(["value_quality", "value_efficiency"]), id: "values-ranked")</code></example>
    public EvidenceTable Release(UnreleasedRanking ranking, string id, [CallerArgumentExpression(nameof(ranking))] string code = "")
    {
        var released = _releases.Release(ranking, id, code);
        return new EvidenceTable(ResultTable.Of(released), released.Stamp, Language);
    }

    /// <summary>Releases a function of estimates (a ratio of shares, a change, a weighted sum) with the estimates it is made of, to be shown as a table or as a sentence.</summary>
    /// <param name="function">The function, as a table or a design made it.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens. A cell that is run again replaces what it released; a notebook that is reproduced uses each once.</param>
    /// <returns>The number; where an estimate that it is made of may not be shown it has no value, and says so.</returns>
    /// <exception cref="BarometerException">The id is taken or not valid, or it has no value at the shown numbers.</exception>
    /// <example><code>barometer.Release(design.RelativeRisk("innovated", "size_group", "from_50", from: "under_20"), id: "innovated-large-over-small")</code></example>
    public ReleasedNumber Release(UnreleasedFunction function, string id) => new(_releases.Release(function, id), Language);

    /// <summary>
    /// A question over the waves of a survey: the estimates of each, the change from each to the next with its interval and test, and where the series is broken. What is the same in two waves
    /// stands in their crosswalk; units that answered several waves make the change more certain.
    /// </summary>
    /// <param name="variable">The question, by its name or title in the first wave.</param>
    /// <param name="surveys">The waves' ids, the earliest first; at least two of one series.</param>
    /// <exception cref="BarometerException">There is no such question or survey, nobody has said how two waves can be compared, or they are of several series.</exception>
    /// <example><code>barometer.OverTime("innovated", "operational-2018", "operational-2021").By("size_group")</code></example>
    public UnreleasedOverTime OverTime(string variable, params string[] surveys)
    {
        if (surveys.Length < 2 || surveys.Distinct(StringComparer.Ordinal).Count() < surveys.Length)
        {
            throw new BarometerException(new Problem("A change needs two waves", Expected: "the ids of two surveys or more, the earliest first", Hint: "barometer.OverTime(\"innovated\", \"…\", \"…\")"));
        }

        var waves = surveys.Select(Survey).ToList();
        return UnreleasedOverTime.Of(variable, waves, [.. waves.Zip(waves.Skip(1), (one, next) => CrosswalkReader.Read(_data, one.Codebook, next.Codebook))]);
    }

    /// <summary>Releases estimates of waves and the changes between them, each safe beside all others and beside what is shown of the waves themselves.</summary>
    /// <param name="overTime">What was made by <see cref="OverTime"/>.</param>
    /// <param name="id">The release's name: lower-case words joined by hyphens; changes have it with «-change-» and the year.</param>
    /// <exception cref="BarometerException">The id is taken or not valid, or nothing can be estimated.</exception>
    /// <example><code>barometer.Release(barometer.OverTime("innovated", "operational-2018", "operational-2021"), id: "innovated-over-time").Lines()</code></example>
    public ReleasedOverTime Release(UnreleasedOverTime overTime, string id)
    {
        ArgumentNullException.ThrowIfNull(overTime);
        return new(OverTimeSeries.Of(overTime, id, (table, name) => _releases.Release(table, name), _releases.ReleaseWithTest), Language);
    }

    /// <summary>What can be compared between two surveys, and what can't, with the reasons.</summary>
    /// <param name="from">The earlier survey's id; <c>oin-dk</c> for the Danish code lists.</param>
    /// <param name="to">The later survey's id.</param>
    /// <exception cref="BarometerException">Nobody has said how they can be compared.</exception>
    /// <example><code>barometer.Crosswalk("operational-2018", "operational-2021")</code></example>
    public EvidenceTable Crosswalk(string from, string to)
    {
        var second = Survey(to).Codebook;
        if (from == CrosswalkTable.Danish)
        {
            return CrosswalkTable.Of(
                $"crosswalk-{from}-{to}", CrosswalkTable.OfDanish(ConcordanceFile.Read(_data), second), new("de danske kodelistene", "the Danish code lists"), second.Title, same: 0).In(Language);
        }

        var first = Survey(from).Codebook;
        var crosswalk = CrosswalkReader.Read(_data, first, second);
        var same = CrosswalkReader.Named(first).Count(variable => crosswalk.Of(variable.Name).Mapping == CrosswalkMapping.Same);
        return CrosswalkTable.Of(
            $"crosswalk-{from}-{to}", [.. crosswalk.Variables.Select(one => (one.From is { } name ? first[name].Label : second[one.To!].Label, one))], first.Title, second.Title, same).In(Language);
    }

    /// <summary>
    /// Takes a release of this session back: what is released after it is decided on as if it hadn't been shown. It stays on the screen of whoever saw it; what is stored and published is decided by
    /// <c>barometer reproduce</c>, on everything that the notebooks release. To release another table in its place, run the cell again with the same id.
    /// </summary>
    /// <param name="id">The release's name.</param>
    /// <exception cref="BarometerException">There is no such release, or the notebook is run or reproduced.</exception>
    /// <example><code>barometer.Forget("innovated-by-size")</code></example>
    public void Forget(string id) => _releases.Forget(id);

    /// <summary>
    /// How close a reader can come to the hidden shares of a release, with everything this workbench has released: a figure of the
    /// least and the most that each can be. Of synthetic answers only: of real ones the limits would tell more of the counts
    /// behind them than the rounded shares do.
    /// </summary>
    /// <param name="released">Shares that this workbench has released; unweighted, for the limits to be of the same thing.</param>
    public Displayable Bounds(ReleasedEstimates released)
    {
        if (!released.Stamp.IsSynthetic)
        {
            return NoticeBox.Withheld;
        }

        var bounds = _releases.Bounds(released.Stamp.Id);
        var bars = new BoundBars(released.Released, bounds);
        return new Figure(bars.Describe, new EvidenceTable(bars.Table(), released.Stamp, Language), new FigureOptions { Language = Language }, released.Released);
    }

    /// <summary>
    /// Population, invited, answered and response rates of surveys, as one table. The rates are those of the released counts.
    /// </summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="counts">Released response counts (<see cref="ResponseTables.ResponseCounts"/>), one a survey.</param>
    /// <exception cref="BarometerException">There is none, or one holds something else.</exception>
    /// <example><code>barometer.ResponseTable("response", barometer.Release(survey.ResponseCounts(), id: "response-counts"))</code></example>
    public EvidenceTable ResponseTable(string id, params ReleasedEstimates[] counts) =>
        Tables.ResponseTable.Of(id, [.. counts.Select(one => one.Released)]).In(Language);

    /// <summary>
    /// The way from the population over the invited to those who answered, of several surveys in one figure: the bars are
    /// shares of each survey's population, and the counts stand beside them.
    /// </summary>
    /// <param name="id">The name of the figure's files: lower-case words joined by hyphens.</param>
    /// <param name="counts">Released response counts (<see cref="ResponseTables.ResponseCounts"/>), one a survey.</param>
    /// <exception cref="BarometerException">There is none, or one holds something else.</exception>
    public Figure ResponseFunnel(string id, params ReleasedEstimates[] counts)
    {
        IReadOnlyList<Released<ReleasedTable>> releases = [.. counts.Select(one => one.Released)];
        var numbers = Tables.ResponseTable.Of(id, releases);
        return new Figure(
            options => Figures.ResponseFunnel.Describe(numbers, releases, options), numbers, new FigureOptions { Language = Language }, releases);
    }

    /// <summary>
    /// How representative the response is of the invited, by variables whose response counts are released. The response
    /// model takes from the answers nothing but these counts, so the indicators tell no more than they do.
    /// </summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="design">A design whose weights start from the invitations.</param>
    /// <param name="counts">Released response counts (<see cref="ResponseTables.ResponseCounts"/>) by one variable each.</param>
    /// <exception cref="BarometerException">A count is hidden, or the weights do not start from the invitations.</exception>
    public EvidenceTable Representativity(string id, BarometerDesign design, params ReleasedEstimates[] counts) =>
        RepresentativityTable.Of(id, design, [.. counts.Select(one => one.Released)]).In(Language);

    /// <summary>Holds a released estimate against a published figure: it is reproduced when it rounds to what was printed.</summary>
    /// <param name="publishedId">The figure's id in <c>data/published/figures.csv</c>.</param>
    /// <param name="released">The release it is computed from.</param>
    /// <param name="outcome">Which variable or answer, where the release has several; the estimate is that of everybody («Alle»).</param>
    /// <returns>The check; the workbench remembers it for <see cref="Checks"/>.</returns>
    /// <exception cref="BarometerException">There is no such figure, outcome or estimate.</exception>
    public PublishedCheck Check(string publishedId, ReleasedEstimates released, string? outcome = null) =>
        Remember(PublishedCheck.Of(Published[publishedId], released.Released, estimate => ReleasedEstimates.IsOverall(estimate, outcome)));

    /// <summary>Holds a released ranking against a published one: the same item comes first.</summary>
    /// <param name="publishedId">The figure's id in <c>data/published/figures.csv</c>.</param>
    /// <param name="released">The shares of all items.</param>
    /// <returns>The check; the workbench remembers it for <see cref="Checks"/>.</returns>
    /// <exception cref="BarometerException">There is no such figure, or one of them is no ranking.</exception>
    public PublishedCheck CheckTop(string publishedId, ReleasedEstimates released) =>
        Remember(PublishedCheck.OfTop(Published[publishedId], released.Released));

    /// <summary>The estimate that would check a published figure, made of a survey that follows our codebooks: its own, once its answers are at hand.</summary>
    /// <param name="publishedId">The figure's id in <c>data/published/figures.csv</c>.</param>
    /// <param name="survey">The survey's id.</param>
    /// <exception cref="BarometerException">There is no such figure or survey, our codebooks don't ask what it is of, or the survey lacks the question.</exception>
    /// <example><code>
    /// barometer.Check("NOS18-INN-A", barometer.Release(barometer.EstimateFor("NOS18-INN-A", "operational-2018"), id: "innovated"))
    /// </code></example>
    public UnreleasedTable EstimateFor(string publishedId, string survey) => CheckEstimate.For(Published[publishedId]) is { } estimate
        ? estimate.Make(Survey(survey), Design(survey))
        : throw new BarometerException(new Problem(
            $"No estimate would check «{publishedId}»", Expected: "a figure of what our codebooks ask", Got: Published[publishedId].Indicator.En));

    /// <summary>The Danish answers to one question beside ours: what is the same, narrower, wider or missing (docs/concordance.md).</summary>
    /// <param name="list"><c>types</c>, <c>novelty</c>, <c>initiators</c>, <c>values</c> or <c>classification</c>.</param>
    /// <exception cref="BarometerException">There is no such list.</exception>
    /// <example><code>barometer.Concordance("initiators")</code></example>
    public EvidenceTable Concordance(string list) =>
        ConcordanceTable.Of(ConcordanceFile.Read(_data), list, SurveyCatalog.Codebooks(_data)).In(Language);

    /// <summary>
    /// The sums over the answers to a question that a source states, beside those of released shares. They aren't compared: years, bases and rules
    /// of answering differ.
    /// </summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="released">Released shares of types, novelty, initiators or values, of everybody; at least one.</param>
    /// <exception cref="BarometerException">There is none, or one is of something else.</exception>
    /// <example><code>barometer.StatedSums("sums", barometer.Release(design.Battery("initiators"), id: "initiators"))</code></example>
    public EvidenceTable StatedSums(string id, params ReleasedEstimates[] released) =>
        ConcordanceTable.Sums(id, ConcordanceFile.Read(_data), [.. released.Select(one => one.Released)]).In(Language);

    /// <summary>The checks made so far, as a table.</summary>
    public PublishedChecks Checks() => PublishedChecks.Of(_checks);

    /// <summary>Every published figure by status: the checks made so far, what follows from other published figures or agrees with them, and which estimate would check the rest.</summary>
    public PublishedChecks AllChecks() => PublishedChecks.Complete(Published, _checks);

    /// <summary>
    /// What those who didn't answer could do to a printed share: what it would be among all invited, had they a higher or lower share by round numbers of percentage points; and without any assumption about
    /// them, from none to all (Cochran 1977, 13.2; Manski 2003, ch. 1).
    /// </summary>
    /// <param name="id">The name of the figure: lower-case words joined by hyphens.</param>
    /// <param name="share">The share among those who answered, by its id.</param>
    /// <param name="answered">The number that answered.</param>
    /// <param name="invited">The number invited.</param>
    /// <exception cref="BarometerException">There is no such figure, or they aren't of one survey.</exception>
    /// <example><code>barometer.IfOthersDiffer("unseen", "NOS18-INN-A", answered: "NOS18-ANS-A", invited: "NOS18-INV-A")</code></example>
    public Figure IfOthersDiffer(string id, string share, string answered, string invited) => new NonResponseBounds(id, Published[share], Published[answered], Published[invited], Language).Bars();

    /// <summary>
    /// How often the intervals of a survey's design hold what they should, counted in samples from a made-up population. It is about synthetic answers, also where real ones are at hand, and reads none.
    /// </summary>
    /// <param name="survey">The survey's id or title.</param>
    /// <exception cref="BarometerException">There is no such survey, or <c>barometer simulate</c> hasn't stored anything of it.</exception>
    /// <example><code>barometer.Coverage("operational-2018").Dots()</code></example>
    public CoverageStudy Coverage(string survey) => new(SimulatedCoverage.Read(_data, Named(survey)), SurveyCatalog.Codebooks(_data).First(codebook => codebook.Id == Named(survey)), Language);

    /// <summary>Where the numbers of this notebook come from: which delivery of the answers, policy and library.</summary>
    /// <param name="surveys">The ids of the surveys it uses; none when it uses published figures only.</param>
    /// <example><code>barometer.Provenance("operational-2018")</code></example>
    public EvidenceTable Provenance(params string[] surveys) => ProvenanceTable.Of(_data, _policy, surveys).In(Language);

    /// <summary>
    /// Says that answers are made by code, while they are, and shows nothing once real ones are read: what a notebook's own prose can't say, since it stays as it is written.
    /// </summary>
    /// <param name="surveys">The ids of the surveys that the notebook uses; none for all there are.</param>
    /// <exception cref="BarometerException">There is no such survey, or its files are wrong.</exception>
    /// <example><code>barometer.Notice("operational-2018")</code></example>
    public Displayable Notice(params string[] surveys) => NoticeOf(null, surveys);

    /// <summary>The same, with what else holds of synthetic answers only.</summary>
    /// <param name="also">One or two sentences.</param>
    /// <param name="surveys">The ids of the surveys that the notebook uses; none for all there are.</param>
    /// <exception cref="BarometerException">There is no such survey, or its files are wrong.</exception>
    /// <example><code>barometer.Notice(new LocalizedText("Antallene er de publiserte.", "The counts are the published ones."), "operational-2018")</code></example>
    public Displayable Notice(LocalizedText also, params string[] surveys) => NoticeOf(also, surveys);

    /// <summary>A data frame that a cell computed of released numbers, as a table that every host of notebooks shows alike.</summary>
    /// <param name="frame">The frame, of <c>ToDataFrame()</c> and what was computed from it.</param>
    /// <example><code>barometer.Computed(released.ToDataFrame())</code></example>
    public ComputedTable Computed(DataFrame frame) => new(frame, _policy.Version, Language);

    /// <summary>What the evidence pack holds: its files, and every figure and table with its number there.</summary>
    /// <exception cref="BarometerException">No reproduction has written it down yet.</exception>
    public PackContents Pack() => new(_exhibits ?? PackRegister.Read(_data), _policy.Version, Language);

    /// <summary>
    /// The main numbers of several releases as one table: of each, the estimates of everybody, with the id by which they
    /// stand in <c>evidence.json</c>.
    /// </summary>
    /// <param name="id">The name of the table's files: lower-case words joined by hyphens.</param>
    /// <param name="released">Released shares.</param>
    /// <exception cref="BarometerException">There is none, or one holds something else.</exception>
    /// <example><code>barometer.Headlines("headlines", barometer.Release(design.Proportion("innovated"), id: "innovated"))</code></example>
    public EvidenceTable Headlines(string id, params ReleasedEstimates[] released) =>
        HeadlineTable.Of(id, [.. released.Select(one => one.Released)]).In(Language);

    /// <summary>The rules for what may be shown, with their thresholds.</summary>
    public EvidenceTable Policy() => PolicyTable.Of(_policy).In(Language);

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => System.Net.WebUtility.HtmlEncode(ToString());

    /// <inheritdoc/>
    public override string ToString() => $"Arbeidsbenk / workbench: {string.Join(", ", SurveyCatalog.List(_data))}";

    // A survey's id, where it is called by its title; one that is there is taken as it is, without a look at the others.
    private string Named(string asked) => _given?.ContainsKey(asked) == true || SurveyCatalog.List(_data) is var ids && (ids.Count == 0 || ids.Contains(asked))
        ? asked
        : NearNames.Meant(asked, [.. SurveyCatalog.Codebooks(_data).Select(codebook => new Called(codebook.Id, codebook.Title))], $"There is no survey «{asked}»", "survey", "a survey is named after its codebook in data/codebook");

    private NoticeBox NoticeOf(LocalizedText? also, string[] surveys) =>
        NoticeBox.Of([.. (surveys.Length > 0 ? surveys : SurveyCatalog.List(_data)).Select(Survey)], also);

    private PublishedCheck Remember(PublishedCheck check)
    {
        _checks.Add(check);
        return check;
    }
}
