namespace Barometer.Evidence.Drafts.Reading;

/// <summary>A draft that somebody else wrote, as its reader meets it: blocks of text in their order, without markup.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record DraftText(string Name, IReadOnlyList<DraftBlock> Blocks)
{
    /// <summary>Reads a draft by its ending.</summary>
    /// <param name="path">The file: <c>.docx</c>, <c>.md</c> or <c>.odt</c>.</param>
    /// <exception cref="BarometerException">It is none of these, or can't be read.</exception>
    public static DraftText Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new BarometerException(new Problem("There is no such draft", File: path, Expected: "a file that ends in .docx, .md or .odt"));
        }

        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".docx" or ".docm" or ".dotx" => new DraftText(name, WordDraft.Read(path)),
                ".odt" => new DraftText(name, OdtDraft.Read(path)),
                ".md" or ".markdown" or ".txt" => new DraftText(name, MarkdownDraft.Read(File.ReadAllText(path))),
                var other => throw new BarometerException(new Problem("A draft of that kind can't be read", File: name, Expected: ".docx, .md or .odt", Got: other, Hint: "save it as .docx")),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or System.Xml.XmlException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            throw new BarometerException(new Problem("The draft can't be read", File: name, Expected: "a whole file of that kind", Got: "one that is damaged, locked by a password, or of another kind", Hint: "open it and save it again"));
        }
    }
}

/// <summary>What part a block has in its document.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading or the title.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A figure's or a table's caption.</summary>
    Caption,

    /// <summary>A row of a table; its cells stand apart.</summary>
    Row,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>What stands at the head or foot of each page.</summary>
    Margin,
}

/// <summary>A block of a draft.</summary>
/// <param name="Kind">Its part in the document.</param>
/// <param name="Text">Its text; of a row the cells joined by <c> | </c>.</param>
internal sealed record DraftBlock(BlockKind Kind, string Text)
{
    /// <summary>A heading's level, from 1; 0 for a title and for all others.</summary>
    public int Level { get; init; }

    /// <summary>A row's cells.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>Which table a row belongs to, from 1; 0 for all others.</summary>
    public int Table { get; init; }

    /// <summary>What numbers in it say they are.</summary>
    public IReadOnlyList<DraftMark> Marks { get; init; } = [];

    /// <summary>Which paragraph of a Word document it is, in the order of the file; -1 for none.</summary>
    public int Place { get; init; } = -1;
}

/// <summary>A stretch of a block that names the number it holds: a field, a bookmark, a comment.</summary>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Name">What it names: a number's id, a release, a published figure.</param>
internal sealed record DraftMark(int Start, int End, string Name);
