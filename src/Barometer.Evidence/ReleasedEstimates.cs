using Microsoft.Data.Analysis;

namespace Barometer.Evidence;

/// <summary>Estimates that were released, ready to be shown: as a table by itself, or as a figure.</summary>
[MissingMemberHint(MissingMemberHintAttribute.OfReleased)]
public sealed class ReleasedEstimates : Displayable
{
    internal ReleasedEstimates(Released<ReleasedTable> released, Language language)
    {
        Released = released;
        Language = language;
    }

    /// <summary>The release.</summary>
    public Released<ReleasedTable> Released { get; }

    /// <summary>The language to show it in.</summary>
    public Language Language { get; }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => Released.Stamp;

    /// <summary>The estimates as a table.</summary>
    /// <param name="title">A title in place of «what, by what».</param>
    /// <example><code>released.Table(new("Hvem jobber med innovasjon?", "Who works with innovation?"))</code></example>
    public EvidenceTable Table(LocalizedText? title = null) =>
        EvidenceTable.Of(Released, title).In(Language);

    /// <summary>The same shares computed in two ways: these, weighted, beside <paramref name="unweighted"/>.</summary>
    /// <param name="unweighted">The same answers in the same groups, unweighted.</param>
    /// <exception cref="BarometerException">They are of other surveys, people, questions, answers or groups, or hold no shares; or not these are weighted and those unweighted.</exception>
    /// <example><code>released.Beside(barometer.Release(survey.Unweighted().Proportion("innovated", by: "agency_group"), id: "innovated-unweighted"))</code></example>
    public EvidenceTable Beside(ReleasedEstimates unweighted) =>
        new(ComparisonTable.Of(Released, unweighted.Released), Stamp.And(unweighted.Stamp), Language);

    /// <summary>
    /// The released numbers as a data frame, one row an estimate, to join, sort and compute with: <c>release</c>,
    /// <c>synthetic</c>, the code and the label of each grouping variable (<c>size_group</c>, <c>size_group_label</c>; null for
    /// everybody), <c>variable</c>, <c>code</c>, <c>outcome</c>, <c>value</c>, <c>lower</c>, <c>upper</c>, <c>n</c> and
    /// <c>status</c>. Shares are 0–1; a hidden estimate is null in all of its numbers.
    /// </summary>
    /// <remarks>What a cell computes in it is shown by <see cref="Workbench.Computed"/>, alike in every host; what readers are to take with them is the released table.</remarks>
    /// <example><code>released.ToDataFrame()</code></example>
    public DataFrame ToDataFrame() => ReleasedFrame.Of(Released, Language);

    /// <summary>The estimates as bars with their confidence intervals.</summary>
    /// <example><code>released.Bars()</code></example>
    public Figure Bars() => Figure.Bars(Released, new FigureOptions { Language = Language });

    /// <summary>A sentence to quote, with numbers of these.</summary>
    /// <param name="nb">The words in Norwegian, with places for numbers: <c>{variable}</c>, <c>{variable=answer}</c>,
    /// <c>{variable@group}</c>, of two groupings <c>{variable@group/group}</c> in the order of <c>by</c>; answers and groups by code or label; followed by <c>:n</c> for the number of answers
    /// <c>:value</c> for no interval or <c>:label</c> for what the group is called. The number of a difference is <c>{variable}</c>, and <c>{variable:chance}</c> says whether it is beyond chance. <c>{…:rank}</c> is the rank of a group or item («størst»), and
    /// <c>{times(innovated@from_50, innovated@under_20)}</c> how many times as often («dobbelt så ofte»): both say no more than the intervals bear.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="others">More releases that the sentence has numbers of; where two have one place it begins with the release's id, <c>{innovated-by-size/innovated}</c>.</param>
    /// <returns>The sentence; where a number of it may not be shown, one that says so.</returns>
    /// <exception cref="BarometerException">A place names no number of this release; the message proposes those there are.</exception>
    /// <example><code>released.Sentence(nb: "{innovated@directorate} av direktoratene, og {innovated} av alle, jobber med innovasjon.", en: "{innovated@directorate} of the directorates, and {innovated} of all, work with innovation.")</code></example>
    public Sentence Sentence(string nb, string en, params ReleasedEstimates[] others) => Evidence.Sentence.Of(new LocalizedText(nb, en), [Released, .. others.Select(other => other.Released)]);

    /// <summary>The estimates as points with their confidence intervals.</summary>
    /// <example><code>released.Dots()</code></example>
    public Figure Dots() => Figure.Dots(Released, new FigureOptions { Language = Language });

    /// <summary>
    /// The answers to one or more questions as divided bars, from one end of a scale over its middle to the other, with
    /// the net balance at the right. «Don't know» and «not relevant» stand last, outlined.
    /// </summary>
    /// <param name="net">The released net balance of the same questions (<see cref="SurveyDesign.NetBalance"/>); null for none.</param>
    /// <exception cref="BarometerException">These are no shares of several answers, or <paramref name="net"/> is no balance.</exception>
    /// <example><code>barometer.Release(design.Battery("factors"), id: "factors").Likert()</code></example>
    public Figure Likert(ReleasedEstimates? net = null) => Of(
        options => LikertStacks.Describe(Released, net?.Released, isBipolar: true, options), AnswerTable.Of(Released, net?.Released));

