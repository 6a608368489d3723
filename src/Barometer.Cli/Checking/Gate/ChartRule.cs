using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// A native chart in a Word document or a workbook carries its numbers with it: as its own parts keep them, and in the sheet they stand on, which in Word is a workbook
/// inside. All of them must be numbers of the releases that the chart names, and the two must agree; so must every text of the chart, of its frame and of whatever lies beneath it, wherever it stands
/// (<see cref="OfficeParts"/>). A workbook has no other parts than ours have, and hides nothing. No message repeats a number.
/// </summary>
/// <param name="numbers">The numbers that may be shown.</param>
internal sealed partial class ChartRule(IEnumerable<EvidenceNumber> numbers)
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

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
            using var parts = new OfficeParts(stream, name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase));
            var frames = parts.Charts().ToLookup(one => one.Chart.Uri, one => one.Frame);
            return
            [
                .. parts.Hides().Select(fault => new RuleFault(name, null, fault)),
                .. parts.All.Where(part => part is ChartPart or ExtendedChartPart)
                    .SelectMany(part => Check(part, [.. frames[part.Uri]], parts).Distinct().Select(fault => new RuleFault(name, null, $"chart {string.Join(", ", frames[part.Uri].Select(OfficeParts.NameOf))}: {fault}"))),
            ];
        }
        catch (Exception fault) when (fault is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException)
        {
            return [new RuleFault(name, null, "its charts can't be read: write it anew by «barometer reproduce»")];
        }
    }

    private IEnumerable<string> Check(OpenXmlPart part, IReadOnlyList<XElement> frames, OfficeParts host)
    {
        string[] releases = frames is [var frame] ? OfficeParts.NameOf(frame).Split(' ') : [];
        if (releases.Length == 0 || !releases.All(_numbers.Contains) || part is not ChartPart chart)
        {
            return ["the chart stands on no release that is known"];
        }

        var xml = OfficeParts.Xml(chart);
        List<XElement> caches = [.. xml.Descendants().Where(one => one.Name.LocalName is "numCache" or "strCache" or "dlblRangeCache")];
        var shown = new ShownNumbers([.. releases.SelectMany(id => _numbers[id])]);
        return
        [
            .. xml.Descendants(C + "ser").All(series => IsShown(series, shown, xml)) ? [] : new[] { "a series holds a number that its release doesn't show" },
            .. OfficeParts.Texts(xml).Concat(frames.SelectMany(OfficeParts.Texts).Where(text => text != OfficeParts.NameOf(frames[0]))).All(shown.HasText) ? [] : new[] { "a text holds a number that its release doesn't show" },
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

    private static IEnumerable<string> Sheet(ChartPart chart, IReadOnlyList<XElement> caches, ShownNumbers shown, OfficeParts host)
    {
        if (chart.EmbeddedPackagePart is not { } inside)
        {
            return host.Cells is { } own ? Differences(own, caches).Take(1) : ["its numbers stand on no sheet"];
        }

        using var stream = new MemoryStream();
        using (var content = inside.GetStream(FileMode.Open, FileAccess.Read))
        {
            content.CopyTo(stream);
        }

        using var workbook = new OfficeParts(stream, isWord: false);
        return
        [
            .. Differences(workbook.Cells!, caches).Take(1),
            .. workbook.Texts().All(shown.HasText) ? [] : new[] { "a text of the workbook inside holds a number that its release doesn't show" },
            .. workbook.Cells!.HasOnly(caches.Select(cache => cache.Parent!.Elements().First(one => one.Name.LocalName == "f").Value)) ? [] : new[] { "the workbook inside holds more than the chart draws" },
            .. workbook.Hides().Select(fault => $"the workbook inside: {fault}"),
        ];
    }

    private static IEnumerable<string> Differences(SheetCells cells, IEnumerable<XElement> caches) =>
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

    /// <summary>The numbers that a chart may hold.</summary>
    private sealed partial class ShownNumbers(IReadOnlyList<EvidenceNumber> numbers)
    {
        private readonly HashSet<string> _written = [.. numbers.SelectMany(Written)];
        private readonly HashSet<decimal> _parts = [.. numbers.SelectMany(Parts)];

        public bool Has(decimal value) => numbers.Any(number => number.Told(number.Value) == value);

        public bool Has(decimal value, decimal lower, decimal upper) =>
            numbers.Any(number => number.Told(number.Value) == value && number.Told(number.Lower) == lower && number.Told(number.Upper) == upper);

        public bool HasPart(decimal number) => _parts.Contains(number);

        public bool HasText(string text) => Number().Matches(Counted().Replace(text, HowMany)).All(match => Readings(match.Value).Any(_written.Contains));

        // «3 av 11 forskjeller» in a title, and how many of a figure's numbers may not be shown.
        private string HowMany(Match match) => match.Groups["withheld"].Success || (match.Groups["some"].Value == numbers.Count(IsCertain).ToString(CultureInfo.InvariantCulture)
            && int.Parse(match.Groups["all"].Value, CultureInfo.InvariantCulture) <= numbers.Count) ? "" : match.Value;

        private static bool IsCertain(EvidenceNumber number) => number.Measure == CodeName.Of(Measure.OddsRatio) ? number.Lower > 1 || number.Upper < 1 : number.Lower > 0 || number.Upper < 0;

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

        [GeneratedRegex(@"\b(?<some>\d{1,3}) (?:av|of) (?<all>\d{1,3})\b(?<withheld> tall kan ikke offentliggjøres| numbers (?:is|are) withheld)?")]
        private static partial Regex Counted();
    }
}
