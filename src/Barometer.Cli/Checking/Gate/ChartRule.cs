using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// A native chart in a Word document or a workbook carries its numbers with it: as its own parts keep them, and in the sheet they stand on, which in Word is a workbook
/// inside. All of them must be numbers of the releases that the chart names, the two must agree, and nothing else may lie beside them. No message repeats a number.
/// </summary>
/// <param name="numbers">The numbers that may be shown.</param>
internal sealed partial class ChartRule(IEnumerable<EvidenceNumber> numbers)
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ILookup<string, EvidenceNumber> _numbers = numbers.ToLookup(number => number.Release.Id);

    /// <summary>The rule for what a clone's reproduction wrote; null where its numbers aren't there.</summary>
    public static ChartRule? Of(Repository repository) => File.Exists(repository.EvidenceNumbers) ? new ChartRule(EvidenceJson.Read(File.ReadAllText(repository.EvidenceNumbers)).Numbers) : null;

    /// <summary>Whether a file can hold charts.</summary>
    public static bool Reads(string name) => name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the charts of a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its path, for messages.</param>
    public IReadOnlyList<RuleFault> Check(byte[] file, string name)
    {
        try
        {
            using var stream = new MemoryStream(file);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (!zip.Entries.Any(entry => entry.FullName.Contains("/charts/", StringComparison.Ordinal)))
                {
                    return [];
                }
            }

            using OpenXmlPackage package = name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
            var parts = AllOf(package);
            var named = parts.SelectMany(Named).ToLookup(one => one.Chart.Uri, one => one.Name);
            return [.. parts.Where(part => part is ChartPart or ExtendedChartPart).SelectMany(part => Check(part, [.. named[part.Uri]], package as SpreadsheetDocument).Distinct().Select(fault => new RuleFault(name, null, $"chart {string.Join(", ", named[part.Uri])}: {fault}")))];
        }
        catch (Exception fault) when (fault is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException)
        {
            return [new RuleFault(name, null, "its charts can't be read: write it anew by «barometer reproduce»")];
        }
    }

    private static List<OpenXmlPart> AllOf(OpenXmlPartContainer container)
    {
        var (found, open) = (new List<OpenXmlPart>(), new Queue<OpenXmlPartContainer>([container]));
        while (open.TryDequeue(out var next))
        {
            foreach (var part in next.Parts.Select(pair => pair.OpenXmlPart).Where(part => found.TrueForAll(known => known.Uri != part.Uri)))
            {
                found.Add(part);
                open.Enqueue(part);
            }
        }

        return found;
    }

    // A chart is named by the frame that it stands in.
    private static IEnumerable<(OpenXmlPart Chart, string Name)> Named(OpenXmlPart part) =>
        part is not (MainDocumentPart or DrawingsPart) ? [] :
        from chart in Xml(part).Descendants(C + "chart")
        let id = chart.Attribute(R + "id")?.Value
        where id is not null && part.TryGetPartById(id, out _)
        let frame = chart.Ancestors().SelectMany(one => one.Elements().SelectMany(inner => inner.DescendantsAndSelf())).FirstOrDefault(one => one.Name.LocalName is "docPr" or "cNvPr")
        select (part.GetPartById(id), frame?.Attribute("name")?.Value ?? "");

    private IEnumerable<string> Check(OpenXmlPart part, IReadOnlyList<string> names, SpreadsheetDocument? host)
    {
        var known = names is [var name] ? name.Split(' ').SelectMany(id => _numbers[id]).ToList() : [];
        if (known.Count == 0 || part is not ChartPart chart)
        {
            return ["the chart stands on no release that is known"];
        }

        var xml = Xml(chart);
        List<XElement> caches = [.. xml.Descendants().Where(one => one.Name.LocalName is "numCache" or "strCache" or "dlblRangeCache")];
        var texts = caches.Where(cache => cache.Name.LocalName != "numCache").SelectMany(Cells).Select(cell => cell.Value).Concat(xml.Descendants(A + "t").Select(text => text.Value));
        var shown = new ShownNumbers(known);
        return
        [
            .. xml.Descendants(C + "ser").All(series => IsShown(series, shown, xml)) ? [] : new[] { "a series holds a number that its release doesn't show" },
            .. texts.All(shown.HasText) ? [] : new[] { "a text holds a number that its release doesn't show" },
            .. xml.Descendants().Where(one => one.Name.LocalName is "min" or "max" or "majorUnit").All(one => IsRound((string?)one.Attribute("val"))) ? [] : new[] { "an axis ends at a number that isn't round" },
            .. xml.Descendants().Any(one => one.Name.LocalName is "numLit" or "strLit" or "userShapes") ? ["a series holds numbers of its own"] : Array.Empty<string>(),
            .. Sheet(chart, caches, shown, host),
        ];
    }

    // A number with its limits is one that was released; a text's place is one of them, or an edge.
    private static bool IsShown(XElement series, ShownNumbers shown, XDocument chart)
    {
        var values = Numbers(series, "val").Concat(Numbers(series, "xVal")).ToList();
        var (above, below) = (Numbers(series, "plus").ToDictionary(one => one.Index, one => one.Number), Numbers(series, "minus").ToDictionary(one => one.Index, one => one.Number));
        var isOfTexts = series.Descendants().Any(one => one.Name.LocalName == "datalabelsRange");
        var edges = chart.Descendants(C + "scaling").SelectMany(one => one.Elements()).Where(one => one.Name.LocalName is "min" or "max").Select(one => Parsed((string?)one.Attribute("val"))).Append(0).ToList();
        var drawn = chart.Descendants(C + "ser").SelectMany(one => Numbers(one, "val").Concat(Numbers(one, "xVal"))).ToLookup(one => one.Index, one => one.Number);
        return values.TrueForAll(one => isOfTexts ? edges.Contains(one.Number) || shown.HasPart(one.Number)
                : above.ContainsKey(one.Index) || below.ContainsKey(one.Index) ? shown.Has(one.Number, one.Number - below.GetValueOrDefault(one.Index), one.Number + above.GetValueOrDefault(one.Index))
                : shown.Has(one.Number))
            && above.Keys.Concat(below.Keys).All(index => drawn[index].Any(number => shown.Has(number, number - below.GetValueOrDefault(index), number + above.GetValueOrDefault(index))))
            && Numbers(series, "yVal").All(one => one.Number == Math.Round(one.Number) && one.Number < 1000);
    }

    private static IEnumerable<string> Sheet(ChartPart chart, IReadOnlyList<XElement> caches, ShownNumbers shown, SpreadsheetDocument? host)
    {
        if (chart.EmbeddedPackagePart is not { } inside)
        {
            return host is null ? ["its numbers stand on no sheet"] : Differences(new WorkbookCells(host), caches).Take(1);
        }

        using var stream = inside.GetStream(FileMode.Open, FileAccess.Read);
        using var workbook = SpreadsheetDocument.Open(stream, false);
        var cells = new WorkbookCells(workbook);
        return
        [
            .. Differences(cells, caches).Take(1),
            .. cells.Texts().All(shown.HasText) ? [] : new[] { "a text of the workbook inside holds a number that its release doesn't show" },
            .. cells.HasOnly(caches.Select(cache => cache.Parent!.Elements().First(one => one.Name.LocalName == "f").Value)) ? [] : new[] { "the workbook inside holds more than the chart draws" },
            .. AllOf(workbook).TrueForAll(part => part is WorkbookPart or WorksheetPart or WorkbookStylesPart or CoreFilePropertiesPart) ? [] : new[] { "the workbook inside holds parts that none of ours has" },
        ];
    }

    private static IEnumerable<string> Differences(WorkbookCells cells, IEnumerable<XElement> caches) =>
        from cache in caches
        let reference = cache.Parent!.Elements().FirstOrDefault(one => one.Name.LocalName == "f")?.Value
        where reference is null || !Cells(cache).ToDictionary(one => one.Index, one => one.Value).OrderBy(one => one.Key).SequenceEqual(cells.Of(reference).OrderBy(one => one.Key))
        select "its numbers aren't those of the sheet that it draws";

    private static IEnumerable<(int Index, string Value)> Cells(XElement cache) =>
        cache.Elements().Where(one => one.Name.LocalName == "pt").Select(point => ((int)point.Attribute("idx")!, point.Elements().First().Value));

    private static IEnumerable<(int Index, decimal Number)> Numbers(XElement series, string part) =>
        series.Descendants(C + part).SelectMany(one => one.Descendants(C + "numCache")).SelectMany(Cells).Select(cell => (cell.Index, Parsed(cell.Value)));

    private static decimal Parsed(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException();

    // Half a row, or one digit and noughts.
    private static bool IsRound(string? text) => Parsed(text) * 2 is var twice && (twice == Math.Round(twice) || (text!.Trim('-', '0', '.').Length <= 1));

    private static XDocument Xml(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream);
    }

    /// <summary>The numbers that a chart may hold.</summary>
    private sealed partial class ShownNumbers(IReadOnlyList<EvidenceNumber> numbers)
    {
        private readonly HashSet<string> _written = [.. numbers.SelectMany(Written)];
        private readonly HashSet<decimal> _parts = [.. numbers.SelectMany(Parts)];

        public bool Has(decimal value) => numbers.Any(number => number.Told(number.Value) == value);

        public bool Has(decimal value, decimal lower, decimal upper) =>
            numbers.Any(number => number.Told(number.Value) == value && number.Told(number.Lower) == lower && number.Told(number.Upper) == upper);

        public bool HasPart(decimal number) => _parts.Contains(number);

        public bool HasText(string text) => Number().Matches(text).All(match => Readings(match.Value).Any(_written.Contains));

        // Labels of groups and answers have numbers of their own: 1–4 employees.
        private static IEnumerable<string> Written(EvidenceNumber number) =>
        [
            .. Parts(number).Concat(new[] { number.Respondents, number.Base, 95m }.OfType<decimal>()).SelectMany(part => Enumerable.Range(0, 3), (part, decimals) =>
                Rounding.HalfAwayFromZero(Math.Abs(part), decimals).ToString(CultureInfo.InvariantCulture)).Select(Plain),
            .. Labels(number).OfType<LocalizedText>().SelectMany(text => new[] { text.Nb, text.En }).SelectMany(text => Number().Matches(text)).SelectMany(match => Readings(match.Value)),
        ];

        private static IEnumerable<LocalizedText?> Labels(EvidenceNumber number) => [number.Definition, number.Unit, number.Outcome?.Label, .. number.Groups.SelectMany(group => new[] { group.Label, group.Name, group.Reference is { } code ? new LocalizedText(code, code) : null })];

        private static IEnumerable<decimal> Parts(EvidenceNumber number) => new[] { number.Told(number.Value), number.Told(number.Lower), number.Told(number.Upper) }.OfType<decimal>();

        // A comma is a decimal's, or stands between thousands.
        private static IEnumerable<string> Readings(string text) => new[] { text.Replace(',', '.'), text.Replace(",", "", StringComparison.Ordinal) }.Select(one => Plain(one.Replace("\u00A0", "", StringComparison.Ordinal)));

        private static string Plain(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

        [GeneratedRegex(@"\d+(?:\u00A0\d{3})*(?:[.,]\d+)*")]
        private static partial Regex Number();
    }

    /// <summary>The cells of a workbook.</summary>
    private sealed partial class WorkbookCells
    {
        private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private readonly Dictionary<(string Sheet, int Row, int Column), string> _cells = [];
        private readonly bool _hasMore;

        public WorkbookCells(SpreadsheetDocument workbook)
        {
            foreach (var sheet in Xml(workbook.WorkbookPart!).Descendants(S + "sheet"))
            {
                var page = Xml(workbook.WorkbookPart!.GetPartById((string)sheet.Attribute(R + "id")!));
                _hasMore |= page.Root!.Elements().Any(one => one.Name.LocalName is not ("cols" or "sheetData")) || page.Descendants(S + "f").Any();
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

        public IEnumerable<string> Texts() => _cells.Values.Where(value => !IsNumber(value));

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

        private static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

        private static (string Sheet, int Column, int First, int Last) Parsed(string reference)
        {
            var match = Range().Match(reference);
            return !match.Success ? throw new InvalidDataException() :
                (match.Groups[1].Value, match.Groups[2].Value[0] - 'A', int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture));
        }

        [GeneratedRegex(@"^'([^']+)'!\$([A-Z])\$(\d{1,6}):\$\2\$(\d{1,6})\z")]
        private static partial Regex Range();
    }
}
