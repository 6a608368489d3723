namespace Barometer.Evidence.Schemes;

/// <summary>One share, released under each of several weighting schemes: a table by itself, or a figure.</summary>
public sealed class ReleasedSchemes : Displayable
{
    internal ReleasedSchemes(
        string id, IReadOnlyList<(WeightingScheme Scheme, Released<ReleasedTable> Release)> releases, LocalizedText? title, Language language)
    {
        Id = id;
        Releases = releases;
        Title = title ?? SchemeShareTableBuilder.Title(releases[0].Release.Content);
        Language = language;
    }

    /// <summary>The name of its files.</summary>
    public string Id { get; }

    internal IReadOnlyList<(WeightingScheme Scheme, Released<ReleasedTable> Release)> Releases { get; }

    internal LocalizedText Title { get; }

    internal ReleaseStamp Stamp => Releases[0].Release.Stamp.And(Releases.Select(one => one.Release.Stamp)) with { Id = Id };

    private Language Language { get; }

    /// <summary>The shares with their intervals, and how far each lies from the first.</summary>
    public EvidenceTable Table() => new(SchemeShareTableBuilder.Build(this), Stamp, Language);

    /// <summary>The shares as points with their intervals.</summary>
    public Figure Dots() => new(options => WeightingDots.Describe(this, options), Table(), new FigureOptions { Language = Language });

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Table().ToString();

    /// <inheritdoc/>
    internal override Displayable Shown => Table();
}
