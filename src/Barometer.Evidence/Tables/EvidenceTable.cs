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
    internal TableContent Content { get; }

    /// <summary>The release it stands on.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>The language it is written in.</summary>
    public Language Language { get; }

    /// <summary>Whether it says that it is a draft.</summary>
    internal bool IsDraft { get; private init; }

    /// <summary>The notes under it, and last the standard symbols it uses.</summary>
    internal IEnumerable<TableNote> Notes
    {
        get
        {
            var symbols = Content.SymbolsUsed();
            return symbols.Count == 0 ? Content.Notes : Content.Notes.Append(new TableNote("", new LocalizedText(
                string.Join(" ", symbols.Select(symbol => symbol.Explained(Language.Nb))),
                string.Join(" ", symbols.Select(symbol => symbol.Explained(Language.En))))));
        }
    }

    /// <summary>«Kilde: …», or null for a table without a source.</summary>
    internal string? SourceLine => Content.Source is { } source
        ? $"{Wording.Source.In(Language)}: {EstimateWording.AsSentence(source.In(Language))}"
        : null;

    /// <summary>The table of released estimates.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="title">A title in place of «what, by what».</param>
    public static EvidenceTable Of(Released<ReleasedTable> released, LocalizedText? title = null) => new(ResultTable.Of(released, title), released.Stamp);

    /// <summary>Published figures, each as printed and with its source.</summary>
    /// <param name="published">What was selected from the registry.</param>
    public static EvidenceTable Of(Released<PublishedSelection> published) => new(PublishedTable.Of(published), published.Stamp);

    /// <summary>The same table in another language.</summary>
    public EvidenceTable In(Language language) => new(Content, Stamp, language) { IsDraft = IsDraft };

    /// <summary>The same table, marked as a draft.</summary>
    internal EvidenceTable AsDraft() => new(Content, Stamp, Language) { IsDraft = true };

    /// <summary>That its data are synthetic, or that it is a draft; null for neither.</summary>
    internal LocalizedText? Mark => Wording.Mark(IsDraft, Stamp.IsSynthetic);

    /// <summary>The lines above it: the mark where one is due, the title, and the unit where there is one.</summary>
    internal IEnumerable<string> TitleLines()
    {
        if (Mark is { } mark)
        {
            yield return $"[{mark.In(Language)}]";
        }

        yield return Content.Title.In(Language);
        if (Content.Unit is { } unit)
        {
            yield return unit.In(Language);
        }
    }

    /// <inheritdoc/>
    internal override string? Stored => Stamp.Output;

    /// <inheritdoc/>
    public override string ToHtml() => HtmlTableWriter.Write(this);

    /// <inheritdoc/>
    public override string ToString() => PlainTableWriter.Write(this);

    /// <inheritdoc/>
    internal override string StoredHtml(Language language) => In(language).ToHtml();
}
