using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordWords = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Barometer.Evidence.Drafts.Reading;

/// <summary>
/// Reads a draft in Word's form, whoever wrote it. Tracked changes are read as accepted, fields by what they show; a bookmark, a content
/// control's tag, a field's code, a link or a comment names the number it stands around.
/// </summary>
internal sealed class WordDraft
{
    private readonly List<DraftBlock> _blocks = [];
    private readonly Dictionary<string, (BlockKind Kind, int Level)> _styles;
    private readonly Dictionary<string, string> _comments;
    private readonly MainDocumentPart _main;
    private readonly Dictionary<Paragraph, int> _places;
    private int _tables;

    private WordDraft(MainDocumentPart main)
    {
        _main = main;
        _styles = Styles(main);
        _comments = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>()
            .Where(comment => comment.Id?.Value is not null).DistinctBy(comment => comment.Id!.Value)
            .ToDictionary(comment => comment.Id!.Value!, comment => comment.InnerText, StringComparer.Ordinal) ?? [];
        _places = main.Document?.Body?.Descendants<Paragraph>().Select((paragraph, i) => (paragraph, i)).ToDictionary(one => one.paragraph, one => one.i) ?? [];
    }

    /// <summary>The blocks of a file.</summary>
    public static IReadOnlyList<DraftBlock> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            throw new InvalidDataException("no document");
        }

        var reader = new WordDraft(main);
        reader.Blocks(body, BlockKind.Paragraph);
        foreach (var part in main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => (OpenXmlElement?)part.Footer)).OfType<OpenXmlElement>())
        {
            reader.Blocks(part, BlockKind.Margin);
        }

        return reader._blocks;
    }

    private void Blocks(OpenXmlElement container, BlockKind kind)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph, kind);
                    break;
                case Table table:
                    _tables++;
                    Rows(table, _tables);
                    break;
                case DeletedRun or MoveFromRun or SectionProperties:
                    break;
                default:
                    Blocks(element, kind);
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph, BlockKind kind)
    {
        var (of, level) = kind == BlockKind.Paragraph ? Part(paragraph) : (kind, 0);
        if (_styles.GetValueOrDefault(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "") is { Level: < 0 })
        {
            return; // a line of a table of contents
        }

        var text = new BlockText();
        List<OpenXmlElement> later = [];
        Inline(paragraph, text, later);
        if (text.Block(of, level, _places.GetValueOrDefault(paragraph, -1)) is { } block)
        {
            _blocks.Add(block);
        }

        Flush(later, _places.GetValueOrDefault(paragraph, -1));
    }

    // Notes and text boxes are told after the paragraph they hang on; a comment on them stands there too.
    private void Flush(List<OpenXmlElement> later, int place)
    {
        foreach (var element in later)
        {
            var from = _blocks.Count;
            Blocks(element, element is FootnoteEndnoteType ? BlockKind.Note : BlockKind.Paragraph);
            for (var i = from; i < _blocks.Count; i++)
            {
                _blocks[i] = _blocks[i].Place < 0 ? _blocks[i] with { Place = place } : _blocks[i];
            }
        }
    }

    private void Rows(Table table, int number)
    {
        foreach (var row in table.Descendants<WordRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            List<BlockText> cells = [];
            List<OpenXmlElement> later = [];
            foreach (var cell in row.Descendants<WordCell>().Where(cell => cell.Ancestors<WordRow>().First() == row))
            {
                var text = new BlockText();
                foreach (var paragraph in cell.Descendants<Paragraph>())
                {
                    text.Add(text.Length > 0 ? " " : "");
                    Inline(paragraph, text, later);
                }

                cells.Add(text);
            }

            var place = row.Descendants<Paragraph>().Select(paragraph => _places.GetValueOrDefault(paragraph, -1)).FirstOrDefault(-1);
            _blocks.Add(BlockText.Row(cells, number, place));
            Flush(later, place);
        }
    }

    private void Inline(OpenXmlElement element, BlockText text, List<OpenXmlElement> later)
    {
        var field = "";
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case ParagraphProperties or RunProperties or DeletedRun or MoveFromRun or DeletedText:
                    break;
                case BookmarkStart { Name.Value: { } name } start:
                    text.Open("bookmark " + start.Id?.Value, name);
                    break;
                case BookmarkEnd end:
                    text.Close("bookmark " + end.Id?.Value);
                    break;
                case CommentRangeStart { Id.Value: { } comment }:
                    text.Open("comment " + comment, _comments.GetValueOrDefault(comment, ""));
                    break;
                case CommentRangeEnd { Id.Value: { } comment }:
                    text.Close("comment " + comment);
                    break;
                case SdtRun or SdtBlock or SdtCell:
                    Marked(child, child.GetFirstChild<SdtProperties>()?.GetFirstChild<Tag>()?.Val?.Value ?? "", text, later);
                    break;
                case Hyperlink link:
                    Marked(link, link.Anchor?.Value ?? _main.HyperlinkRelationships.FirstOrDefault(one => one.Id == link.Id?.Value)?.Uri.OriginalString ?? "", text, later);
                    break;
                case SimpleField simple:
                    Marked(simple, simple.Instruction?.Value ?? "", text, later);
                    break;
                case Run run:
                    field = Field(run, field, text, later);
                    break;
                default:
                    Inline(child, text, later);
                    break;
            }
        }
    }

    private void Marked(OpenXmlElement element, string name, BlockText text, List<OpenXmlElement> later)
    {
        var start = text.Length;
        Inline(element, text, later);
        if (text.Length > start)
        {
            text.Mark(start, text.Length, name);
        }
    }

    // A field is three runs at least: it begins, its code follows, and from «separate» on stands what it shows.
    private string Field(Run run, string code, BlockText text, List<OpenXmlElement> later)
    {
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case FieldChar { FieldCharType.Value: var type }:
                    if (type == FieldCharValues.Separate && code.Length > 0)
                    {
                        text.Open("field", code);
                        code = "";
                    }
                    else if (type == FieldCharValues.End)
                    {
                        text.Close("field");
                    }

                    break;
                case FieldCode words:
                    code += words.Text;
                    break;
                case WordWords words when !IsReference(run, words.Text):
                    text.Add(words.Text);
                    break;
                case TabChar or Break or CarriageReturn:
                    text.Add(" ");
                    break;
                case NoBreakHyphen:
                    text.Add("\u2011");
                    break;
                case FootnoteReference { Id.Value: var id }:
                    later.AddRange(_main.FootnotesPart?.Footnotes?.Elements<Footnote>().Where(note => note.Id?.Value == id) ?? []);
                    break;
                case EndnoteReference { Id.Value: var id }:
                    later.AddRange(_main.EndnotesPart?.Endnotes?.Elements<Endnote>().Where(note => note.Id?.Value == id) ?? []);
                    break;
                case Drawing or Picture or AlternateContent:
                    later.AddRange(Box(child));
                    break;
                default:
                    break;
            }
        }

        return code;
    }

    // A text box is there twice, for new and for old programs.
    private static IEnumerable<OpenXmlElement> Box(OpenXmlElement drawing) =>
        (drawing.Descendants<AlternateContentChoice>().FirstOrDefault() ?? drawing).Descendants<TextBoxContent>();

    // The raised number of a note that was typed by hand.
    private static bool IsReference(Run run, string words) =>
        run.RunProperties?.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Superscript && words.Trim().Length is > 0 and <= 3 && words.Trim().All(c => char.IsAsciiDigit(c) || c is ')' or '*' || char.IsAsciiLetterLower(c));

    private (BlockKind Kind, int Level) Part(Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        if (_styles.TryGetValue(style, out var part) && part.Kind != BlockKind.Paragraph)
        {
            return part;
        }

        return paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 9 ? (BlockKind.Heading, level + 1)
            : paragraph.ParagraphProperties?.NumberingProperties is not null ? (BlockKind.Item, 0) : (BlockKind.Paragraph, 0);
    }

    // By the style's own name, which is English in the file whatever the program's language, or by its level in the outline.
    private static Dictionary<string, (BlockKind Kind, int Level)> Styles(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>().Where(style => style.StyleId?.Value is not null).DistinctBy(style => style.StyleId!.Value) ?? [];
        return styles.ToDictionary(style => style.StyleId!.Value!, style => Of(style.StyleName?.Val?.Value ?? "", style.StyleParagraphProperties?.OutlineLevel?.Val?.Value), StringComparer.Ordinal);

        static (BlockKind, int) Of(string name, int? outline) => name.ToLowerInvariant() switch
        {
            "title" or "subtitle" => (BlockKind.Heading, 0),
            "caption" => (BlockKind.Caption, 0),
            var toc when toc.StartsWith("toc ", StringComparison.Ordinal) || toc == "table of figures" => (BlockKind.Paragraph, -1),
            var heading when heading.StartsWith("heading ", StringComparison.Ordinal) && char.IsAsciiDigit(heading[^1]) => (BlockKind.Heading, heading[^1] - '0'),
            var list when list.StartsWith("list ", StringComparison.Ordinal) => (BlockKind.Item, 0),
            _ => outline is { } level and < 9 ? (BlockKind.Heading, level + 1) : (BlockKind.Paragraph, 0),
        };
    }
}
