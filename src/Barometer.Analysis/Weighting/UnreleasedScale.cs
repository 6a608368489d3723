namespace Barometer.Analysis.Weighting;

/// <summary>
/// Items that measure one thing together, before their release. Every table is of those who answered all items, and is released with the
/// number of each answer to its items, from which it follows; standard deviations, correlations and reliabilities are shown of many respondents only.
/// </summary>
/// <example><code>barometer.Release(design.Scale(["factor_leader", "factor_employees", "factor_law"]).Alpha(), id: "factors-alpha")</code></example>
[MissingMemberHint(MissingMemberHintAttribute.Release)]
public sealed class UnreleasedScale : Displayable
{
    private const int FewestOfOmega = 3;
    private readonly ItemScale _scale;
    private readonly Vocabulary _names;
    private readonly Func<Func<EstimateTable>, LocalizedText?, UnreleasedTable> _table;

    internal UnreleasedScale(ItemScale scale, Vocabulary names, Func<Func<EstimateTable>, LocalizedText?, UnreleasedTable> table) =>
        (_scale, _names, _table) = (scale, names, table);

    /// <inheritdoc/>
    internal override string? Stored => Exploration.IsOn ? null : OutputStamp.Notice;

    /// <summary>The mean of each item: ordered answers count by their codes where these are numbers, else 1, 2, 3 …</summary>
    /// <param name="by">The groups.</param>
    public UnreleasedTable Means(Grouping? by = null) => Table(_scale.Means, by, null);

    /// <summary>The standard deviation of each item.</summary>
    /// <param name="by">The groups.</param>
    public UnreleasedTable StandardDeviations(Grouping? by = null) => Table(_scale.StandardDeviations, by, new("Standardavvik", "Standard deviation"));

    /// <summary>The correlation of each pair of items.</summary>
    /// <param name="by">The groups.</param>
    public UnreleasedTable Correlations(Grouping? by = null) => Table(_scale.Correlations, by, new("Korrelasjon", "Correlation"));

    /// <summary>The correlation of each item with the sum of the others.</summary>
    /// <param name="by">The groups.</param>
    public UnreleasedTable ItemRestCorrelations(Grouping? by = null) =>
        Table(_scale.ItemRestCorrelations, by, new("Korrelasjon med summen av de andre", "Correlation with the sum of the others"));

    /// <summary>Cronbach's alpha of the items.</summary>
    /// <param name="by">The groups.</param>
    public UnreleasedTable Alpha(Grouping? by = null) => Table(_scale.Alpha, by, new("Cronbachs alfa", "Cronbach's alpha"));

    /// <summary>McDonald's omega of the items' sum, with one common factor.</summary>
    /// <param name="by">The groups.</param>
    /// <exception cref="BarometerException">There are fewer than three items.</exception>
    public UnreleasedTable Omega(Grouping? by = null) => Table(_scale.Omega, by, new("McDonalds omega", "McDonald's omega"));

    /// <summary>Means, standard deviations, correlations and reliabilities under the red banner, as the result of one cell; see <see cref="UnreleasedTable.Explored"/>.</summary>
    /// <exception cref="BarometerException">Exploring is off.</exception>
    /// <example><code>design.Scale(["factor_leader", "factor_employees", "factor_law"]).Explored()</code></example>
    public Displayable Explored() => ExploredResult.Of(
        new LocalizedText("Skala", "Scale"),
        [() => Means().Numbers(), () => StandardDeviations().Numbers(), () => Correlations().Numbers(), () => ItemRestCorrelations().Numbers(), () => Alpha().Numbers(), .. _scale.Items.Count < FewestOfOmega ? [] : new Func<(string, string)>[] { () => Omega().Numbers() }]);

    /// <inheritdoc/>
    public override string ToHtml() => StoredHtml(Language.Nb);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => Notice.NotReleased(
        language, "Skalaens tall vises ikke før de er kontrollert for anonymitet.", "The scale's numbers do not show before a release has checked them.");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Skala av {_scale.Items.Count} spørsmål: ikke frigitt / scale of {_scale.Items.Count} items: not released");

    private UnreleasedTable Table(Func<Grouping?, EstimateTable> estimate, Grouping? by, LocalizedText? title)
    {
        by = _names.Variables(by);
        return _table(() => estimate(by), title);
    }
}
