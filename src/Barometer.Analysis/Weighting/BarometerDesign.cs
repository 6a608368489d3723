namespace Barometer.Analysis.Weighting;

/// <summary>
/// A survey's answers, the population they stand for and how they are weighted: the engine's <see cref="SurveyDesign"/>
/// with the codebook's words and a guard. What it makes is unreleased: it shows a notice and yields no number before a
/// release has checked it. Immutable: each verb gives another design.
/// </summary>
/// <example><code>
/// var design = barometer.Design("operational-2018");
/// barometer.Release(design.Proportion("innovated", by: "agency_group"), id: "innovated-by-group")
/// </code></example>
[MissingMemberHint(MissingMemberHintAttribute.OfDesigns)]
public sealed partial class BarometerDesign : Displayable
{
    private const double Near = 0.05;

    private readonly Survey _survey;

    private BarometerDesign(Survey survey, SurveyDesign engine) => (_survey, Engine, Labels) = (survey, engine, new Labels(survey));

    private BarometerDesign(BarometerDesign from, SurveyDesign engine) =>
        (_survey, Engine, Labels, Conditions, Unreleasable, LonelyStrataVary) = (from._survey, engine, from.Labels, from.Conditions, from.Unreleasable, from.LonelyStrataVary);

    private BarometerDesign(BarometerDesign from, LonelyStratum option)
        : this(from, from.Engine) => LonelyStrataVary = option is not (LonelyStratum.Fail or LonelyStratum.Certainty);

    /// <summary>The engine's design, whose numbers are for the floors above to release.</summary>
    internal SurveyDesign Engine { get; }

    /// <summary>The words of the codebook.</summary>
    internal Labels Labels { get; }

    private Vocabulary Names => new(Labels, _survey.Codebook, Engine.Data);

    /// <summary>What the variables are, derived ones among them.</summary>
    internal Codebook Codebook => _survey.Codebook;

    /// <summary>The population with the groups that were derived; null when the design has none.</summary>
    internal DataSet? Frame => Engine.Frame is null ? null : _survey.Frame;

    /// <summary>The conditions of the domain one by one, and for each row whether it meets the condition.</summary>
    internal IReadOnlyList<(LabelledCondition Told, bool[] Rows)> Conditions { get; private init; } = [];

    /// <summary>
    /// Why nothing of the design can be released, or null: weights that follow answers, single organisations or stated totals
    /// can be made to single out whoever one likes.
    /// </summary>
    internal string? Unreleasable { get; private init; }

    /// <summary>Refuses what would be shown of the design where its weights can single somebody out.</summary>
    /// <param name="what">What would be shown.</param>
    /// <exception cref="BarometerException">They can.</exception>
    internal void CheckReleasable(string what)
    {
        if (Unreleasable is { } why)
        {
            throw new BarometerException(new Problem(
                $"{what} can't be released: {why}, which can single out whoever one likes",
                Expected: "weights of groups of the frame (the codebook's role «group»), fitted to what the frame counts",
                Hint: "barometer.Design(…), or raking and post-stratification by the names of grouping variables"));
        }
    }

    /// <summary>Whether a stratum of a single respondent, if there is one, is given a variance.</summary>
    internal bool LonelyStrataVary { get; private init; }

    /// <summary>What there is to ask, what the design derives with its rule: the variables in which every one of <paramref name="words"/> is found.</summary>
    /// <param name="words">Words, whole or in part, in either language; none for all variables.</param>
    /// <exception cref="BarometerException">No variable has them.</exception>
    /// <example><code>design.Variables("evaluert")</code></example>
    public VariableList Variables(string words = "") => VariableList.Of([Codebook], words);

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Notice;

    /// <summary>A design for a survey: all respondents as a simple random sample of its frame.</summary>
    public static BarometerDesign Of(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return new BarometerDesign(survey, SurveyDesign.Of(survey.Responses, survey.Frame));
    }

    /// <summary>The strata: the crossing of <paramref name="variables"/>; a stratum's weight becomes its units over its respondents.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    /// <example><code>survey.Design().StratifiedBy(["agency_group", "size_band"]).WithFinitePopulation()</code></example>
    public BarometerDesign StratifiedBy(Grouping variables) => With(design => design.StratifiedBy(variables)).WeightsFrom(variables);

    /// <summary>The sampling units of each stage, the first first, when respondents were not sampled directly.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public BarometerDesign ClusteredBy(Grouping stages, bool idsRepeat = false) => With(design => design.ClusteredBy(stages, idsRepeat));

    /// <summary>The variable with the weights.</summary>
    /// <exception cref="BarometerException">The variable does not exist, or weighting steps have been taken already.</exception>
    public BarometerDesign WeightedBy(string variable) => With(design => design.WeightedBy(variable)).WeightsFrom(variable);

