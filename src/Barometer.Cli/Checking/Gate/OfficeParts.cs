using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// The parts of a Word document or a workbook, whatever they are called: all that they hold as text, and what hides something from whoever reads the file.
/// </summary>
internal sealed partial class OfficeParts : IDisposable
{
    /// <summary>The namespace of relationships between parts.</summary>
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly string[] Hiding = ["definedName", "comment", "threadedComment"];
    private static readonly string[] Named = ["descr", "title", "name", "displayName", "alt"];

    private readonly OpenXmlPackage _package;
    private readonly List<string> _entries;
    private readonly List<XDocument> _relations = [];
    private readonly Dictionary<Uri, XDocument> _read = [];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="isWord">Whether it is a document of Word's; else a workbook.</param>
    public OfficeParts(Stream file, bool isWord)
    {
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            _entries = [.. zip.Entries.Select(entry => "/" + entry.FullName)];
            foreach (var entry in zip.Entries.Where(entry => IsOfThePackage(entry.FullName)))
            {
                using var content = entry.Open();
                _relations.Add(XDocument.Load(content));
            }
        }

        _package = isWord ? WordprocessingDocument.Open(file, false) : SpreadsheetDocument.Open(file, false);
        var open = new Queue<OpenXmlPartContainer>([_package]);
        while (open.TryDequeue(out var next))
        {
            foreach (var part in next.Parts.Select(pair => pair.OpenXmlPart).Where(part => All.TrueForAll(known => known.Uri != part.Uri)))
            {
                All.Add(part);
                open.Enqueue(part);
            }
        }
    }

    /// <summary>The parts.</summary>
    public List<OpenXmlPart> All { get; } = [];

    /// <summary>The cells of a workbook; null of a document.</summary>
    public SheetCells? Cells => field ??= _package is SpreadsheetDocument { WorkbookPart: { } workbook } ? new SheetCells(workbook) : null;

    /// <summary>The charts, each with the frame that it stands in, which names it and says it in words.</summary>
    public IEnumerable<(OpenXmlPart Chart, XElement Frame)> Charts() =>
        from part in All.Where(part => part is MainDocumentPart or DrawingsPart)
        from chart in Read(part).Descendants(C + "chart")
        let id = chart.Attribute(R + "id")?.Value
        where id is not null && part.TryGetPartById(id, out _)
        let frame = chart.Ancestors().SelectMany(one => one.Elements().SelectMany(inner => inner.DescendantsAndSelf())).FirstOrDefault(one => one.Name.LocalName is "docPr" or "cNvPr")
        where frame is not null
        select (part.GetPartById(id), frame);

    /// <summary>How a frame names its chart.</summary>
    public static string NameOf(XElement frame) => frame.Attribute("name")?.Value ?? "";

    /// <summary>What is hidden in the file: parts that nothing leads to or that none of ours has, names of cells, comments, rows, columns and sheets that aren't shown, formulas.</summary>
    public IEnumerable<string> Hides()
    {
        var known = All.Select(part => part.Uri.ToString()).ToHashSet(StringComparer.Ordinal);
        if (_entries.Exists(entry => !known.Contains(entry) && !IsOfThePackage(entry) && !entry.EndsWith('/'))
            || (_package is SpreadsheetDocument && !known.All(Ours().IsMatch)))
        {
            yield return "it holds parts that none of ours has";
        }

        if (All.Where(part => part.ContentType.EndsWith("xml", StringComparison.Ordinal)).SelectMany(part => Read(part).Descendants()).Any(IsHidden))
        {
            yield return "something in it isn't seen: a comment, a name, a formula, a hidden row, column or sheet";
        }
    }

    /// <summary>The texts of all parts, and of what says how they belong together.</summary>
    public IEnumerable<string> Texts() => All.Select(Read).Concat(_relations).SelectMany(Texts);

    /// <summary>Everything that reads as text: what stands in elements and in comments of the file, and attributes that aren't the form of a drawing or a sheet. Numbers of charts and cells are read by their place.</summary>
    public static IEnumerable<string> Texts(XNode root) => root switch
    {
        XComment comment => [comment.Value],
        XProcessingInstruction instruction => [instruction.Data],
        XText { Parent: { } parent } text => parent.Name.LocalName is "f" || (parent.Name.LocalName == "v" && SheetCells.IsNumber(text.Value)) ? [] : [text.Value],
        XContainer container => [.. (container as XElement)?.Attributes().Where(IsText).Select(attribute => attribute.Value) ?? [], .. container.Nodes().SelectMany(Texts)],
        _ => [],
    };

    /// <summary>A part as XML.</summary>
    public static XDocument Xml(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream);
    }

    /// <inheritdoc/>
    public void Dispose() => _package.Dispose();

    private XDocument Read(OpenXmlPart part) => _read.TryGetValue(part.Uri, out var known) ? known : _read[part.Uri] = Xml(part);

    private static bool IsOfThePackage(string entry) => entry.EndsWith(".rels", StringComparison.Ordinal) || entry.EndsWith("[Content_Types].xml", StringComparison.Ordinal);

    private static bool IsText(XAttribute attribute) => !attribute.IsNamespaceDeclaration && (Named.Contains(attribute.Name.LocalName) || !Form().IsMatch(attribute.Value));

    // A formula of a sheet that isn't a link to another sheet; a chart's names the cells it draws.
    private static bool IsHidden(XElement element) => Hiding.Contains(element.Name.LocalName)
        || (element.Name.LocalName == "vanish" && element.Parent?.Parent?.Elements().Any(one => one.Name.LocalName == "t" && one.Value.Any(char.IsDigit)) == true)
        || (element.Name.LocalName == "f" && element.Parent?.Name.LocalName == "c" && !Link().IsMatch(element.Value))
        || element.Attributes().Any(one => (one.Name.LocalName is "hidden" or "veryHidden" && one.Value is not ("0" or "false")) || (one.Name.LocalName == "state" && element.Name.LocalName == "sheet" && one.Value != "visible"));

    [GeneratedRegex(@"^/(?:xl/(?:workbook|styles|worksheets/sheet\d*|tables/table\d*|drawings/drawing\d*|drawings/charts/chart\d*)|docProps/core)\.xml\z")]
    private static partial Regex Ours();

    // A number of a drawing's own, a colour, the name of a relationship or of a part, a cell; of a number's format no digit but nought.
    [GeneratedRegex(@"^(?:-?\d+(?:\.\d+)?|[0-9A-F]{6}|[0-9A-F]{8}|rId\d+|\{[0-9A-Fa-f-]{36}\}|https?://(?:schemas|purl)\.[\w./-]+|/[\w/-]+\.(?:xml|xlsx)|\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?|gray125|TableStyle[A-Za-z]+\d+|(?:[^1-9]|\[\$-414\])*)\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^HYPERLINK\(")]
    private static partial Regex Link();
}

