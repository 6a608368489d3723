namespace Barometer.Evidence;

/// <summary>A two-way table that was released, ready to be shown: percentages with the number of answers beside them, totals on both sides, and a test of independence.</summary>
/// <example><code>barometer.Release(design.CrossTable("partner_private", "evaluated"), id: "evaluated-by-private")</code></example>
public sealed class ReleasedCrossTable : Displayable
{
    private readonly CrossTableParts _parts;

    internal ReleasedCrossTable(CrossTableParts parts, Language language)
    {
        (_parts, Language) = (parts, language);
        Shares = new ReleasedEstimates(parts.Shares, language);
    }

    /// <summary>The percentages, to be drawn, or quoted with their intervals.</summary>
    public ReleasedEstimates Shares { get; }

    /// <summary>The language to show it in.</summary>
    public Language Language { get; }

    /// <summary>The release's name, and all that stands under it.</summary>
    public ReleaseStamp Stamp => _parts.Shares.Stamp.And(_parts.Counts.Stamp);

    /// <summary>The table.</summary>
    /// <param name="title">A title in place of «what, by what».</param>
    /// <param name="intervals">Whether the confidence interval stands beside each percentage, in the place of the number of answers in each cell.</param>
    /// <example><code>released.Table(intervals: true)</code></example>
    public EvidenceTable Table(LocalizedText? title = null, bool intervals = false) => new(CrossTableContent.Of(_parts, title, intervals), Stamp, Language);

    /// <summary>A sentence to quote, with percentages and numbers of answers; see <see cref="ReleasedEstimates.Sentence"/>.</summary>
    /// <param name="nb">The words in Norwegian, with places: <c>{evaluated=internal@yes}</c> for a percentage, <c>{answered@yes/internal}</c> for the number of answers in a cell.</param>
    /// <param name="en">The same in English.</param>
    /// <exception cref="BarometerException">A place names no number of the table; the message proposes those there are.</exception>
    public Sentence Sentence(string nb, string en) => Evidence.Sentence.Of(new LocalizedText(nb, en), _parts.Shares, _parts.Counts);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();
}