    /// <summary>Weights that start from the invitations: population units over those invited.</summary>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public BarometerDesign WeightedByInvitation() => With(design => design.WeightedByInvitation());

    /// <summary>Corrects variances for the finite population by the frame's counts.</summary>
    /// <exception cref="BarometerException">Weighting steps have been taken already.</exception>
    public BarometerDesign WithFinitePopulation() => With(design => design.WithFinitePopulation());

    /// <summary>Merges strata with fewer respondents than <paramref name="minimum"/> with their smaller neighbour.</summary>
    /// <exception cref="BarometerException">Weighting steps have been taken already.</exception>
    public BarometerDesign CollapsingStrata(int minimum = 2) => With(design => design.CollapsingStrata(minimum));

    /// <summary>What to do with a stratum of a single sampled unit.</summary>
    /// <exception cref="BarometerException">Weighting steps have been taken already.</exception>
    public BarometerDesign WithLonelyStrata(LonelyStratum option) => new(With(design => design.WithLonelyStrata(option)), option);

    /// <summary>Says that the rows are those of several waves, and which are the same unit.</summary>
    internal BarometerDesign WithRepeatedUnits(string unit, string wave) => With(design => design.WithRepeatedUnits(unit, wave));

    /// <summary>
    /// The design of waves with the weights of each wave's own design to the last digit: what is shown of a wave and of waves together then tells the same, and not next to the same, which would part
    /// respondents whom nothing parts.
    /// </summary>
    internal BarometerDesign WithWeightsOf(IEnumerable<Survey> waves) => With(design => design.WithSettledWeights([.. waves.SelectMany(wave => wave.ChosenDesign().Engine.Weights.ToArray())]));

    /// <summary>Every answer counts once: the plain shares, for comparison with the weighted ones. The domain stays.</summary>
    public BarometerDesign Unweighted() => With(design => design.Unweighted());

    /// <summary>Fits the weights to the frame's counts of each crossing, or to stated ones.</summary>
    /// <exception cref="BarometerException">The counts can't be met.</exception>
    public BarometerDesign PostStratifiedTo(Grouping variables, IEnumerable<(string[] Codes, double Total)>? counts = null) =>
        With(design => design.PostStratifiedTo(variables, counts)).FittedTo(counts is null ? KnownTotals.Counts(variables) : KnownTotals.Counts(variables, counts));

    /// <summary>Rakes the weights to several margins in turn until all are met.</summary>
    /// <exception cref="BarometerException">The margins can't be met together.</exception>
    /// <example><code>survey.Design().StratifiedBy("agency_group").RakedTo("size_band", "agency_group")</code></example>
    public BarometerDesign RakedTo(params KnownTotals[] margins) => With(design => design.RakedTo(margins)).FittedTo(margins);

    /// <summary>Calibrates the weights to totals, as near to the weights before as the distance says.</summary>
    /// <exception cref="BarometerException">The totals can't be met.</exception>
    public BarometerDesign CalibratedTo(
        IReadOnlyList<KnownTotals> totals, CalibrationDistance distance = CalibrationDistance.Linear, (double Lower, double Upper)? bounds = null) =>
        With(design => design.CalibratedTo(totals, distance, bounds)).FittedTo([.. totals]);

    /// <summary>
    /// Gives each group the composition of the frame by other variables, so that groups are compared as if they had the same. The groups keep the sums of their weights; of a
    /// domain its own respondents are standardised.
    /// </summary>
    /// <param name="standard">The variables: their counts in the frame. Stated counts can be explored, not released.</param>
    /// <param name="over">The groups; null for everybody as one.</param>
    /// <exception cref="BarometerException">A group lacks respondents of a category; the message names the cells.</exception>
    /// <example><code>design.StandardisedTo("size_group", over: "agency_group").Proportion("innovated", by: "agency_group")</code></example>
    public BarometerDesign StandardisedTo(KnownTotals standard, Grouping? over = null)
    {
        var standardised = With(design => design.StandardisedTo(standard, over)).FittedTo(standard).WeightsFrom(over ?? Grouping.None);
        return Conditions.Select(condition => condition.Told.Variable).FirstOrDefault(variable => !IsOfGroups(variable)) is { } answers
            ? standardised.Unreleased($"its weights are made of «{answers}»")
            : standardised;
    }

    /// <summary>Cuts weights outside limits and spreads what is cut.</summary>
    /// <exception cref="BarometerException">The limits leave no room.</exception>
    public BarometerDesign TrimmedTo(double lower, double upper) => With(design => design.TrimmedTo(lower, upper));

