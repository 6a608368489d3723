using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Barometer.Evidence.Drafts.Reading;

/// <summary>Reads a draft in OpenDocument's form (LibreOffice Writer): its <c>content.xml</c>. Changes that are tracked are read as accepted.</summary>
internal sealed class OdtDraft
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private readonly List<DraftBlock> _blocks = [];
    private readonly List<XElement> _later = [];
    private readonly Dictionary<string, string> _parents;
    private int _tables;

    private OdtDraft(Dictionary<string, string> parents) => _parents = parents;

    /// <summary>The blocks of a file.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IReadOnlyList<DraftBlock> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var content = Load(archive, "content.xml") ?? throw new InvalidDataException("no content.xml");
        var parents = content.Descendants(Style + "style").DistinctBy(style => (string?)style.Attribute(Style + "name"))
            .ToDictionary(style => (string?)style.Attribute(Style + "name") ?? "", style => (string?)style.Attribute(Style + "parent-style-name") ?? "", StringComparer.Ordinal);
        var reader = new OdtDraft(parents);
        foreach (var body in content.Descendants(Office + "text").Take(1))
        {
            reader.Blocks(body, BlockKind.Paragraph);
        }

        foreach (var margin in Load(archive, "styles.xml")?.Descendants().Where(element => element.Name == Style + "header" || element.Name == Style + "footer") ?? [])
        {
            reader.Blocks(margin, BlockKind.Margin);
        }

        return reader._blocks;
    }

    private static XElement? Load(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private void Blocks(XElement container, BlockKind kind)
    {
        foreach (var element in container.Elements())
        {
            if (element.Name == Words + "h")
            {
                Add(element, BlockKind.Heading, (int?)element.Attribute(Words + "outline-level") ?? 1);
            }
            else if (element.Name == Words + "p")
            {
                Add(element, IsCaption(element) ? BlockKind.Caption : IsTitle(element) ? BlockKind.Heading : kind, 0);
            }
            else if (element.Name == Words + "list")
            {
                Blocks(element, kind == BlockKind.Paragraph ? BlockKind.Item : kind);
            }
            else if (element.Name == Tables + "table")
            {
                _tables++;
                foreach (var row in element.Descendants(Tables + "table-row").ToList())
                {
                    Row(row, _tables);
                }
            }
            else if (element.Name != Words + "tracked-changes" && element.Name != Words + "table-of-content")
            {
                Blocks(element, kind);
            }
        }
    }

    private void Add(XElement paragraph, BlockKind kind, int level)
    {
        var text = new BlockText();
        Inline(paragraph, text);
        if (text.Block(kind, level) is { } block)
        {
            _blocks.Add(block);
        }

        Flush();
    }

    private void Row(XElement row, int table)
    {
        List<BlockText> cells = [];
        foreach (var cell in row.Elements(Tables + "table-cell"))
        {
            var text = new BlockText();
            foreach (var paragraph in cell.Descendants(Words + "p"))
            {
                text.Add(text.Length > 0 ? " " : "");
                Inline(paragraph, text);
            }

            cells.Add(text);
        }

        _blocks.Add(BlockText.Row(cells, table));
        Flush();
    }

    // Notes and frames stand inside the paragraph they belong to; they are told after it.
    private void Flush()
    {
        var later = _later.ToList();
        _later.Clear();
        foreach (var element in later)
        {
            Blocks(element, element.Name == Words + "note-body" ? BlockKind.Note : BlockKind.Paragraph);
        }
    }

    private void Inline(XElement element, BlockText text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Add(words.Value);
            }
            else if (node is XElement child)
            {
                InlineElement(child, text);
            }
        }
    }

    private void InlineElement(XElement child, BlockText text)
    {
        if (child.Name == Words + "s")
        {
            text.Add(new string(' ', (int?)child.Attribute(Words + "c") ?? 1));
        }
        else if (child.Name == Words + "tab" || child.Name == Words + "line-break")
        {
            text.Add(" ");
        }
        else if (child.Name == Words + "note")
        {
            _later.AddRange(child.Elements(Words + "note-body"));
        }
        else if (child.Name == Office + "annotation")
        {
            var key = "annotation " + (string?)child.Attribute(Office + "name");
            var name = string.Join(' ', child.Descendants(Words + "p").Select(line => line.Value));
            if (child.Attribute(Office + "name") is null)
            {
                text.Mark(text.Length, text.Length, name);
            }
            else
            {
                text.Open(key, name);
            }
        }
        else if (child.Name == Office + "annotation-end")
        {
            text.Close("annotation " + (string?)child.Attribute(Office + "name"));
        }
        else if (child.Name == Words + "bookmark-start" || child.Name == Words + "reference-mark-start")
        {
            text.Open("bookmark " + (string?)child.Attribute(Words + "name"), (string?)child.Attribute(Words + "name") ?? "");
        }
        else if (child.Name == Words + "bookmark-end" || child.Name == Words + "reference-mark-end")
        {
            text.Close("bookmark " + (string?)child.Attribute(Words + "name"));
        }
        else if (child.Name == Draw + "frame" || child.Name == Draw + "text-box")
        {
            _later.Add(child);
        }
        else
        {
            Inline(child, text);
        }
    }

    private bool IsCaption(XElement paragraph) => Named(paragraph) is "Illustration" or "Table" or "Figure" or "Drawing" or "Caption";

    private bool IsTitle(XElement paragraph) => Named(paragraph) is "Title" or "Subtitle";

    private string Named(XElement paragraph)
    {
        var name = (string?)paragraph.Attribute(Words + "style-name") ?? "";
        return _parents.GetValueOrDefault(name) is { Length: > 0 } parent ? parent : name;
    }
}
