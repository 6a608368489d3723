namespace Barometer.Analysis.Estimation;

/// <summary>
/// Estimates that belong together: one measure of one or more outcomes, for the population and its groups. It is not
/// publishable as it is: a notebook shows a notice in its place until a release has made it safe.
/// </summary>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class EstimateTable : Displayable
{
    internal EstimateTable()
    {
    }

    /// <summary>What the numbers say.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The survey's id, for example <c>operational-2018</c>.</summary>
    public required string Survey { get; init; }

    /// <summary>Whether the answers behind it are synthetic.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>What the table is about, short enough for a caption: «Jobber med innovasjon».</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question as asked; null when the table isn't about a question.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>The survey's title, named in the source line; null when the survey's id has to do.</summary>
    public LocalizedText? Source { get; init; }

    /// <summary>The unit the shares are of, for example «arbeidsplasser som har innført en innovasjon».</summary>
    public required LocalizedText Universe { get; init; }

    /// <summary>How the answers were weighted, in words; «uvektet / unweighted» when they weren't.</summary>
    public required LocalizedText Weighting { get; init; }

    /// <summary>The grouping variables' names, in the order of <see cref="Estimate.Groups"/>.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The grouping variables' labels, in the same order.</summary>
    public required IReadOnlyList<LocalizedText> ByLabels { get; init; }

    /// <summary>The estimates, in the codebook's order of groups, then outcomes; «Alle» last.</summary>
    public required IReadOnlyList<Estimate> Estimates { get; init; }

    /// <summary>
    /// For each row of the response table the organisation (holding) it belongs to, as an opaque number; null once
    /// released.
    /// </summary>
    internal int[]? OrganisationOfRow { get; init; }

    /// <summary>The data and the domain behind it; null once released, and for made-up tables.</summary>
    internal TableOrigin? Origin { get; init; }

    /// <summary>
    /// The nearest coarser table, where a release hid most of this one; null where it didn't, where there is none, and before
    /// the release.
    /// </summary>
    public CoarserTable? Coarser { get; internal init; }

    /// <summary>That small counts are rounded, and by how much numbers can differ; null where they aren't.</summary>
    public LocalizedText? Rounding { get; internal init; }

    /// <summary>The table with other estimates and nothing about respondents: what a release hands out.</summary>
    internal EstimateTable Sanitised(IReadOnlyList<Estimate> estimates, CoarserTable? coarser = null, LocalizedText? rounding = null) => new()
    {
        Coarser = coarser,
        Rounding = rounding,
        Measure = Measure,
        Survey = Survey,
        IsSynthetic = IsSynthetic,
        Title = Title,
        Question = Question,
        Source = Source,
        Universe = Universe,
        Weighting = Weighting,
        By = By,
        ByLabels = ByLabels,
        Estimates = estimates,
    };

    /// <summary>The table with other groups, for disclosure control: labels and values are not those of the groups.</summary>
    internal EstimateTable Regrouped(IReadOnlyList<string> by, DataSet data, IReadOnlyList<Estimate> estimates) => new()
    {
        Measure = Measure,
        Survey = Survey,
        IsSynthetic = IsSynthetic,
        Title = Title,
        Universe = Universe,
        Weighting = Weighting,
        By = by,
        ByLabels = [],
        Estimates = estimates,
        OrganisationOfRow = OrganisationOfRow,
        Origin = Origin! with { Data = data },
    };

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <inheritdoc/>
    public override string ToHtml() => Exploration.IsOn ? ExploredTable.Html(this) : Notice.Html(
        "Ikke frigitt / Not released",
        "Estimatene vises først når de er kontrollert for anonymitet: barometer.Release(…). / Estimates show once a release has checked them.");

    /// <inheritdoc/>
    public override string ToString() => Exploration.IsOn
        ? ExploredTable.Text(this)
        : FormattableString.Invariant($"{Title.Nb}: {Estimates.Count} estimates, not released");
}