    /// <summary>Cuts weights at quantiles of their own distribution.</summary>
    /// <exception cref="BarometerException">The limits leave no room.</exception>
    public BarometerDesign TrimmedAtQuantiles(double lower, double upper) => With(design => design.TrimmedAtQuantiles(lower, upper));

    /// <summary>Scales the weights to a sum.</summary>
    public BarometerDesign ScaledTo(double total) => With(design => design.ScaledTo(total));

    /// <summary>Adjusts for non-response within groups of the frame: respondents carry the weight of those who did not answer.</summary>
    /// <exception cref="BarometerException">The weights did not start from invitations, or nobody answered in a group.</exception>
    public BarometerDesign AdjustedForNonResponse(Grouping groups) => With(design => design.AdjustedForNonResponse(groups)).WeightsFrom(groups);

    /// <summary>The same with response as a second phase of sampling, which standard errors count.</summary>
    /// <exception cref="BarometerException">The weights did not start from invitations, or nobody answered in a group.</exception>
    public BarometerDesign WithResponsePhase(Grouping groups) => With(design => design.WithResponsePhase(groups)).WeightsFrom(groups);

    /// <summary>Adjusts for non-response by a model of who answers.</summary>
    /// <exception cref="BarometerException">The weights did not start from invitations, or a class has no respondent.</exception>
    public BarometerDesign AdjustedForPropensity(Grouping predictors, int classes = 5, bool weightedModel = false) =>
        With(design => design.AdjustedForPropensity(predictors, classes, weightedModel)).WeightsFrom(predictors);

    /// <summary>Takes variances from replicate weights instead of linearisation.</summary>
    /// <exception cref="BarometerException">The method does not suit the design.</exception>
    public BarometerDesign Replicated(Replication replication) => With(design => design.Replicated(replication));

    /// <summary>Other confidence intervals for proportions, or another confidence level for all intervals.</summary>
    public BarometerDesign WithIntervals(IntervalMethod method, double level = 0.95, double? degreesOfFreedom = null) =>
        With(design => design.WithIntervals(method, level, degreesOfFreedom));

    /// <summary>
    /// The part of the population with one of <paramref name="codes"/>, or of the answers with these labels. It is a domain, not a filtered
    /// file: the design stays, so that standard errors count the domain's random size.
    /// </summary>
    /// <param name="variable">A variable, by its name or title.</param>
    /// <param name="codes">One or more of its categories, by code or label.</param>
    /// <exception cref="BarometerException">The variable or a code does not exist, or no code is named.</exception>
    /// <example><code>design.Where("size_group", "from_50").Proportion("innovated")</code></example>
    public BarometerDesign Where([ListHint(ListHintAttribute.Conditions)] string variable, params string[] codes)
    {
        variable = Names.Variable(variable);
        codes = codes.Length > 0 ? [.. codes.Select(code => Names.Code(variable, code)!)] : throw new BarometerException(new Problem(
            $"Where names no category of «{variable}»", Expected: $"one or more of {Names.CodesOf(variable)}", Hint: $"design.Where(\"{variable}\", \"…\")"));
        var narrowed = With(design => design.Where(variable, codes));
        var column = CodedColumn.Of(Engine.Data[variable]);
        var wanted = codes.Select(column.IndexOf).ToHashSet();
        var chosen = column.Categories.Where((_, i) => wanted.Contains(i)).Select(code => Labels.Of(variable, code)).ToList();
        var label = Labels.Of(variable);
        // The values of an identifier would tell which organisations answered.
        var told = column.Source is CategoricalColumn
            ? new LabelledCondition(variable, codes, new($"{label.Nb}: {string.Join(", ", chosen.Select(one => one.Nb))}", $"{label.En}: {string.Join(", ", chosen.Select(one => one.En))}"))
            : new LabelledCondition(variable, [], new($"{label.Nb}: et utvalg", $"{label.En}: a selection"));
        return narrowed.And(told, row => wanted.Contains(column.Codes[row]));
    }

    /// <summary>
    /// The part of the population whose number lies in a range; a missing number never does. The range is stated, not computed by
    /// the caller, who would see every answer.
    /// </summary>
    /// <param name="variable">The variable.</param>
    /// <param name="atLeast">The smallest number that is in the range; <see cref="double.NegativeInfinity"/> for none.</param>
    /// <param name="below">The smallest number above it; <see cref="double.PositiveInfinity"/> for none.</param>
    /// <param name="words">The condition in words, for the table's universe: «med minst 50 ansatte».</param>
    /// <exception cref="BarometerException">The variable does not exist or is not numeric.</exception>
    public BarometerDesign Where(string variable, double atLeast, double below, LocalizedText words)
    {
        variable = Names.Variable(variable);
        var narrowed = With(design => design.Where(variable, IsInside));
        var column = Engine.Data.Numeric(variable);
        return narrowed.And(new LabelledCondition(variable, [], words), row => IsInside(column.Values[row]));

        bool IsInside(double number) => number >= atLeast && number < below; // false of NaN
    }

