using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Figures.Static;

/// <summary>
/// The structure of a figure's PDF file (ISO 32000-1, 14.7 and 14.8): what is title, text and figure, in which order and language it is
/// read, and the chart in words. Skia lets none be given from .NET, so the parts are drawn as a page each and laid onto one here.
/// </summary>
internal sealed partial class PdfStructure
{
    private readonly SortedDictionary<int, string> _objects = [];
    private readonly List<string> _drawings = [];
    private readonly string _information;

    // A file of Skia's: objects as plain text but for their streams, and one table of where they begin.
    private PdfStructure(string drawn)
    {
        var table = drawn.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        var starts = Start().Matches(drawn, table).Select((entry, index) => (Number: index + 1, At: int.Parse(entry.ValueSpan[..10], CultureInfo.InvariantCulture))).OrderBy(entry => entry.At).ToList();
        foreach (var ((number, at), end) in starts.Zip([.. starts.Skip(1).Select(entry => entry.At), table]))
        {
            _objects.Add(number, drawn[(drawn.IndexOf('\n', at) + 1)..(end - "\nendobj\n".Length)]);
        }

        _information = Information().Match(drawn, table).Value;
    }

    /// <summary>The file with one page, whose parts are tagged.</summary>
    /// <param name="drawn">The file as Skia wrote it, with a page for each part.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="parts">Its parts in the order they are read.</param>
    /// <param name="scale">Points a unit.</param>
    public static byte[] Tagged(byte[] drawn, FigureDescription figure, IReadOnlyList<FigurePart> parts, float scale)
    {
        var file = new PdfStructure(Encoding.Latin1.GetString(drawn));
        file.TakeDrawings();
        return file.Write(file.Lay(figure, parts, scale));
    }

    private void TakeDrawings()
    {
        foreach (var (number, body) in _objects.Where(one => Tree().IsMatch(one.Value)).ToList())
        {
            _objects.Remove(number);
            if (body.StartsWith("<</Type /Page\n", StringComparison.Ordinal))
            {
                _drawings.Add(body);
            }
        }
    }

    /// <summary>Lays the parts' drawings onto one page, each as marked content of its own, and returns the catalog's number.</summary>
    private int Lay(FigureDescription figure, IReadOnlyList<FigurePart> parts, float scale)
    {
        var (catalog, pages, page, root, document) = (Add(""), Add(""), Add(""), Add(""), Add(""));
        var (content, elements, close) = (new List<int>(), new List<int>(), "");
        foreach (var (part, drawing) in parts.Zip(_drawings))
        {
            content.Add(AddStream("", $"{close}{Opening(part, elements.Count)}\nq\n"));
            content.Add(int.Parse(Contents().Match(drawing).Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            close = "Q\nEMC\n";
            if (part.Tag is not null)
            {
                elements.Add(Add($"<</Type /StructElem\n/S /{part.Tag}\n/P {document} 0 R\n/Pg {page} 0 R\n/K {elements.Count}{InWords(part, _drawings[0], scale)}>>"));
            }
        }

        content.Add(AddStream("", close));
        var metadata = AddStream("/Type /Metadata\n/Subtype /XML\n", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Metadata(figure))));
        _objects[catalog] = $"<</Type /Catalog\n/Pages {pages} 0 R\n/Lang ({Markup.LongTag(figure.Language)})\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot {root} 0 R\n/Metadata {metadata} 0 R>>";
        _objects[pages] = $"<</Type /Pages\n/Count 1\n/Kids [{page} 0 R]>>";
        _objects[page] = $"<</Type /Page\n/Parent {pages} 0 R\n{PaperSize().Match(_drawings[0]).Value}\n/Resources <<{Resources()}>>\n/Contents [{References(content)}]\n/StructParents 0\n/Tabs /S>>";
        _objects[root] = $"<</Type /StructTreeRoot\n/K {document} 0 R\n/ParentTree <</Nums [0 [{References(elements)}]]>>\n/ParentTreeNextKey 1>>";
        _objects[document] = $"<</Type /StructElem\n/S /Document\n/P {root} 0 R\n/K [{References(elements)}]>>";
        return catalog;
    }

    // A line with a letter that the font lacks is drawn as outlines, so the words are said beside it.
    private static string Opening(FigurePart part, int id) => part.Tag is null ? "/Artifact BMC"
        : $"/{part.Tag} <</MCID {id}{(part.Tag == "Figure" || TextFace.IsInPart(part.Text) ? "" : $" /ActualText {Words(part.Text)}")}>> BDC";

    private static string InWords(FigurePart part, string drawing, float scale)
    {
        var box = part.Box;
        var height = float.Parse(PaperSize().Match(drawing).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return part.Tag != "Figure" ? ""
            : FormattableString.Invariant($"\n/Alt {Words(part.Text)}\n/A <</O /Layout /Placement /Block /BBox [{box.Left * scale:0.##} {height - (box.Bottom * scale):0.##} {box.Right * scale:0.##} {height - (box.Top * scale):0.##}]>>");
    }

    // Skia names a resource by its object's number, so that a name means the same in all drawings.
    private string Resources() => string.Join('\n', _drawings.SelectMany(drawing => Named().Matches(drawing))
        .GroupBy(match => match.Groups[1].Value, match => match.Groups[2].Captures.Select(one => one.Value.Trim()))
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"/{kind.Key} <<{string.Join('\n', kind.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal))}>>"));

    private static string Metadata(FigureDescription figure) =>
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Markup.Encode(figure.Title)}</rdf:li></rdf:Alt></dc:title>\n"
        + $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Markup.Encode(figure.AltText)}</rdf:li></rdf:Alt></dc:description>\n"
        + $"<dc:creator><rdf:Seq><rdf:li>{PdfFile.Author}</rdf:li></rdf:Seq></dc:creator>\n<dc:language><rdf:Bag><rdf:li>{Markup.LongTag(figure.Language)}</rdf:li></rdf:Bag></dc:language>\n"
        + $"<pdf:Keywords>{Markup.Encode(figure.Stamp.Id)}</pdf:Keywords>\n</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

    /// <summary>The whole file. Its identifier is a digest of what stands in it, so that the same figure is the same file.</summary>
    private byte[] Write(int catalog)
    {
        var text = new StringBuilder("%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n");
        var table = new StringBuilder();
        foreach (var (number, body) in _objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text.ToString())).AsSpan(0, 16));
        var at = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {_objects.Count + 1}\n/Root {catalog} 0 R\n{_information}\n/ID [<{id}> <{id}>]>>\nstartxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>Adds an object under the lowest free number: those of the drawings' pages first, so that the table has no holes.</summary>
    private int Add(string body)
    {
        var number = Enumerable.Range(1, _objects.Count + 1).First(number => !_objects.ContainsKey(number));
        _objects.Add(number, body);
        return number;
    }

    private int AddStream(string entries, string data) => Add($"<<{entries}/Length {data.Length}>> stream\n{data}\nendstream");

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));

    private static string Words(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"[0-9]{10} 00000 n")]
    private static partial Regex Start();

    [GeneratedRegex(@"/Info [0-9]+ 0 R")]
    private static partial Regex Information();

    [GeneratedRegex(@"^<</Type /(Page|Pages|Catalog)\n")]
    private static partial Regex Tree();

    [GeneratedRegex(@"/Contents ([0-9]+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/MediaBox \[0 0 [0-9.]+ ([0-9.]+)\]")]
    private static partial Regex PaperSize();

    [GeneratedRegex(@"/(\w+) <<(/\w+ [0-9]+ 0 R\s*)+>>")]
    private static partial Regex Named();
}
