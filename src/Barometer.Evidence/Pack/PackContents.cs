namespace Barometer.Evidence.Pack;

/// <summary>
/// What the evidence pack holds, as a reproduction made it: its files, what they are made of, and each figure and table. A
/// notebook that asks for it runs after all others.
/// </summary>
/// <example><code>
/// var pack = barometer.Pack();
/// pack.Files()
/// </code></example>
public sealed class PackContents : Displayable
{
    /// <summary>The release of tables about the pack, which stand in no pack themselves.</summary>
    internal const string Release = "pack";

    private readonly IReadOnlyList<PackLine> _lines;
    private readonly Language _language;
    private readonly ReleaseStamp _stamp;

    internal PackContents(IReadOnlyList<PackLine> lines, string policyVersion, Language language)
    {
        _lines = lines;
        _language = language;
        _stamp = new ReleaseStamp(Release, policyVersion, Release, lines.Any(line => line.Status == PackStatus.Synthetic));
    }

    /// <summary>The files to take along: what each is for, where it lies, and how much it holds.</summary>
    public EvidenceTable Files() => Shown(PackTables.Files(_lines));

    /// <summary>Each notebook's figures, tables and numbers, and whether they are synthetic, published or real.</summary>
    public EvidenceTable Status() => Shown(PackTables.Status(_lines));

    /// <summary>Every figure and table: its number, title, notebook, cell, file and status.</summary>
    public EvidenceTable Exhibits() => Shown(PackTables.Exhibits(_lines));

    /// <inheritdoc/>
    internal override string? Stored => OutputStamp.Release(Release);

    /// <inheritdoc/>
    public override string ToHtml() => Files().ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Files().ToString();

    /// <inheritdoc/>
    internal override IEnumerable<IReadOnlyDictionary<string, string>> Bundles() => Files().Bundles();

    private EvidenceTable Shown(TableContent content) => new(content, _stamp, _language);
}