    /// <summary>The answers to one or more questions, which have no two ends, as divided bars.</summary>
    /// <exception cref="BarometerException">These are no shares of several answers.</exception>
    public Figure Stacked() => Of(
        options => LikertStacks.Describe(Released, null, isBipolar: false, options), AnswerTable.Of(Released, null));

    /// <summary>Balances or differences as bars around zero, the largest first, with their confidence intervals.</summary>
    /// <param name="below">What a value below zero means; null for «Hemmer» and “Inhibits”.</param>
    /// <param name="above">What a value above zero means; null for «Fremmer» and “Promotes”.</param>
    /// <exception cref="BarometerException">These are neither balances nor differences.</exception>
    /// <example><code>barometer.Release(design.NetBalance(["factor_leader", "factor_law", "factor_economy"]), id: "factors-net").AroundZero()</code></example>
    public Figure AroundZero(LocalizedText? below = null, LocalizedText? above = null) => Of(
        options => ZeroBars.Describe(
            Released, below ?? new LocalizedText("Hemmer", "Inhibits"), above ?? new LocalizedText("Fremmer", "Promotes"), options),
        Table());

    /// <summary>Two groups of these estimates as two points a line, each with its confidence interval.</summary>
    /// <param name="first">The group that the other is compared with, by code or label: an open point.</param>
    /// <param name="second">The other group: a filled point.</param>
    /// <exception cref="BarometerException">There is no such group.</exception>
    /// <example><code>barometer.Release(design.Proportion("innovated", by: ["size_group", "agency_type"]), id: "innovated-by-size-and-type").Dumbbell("central", "other")</code></example>
    public Figure Dumbbell(string first, string second) => Pair(EstimatePairs.OfGroups(Released, first, second), Released);

    /// <summary>
    /// These estimates beside another release's of the same variables (another survey or wave), as two points a line. Where questions, answers, people or weights are not the same, the
    /// figure and its table say how.
    /// </summary>
    /// <param name="first">What these are compared with: open points.</param>
    /// <param name="firstName">What <paramref name="first"/> is of.</param>
    /// <param name="name">What these are of: filled points.</param>
    /// <exception cref="BarometerException">They differ in measure or grouping, have one code for two answers, or share no variable.</exception>
    public Figure Dumbbell(ReleasedEstimates first, LocalizedText firstName, LocalizedText name) =>
        Pair(EstimatePairs.OfReleases(first.Released, firstName, Released, name), Released, first.Released);

    /// <summary>
    /// The effects or odds ratios of a model (<see cref="Regression.Effects"/>, <see cref="Regression.OddsRatios"/>) as
    /// points with their intervals, under the variables they belong to; odds ratios on an axis of equal ratios.
    /// </summary>
    /// <param name="below">What a value left of the line means; null for «Lavere andel» or «Lavere odds».</param>
    /// <param name="above">What a value right of the line means; null for «Høyere andel» or «Høyere odds».</param>
    /// <exception cref="BarometerException">These are no effects, differences or odds ratios.</exception>
    /// <example><code>barometer.Release(design.Regression("innovated", ["agency_group", "size_group"], RegressionFamily.Logistic).Effects(), id: "model").Forest()</code></example>
    public Figure Forest(LocalizedText? below = null, LocalizedText? above = null) =>
        Of(options => ModelForest.Describe(Released, below, above, options), Table());

    /// <summary>Response counts as steps from the population over the invited to those who answered.</summary>
    /// <exception cref="BarometerException">These are no response counts (<see cref="ResponseTables.ResponseCounts"/>).</exception>
    public Figure Funnel() => Of(options => ResponseFunnel.Describe(Released, options), Tables.ResponseTable.Of(Released.Stamp.Id + "-funnel", [Released]));

    /// <summary>Whether an estimate is that of everybody («Alle»), and of this outcome.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="outcome">The variable, the answer's code, or the label; null for any.</param>
    internal static bool IsOverall(ReleasedEstimate estimate, string? outcome) => estimate.Groups.Count == 0
        && (outcome is null || estimate.Outcome.Variable == outcome || estimate.Outcome.Code == outcome || new Called("", estimate.Outcome.Label).IsCalled(outcome));

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();

    private Figure Pair(EstimatePairs pairs, params Released<ReleasedTable>[] others) => new(options => PairDots.Describe(pairs, options), pairs.Table(), new FigureOptions { Language = Language }, others);

    private Figure Of(Func<FigureOptions, FigureDescription> describe, EvidenceTable numbers) =>
        new(describe, numbers, new FigureOptions { Language = Language }, Released);
}