    /// <summary>
    /// The design in which categories of a grouping variable are taken together, for tables by it: with few answers a fine grouping
    /// hides more than it tells. The weights stay as they are. Merge last, after the sampling and the weighting are described. Labels of one's own: <see cref="Rule.Merge"/>.
    /// </summary>
    /// <param name="variable">A grouping variable of the frame.</param>
    /// <param name="together">The codes to merge, list by list; categories in no list stay.</param>
    /// <example><code>
    /// design.Merging("size_band", ["from_100", "from_250"]).Proportion("innovated", by: "size_band")
    /// </code></example>
    /// <exception cref="BarometerException">The variable is no grouping variable of the frame, or a code doesn't exist or stands in two lists.</exception>
    public BarometerDesign Merging(string variable, params string[][] together)
    {
        variable = Names.Variable(variable);
        together = [.. together.Select(codes => codes.Select(code => Names.Code(variable, code)!).ToArray())];
        return IsOfGroups(variable)
            ? With(design => design.Merging(variable, together))
            : throw new BarometerException(new Problem(
                $"The categories of «{variable}» can't be merged so", Expected: "a grouping variable of the frame (the codebook's role «group»)",
                Hint: $"answers, and groups under a label of their own, are merged by a rule: design.Derive(\"…\", Rule.Merge(\"{variable}\", (\"…\", [\"…\", \"…\"], \"nb\", \"en\")))"));
    }

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.Html(language, Summary, new(Steps(Weighting.Labels.Name), Steps(step => step.Name)));

    /// <inheritdoc/>
    public override string ToString() => $"{Summary.Nb} / {Summary.En}";

    private LocalizedText Summary => TellsNothing(Sum()) is { } sum
        ? new(
            FormattableString.Invariant($"{Engine.Data.Name}: {Engine.RowCount} svar står for {sum:0.#}"),
            FormattableString.Invariant($"{Engine.Data.Name}: {Counted.Of(Engine.RowCount, "answer stands", "answers stand")} for {sum:0.#}"))
        : new(
            FormattableString.Invariant($"{Engine.Data.Name}: {Engine.RowCount} svar, vektet"),
            FormattableString.Invariant($"{Engine.Data.Name}: {Counted.Of(Engine.RowCount, "answer", "answers")}, weighted"));

    /// <summary>How representative the response of the invited is.</summary>
    internal Representativity Representativity(Grouping variables) => BarometerException.Translating(() => Engine.Representativity(variables));

    private BarometerDesign With(Func<SurveyDesign, SurveyDesign> step) => new(this, BarometerException.Translating(() => step(Engine)));

    private BarometerDesign And(LabelledCondition told, Func<int, bool> condition) => new(this, Engine)
    {
        Conditions = [.. Conditions, (told, [.. Enumerable.Range(0, Engine.RowCount).Select(condition)])],
    };

    // Weights made of answers, of single units or organisations, or to totals that somebody states, can put nearly all weight on
    // whoever one likes: a share of everybody is then theirs. So what is released is weighted by groups of the frame, to what
    // the frame counts.
    private BarometerDesign FittedTo(params KnownTotals[] totals) => totals.Any(one => one.AreStated)
        ? Unreleased("its weights are fitted to stated totals")
        : totals.Aggregate(this, (design, one) => design.WeightsFrom(one.Variables));

    private BarometerDesign WeightsFrom(Grouping variables) => variables.FirstOrDefault(variable => !IsOfGroups(variable)) is { } other
        ? Unreleased($"its weights are made of «{other}»")
        : this;

    private BarometerDesign Unreleased(string why) => new(this, Engine) { Unreleasable = Unreleasable ?? why };

    private bool IsOfGroups(string variable) => Labels.Find(variable)?.Role is DisclosureRole.Group or DisclosureRole.Wave;

    private string Steps(Func<WeightStep, string> name) => BarometerException.Translating(() => string.Join(" → ", Engine.WeightHistory.Select(name)));

    private double Sum() => BarometerException.Translating(() => WeightSummary.Of(Engine.Weights).Sum);

    // The sum of a survey's weights where it is the frame's size or the number of answers, which are public; else null: any other
    // sum, of invitation weights or to stated totals, is an equation about the numbers of answers in strata.
    private double? TellsNothing(double sum) =>
        Math.Abs(sum - Engine.RowCount) < Near || (Engine.Frame is { } frame && Math.Abs(sum - frame.RowCount) < Near) ? sum : null;
}