/// <summary>The cells of a workbook.</summary>
internal sealed partial class SheetCells
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<(string Sheet, int Row, int Column), string> _cells = [];
    private readonly bool _hasMore;

    /// <summary>Reads them.</summary>
    public SheetCells(WorkbookPart workbook)
    {
        foreach (var sheet in OfficeParts.Xml(workbook).Descendants(S + "sheet"))
        {
            var page = OfficeParts.Xml(workbook.GetPartById((string)sheet.Attribute(OfficeParts.R + "id")!));
            _hasMore |= page.Root!.Elements().Any(one => one.Name.LocalName is not ("cols" or "sheetData"));
            var row = 0;
            foreach (var line in page.Descendants(S + "row"))
            {
                row = (int?)line.Attribute("r") ?? row + 1;
                foreach (var (column, cell) in line.Elements(S + "c").Index())
                {
                    if (cell.Value.Length > 0)
                    {
                        var at = (string?)cell.Attribute("r") is { } place ? place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (all, letter) => (26 * all) + letter - 'A' + 1) - 1 : column;
                        _cells[((string)sheet.Attribute("name")!, row, at)] = cell.Value;
                    }
                }
            }
        }
    }

    /// <summary>The cells of a reference that aren't empty, by their place in it.</summary>
    public Dictionary<int, string> Of(string reference)
    {
        var (sheet, column, first, last) = Parsed(reference);
        return Enumerable.Range(0, last - first + 1).Where(i => _cells.ContainsKey((sheet, first + i, column))).ToDictionary(i => i, i => _cells[(sheet, first + i, column)]);
    }

    /// <summary>Whether every cell is one of these, but for words in the first row.</summary>
    public bool HasOnly(IEnumerable<string> references)
    {
        var ranges = references.Select(Parsed).ToList();
        return !_hasMore && _cells.All(cell => (cell.Key.Row == 1 && !IsNumber(cell.Value)) || ranges.Exists(one => one.Sheet == cell.Key.Sheet && one.Column == cell.Key.Column && one.First <= cell.Key.Row && cell.Key.Row <= one.Last));
    }

    /// <summary>Whether the text of a cell is a number.</summary>
    public static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static (string Sheet, int Column, int First, int Last) Parsed(string reference)
    {
        var match = Range().Match(reference);
        return !match.Success ? throw new InvalidDataException() :
            (match.Groups[1].Value, match.Groups[2].Value[0] - 'A', int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^'([^']+)'!\$([A-Z])\$(\d{1,6}):\$\2\$(\d{1,6})\z")]
    private static partial Regex Range();
}
