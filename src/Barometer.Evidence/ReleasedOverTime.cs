namespace Barometer.Evidence;

/// <summary>
/// Estimates of waves that were released with the changes between them: as lines, as a table, or as a sentence of both numbers. Where the series is broken no line is drawn and nothing is subtracted; the
/// figure, the table and the sentence say why.
/// </summary>
/// <example><code>
/// barometer.Release(barometer.OverTime("innovated", "operational-2018", "operational-2021"), id: "innovated-over-time").Lines()
/// </code></example>
public sealed class ReleasedOverTime : Displayable
{
    private readonly OverTimeSeries _series;
    private readonly Language _language;

    internal ReleasedOverTime(OverTimeSeries series, Language language) => (_series, _language) = (series, language);

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp => _series.Stamp;

    /// <summary>A line figure: a line for each group, a whisker for each interval, no line over a break. Its title says what changed, as far as that is certain.</summary>
    public Figure Lines() => new(options => OverTimeLines.Describe(_series, options), Table(), new FigureOptions { Language = _language, Title = OverTimeWording.Finding(_series) }, [.. _series.Estimates, .. _series.Changes]);

    /// <summary>The estimates of each wave, and the change from the wave before with its interval and test.</summary>
    public EvidenceTable Table() => new(OverTimeTable.Of(_series), Stamp, _language);

    /// <summary>A sentence of both numbers and the change, or of why there is none: the last two waves.</summary>
    /// <param name="group">The group by its code, where there are groups.</param>
    /// <exception cref="BarometerException">There is no such group, or a group must be named.</exception>
    public Sentence Sentence(string? group = null) => new(OverTimeWording.Of(_series, group), Stamp, _series.Source);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();
}
