namespace Barometer.Evidence.Tables;

/// <summary>
/// A table that may be published: released estimates or figures that others have published. It shows itself in a notebook;
/// other forms are made of it when they are asked for (<see cref="Exhibits"/>). There is no public constructor: what has not
/// been released can't become a table.
/// </summary>
/// <example><code>
/// EvidenceTable.Of(barometer.Release(share, id: "innovated-by-group"))
/// </code></example>
public sealed class EvidenceTable : Displayable
{
    internal EvidenceTable(TableContent content, ReleaseStamp stamp, Language language = Language.Nb)
    {
        if (content.Rows.Any(row => row.Cells.Count != content.Columns.Count))
        {
            throw new ArgumentException($"Every row of {content.Id} needs one cell a column.", nameof(content));
        }

        Content = content;
        Stamp = stamp;
        Language = language;
    }

    /// <summary>What the table says.</summary>
    public TableContent Content { get; }

    /// <summary>The release it stands on.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>The language it is written in.</summary>
    public Language Language { get; }

    /// <summary>The table of released estimates.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="options">What the author settles; null for the house's own choices.</param>
    public static EvidenceTable Of(Released<ReleasedTable> released, TableOptions? options = null) =>
        new(ResultTable.Of(released, options ?? new TableOptions()), released.Stamp);

    /// <summary>Published figures as a list, each as printed and with its source.</summary>
    /// <param name="published">What was selected from the registry.</param>
    public static EvidenceTable Of(Released<PublishedSelection> published) =>
        new(PublishedTable.List(published), published.Stamp);

    /// <summary>Published figures as a cross table: one row for each population, one column for each thing measured.</summary>
    /// <param name="published">What was selected from the registry.</param>
    public static EvidenceTable Cross(Released<PublishedSelection> published) =>
        new(PublishedTable.Cross(published), published.Stamp);

    /// <summary>The same table in another language.</summary>
    public EvidenceTable In(Language language) => new(Content, Stamp, language);

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => HtmlTableWriter.Write(this);

    /// <inheritdoc/>
    public override string ToString() => PlainTableWriter.Write(this);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => In(language).ToHtml();
}
