using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Figures;

/// <summary>Reads a figure's PDF file as ISO 32000-1 (14.7, 14.8) says, by its table of references, and looks at what a screen reader gets.</summary>
public partial class PdfStructureTests
{
    public static TheoryData<string> Names => [.. Kinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPdf_AnyFigure_IsReadAsMarkTitleSubtitleFigureNotesAndSource(string name)
    {
        var figure = Kinds.All[name]();
        var (objects, content) = Read(figure.ToPdf());
        var root = One(objects, "<</Type /StructTreeRoot\n");
        var read = References(objects[Reference(root, "K")], "K");

        string[] expected = [.. figure.Description.Mark is null ? [] : new[] { "P" }, .. figure.Description.HasTitle ? ["H1"] : Array.Empty<string>(), "P", "Figure", .. figure.Description.Notes.Select(_ => "P"), "P"];
        Assert.Equal(expected, read.Select(element => Tag().Match(objects[element]).Groups[1].Value));
        Assert.Equal(read, References(root, "0"));
        Assert.Equal(Enumerable.Range(0, read.Count).Select(id => $"{id}"), read.Select(element => Match(objects[element], "/K ([0-9]+)")));
        Assert.Equal(expected.Select((tag, id) => $"{tag} {id}"), Marked().Matches(content).Select(mark => $"{mark.Groups[1].Value} {mark.Groups[2].Value}"));
        Assert.Contains("/StructParents 0\n", One(objects, "<</Type /Page\n"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToPdf_AnyFigure_PaintsNothingOutsideItsPartsAndNamesOnlyWhatItHas(string name)
    {
        var (objects, content) = Read(Kinds.All[name]().ToPdf());
        var resources = Named().Matches(Match(One(objects, "<</Type /Page\n"), "(?s)/Resources <<(.*?)>>>>")).Select(one => one.Value).ToHashSet();

        var depth = 0;
        foreach (var line in content.Split('\n'))
        {
            depth += line.EndsWith(" BDC", StringComparison.Ordinal) || line.EndsWith(" BMC", StringComparison.Ordinal) ? 1 : line == "EMC" ? -1 : 0;
            Assert.InRange(depth, line.EndsWith(" Tj", StringComparison.Ordinal) || line is "f" or "S" or "f*" ? 1 : 0, 1);
        }

        Assert.Equal(0, depth);
        Assert.Equal(Used().Matches(content).Select(one => one.Groups[1].Value).ToHashSet(), resources);
    }

    [Fact]
    public void ToPdf_Chart_IsSaidInTheFiguresOwnWordsAndStandsOnThePage()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        var (objects, _) = Read(figure.ToPdf());
        var element = One(objects, "<</Type /StructElem\n/S /Figure\n");

        Assert.Equal(figure.AltText, Words(Match(element, "/Alt <FEFF([0-9A-F]+)>")));
        var box = Match(element, @"/BBox \[([^\]]+)\]").Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(box[0], 0, box[2]);
        Assert.InRange(box[2], 400, 454);
        Assert.InRange(box[3] - box[1], 50, double.Parse(Match(One(objects, "<</Type /Page\n"), @"/MediaBox \[0 0 454 ([0-9]+)"), CultureInfo.InvariantCulture) - 50);
    }

    [Theory]
    [InlineData("nb-NO", true)]
    [InlineData("nb-NO", false)]
    [InlineData("en-GB", true)]
    [InlineData("en-GB", false)]
    public void ToPdf_LanguageAndTitle_AreTheFilesOwn(string language, bool hasTitle)
    {
        var figure = Figure.Bars(TestReleases.ByGroup()).In(language == "en-GB" ? Language.En : Language.Nb);
        var (objects, _) = Read((hasTitle ? figure : figure.ForMinistry()).ToPdf());
        var catalog = One(objects, "<</Type /Catalog\n");

        Assert.Equal(language, Match(catalog, @"/Lang \(([^)]*)\)"));
        Assert.Contains("/MarkInfo <</Marked true>>", catalog, StringComparison.Ordinal);
        Assert.Contains("/ViewerPreferences <</DisplayDocTitle true>>", catalog, StringComparison.Ordinal);
        Assert.Equal(hasTitle, objects.Values.Any(body => body.StartsWith("<</Type /StructElem\n/S /H1\n", StringComparison.Ordinal)));
        var metadata = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(objects[Reference(catalog, "Metadata")]));
        Assert.Contains($"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{figure.Title}<", metadata, StringComparison.Ordinal);
        Assert.Contains($"<dc:language><rdf:Bag><rdf:li>{language}<", metadata, StringComparison.Ordinal);
        Assert.StartsWith("<</Title ", objects[Reference(objects[0], "Info")], StringComparison.Ordinal);
    }

    [Fact]
    public void ToPdf_TitleDrawnAsOutlines_IsSaidBesideIt()
    {
        var (_, drawn) = Read(Figure.Bars(TestReleases.ByGroup()).Titled("Fra 3 → 5 (av 7)", "From 3 → 5").ToPdf());
        var (_, written) = Read(Figure.Bars(TestReleases.ByGroup()).Titled("Fra 3 til 5 (av 7)", "From 3 to 5").ToPdf());

        Assert.Equal("Fra 3 → 5 (av 7)", Words(Match(drawn, "/H1 <</MCID 1 /ActualText <FEFF([0-9A-F]+)>>> BDC")));
        Assert.DoesNotContain("ActualText", written, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPdf_Identifier_IsOfWhatTheFileHolds()
    {
        var figure = Figure.Bars(TestReleases.ByGroup());
        string[] ids = [.. new[] { figure, figure, figure.In(Language.En) }.Select(one => Match(Read(one.ToPdf()).Objects[0], "/ID \\[<([0-9A-F]{32})> <\\1>\\]"))];

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    // The objects by number, as the table at the file's end has them; 0 is the trailer. And the page's drawing operators.
    private static (Dictionary<int, string> Objects, string Content) Read(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = text[int.Parse(Match(text, "startxref\n([0-9]+)\n%%EOF\n$"), CultureInfo.InvariantCulture)..];
        var objects = new Dictionary<int, string> { [0] = table[table.IndexOf("trailer", StringComparison.Ordinal)..] };
        foreach (var (line, number) in table[..table.IndexOf("trailer", StringComparison.Ordinal)].Split('\n').Skip(3).SkipLast(1).Select((line, index) => (line, index + 1)))
        {
            Assert.Equal(19, line.Length);
            var at = int.Parse(line.AsSpan(0, 10), CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[at..(at + 12)], StringComparison.Ordinal);
            objects.Add(number, text[(at + $"{number} 0 obj\n".Length)..text.IndexOf("\nendobj\n", at, StringComparison.Ordinal)]);
        }

        Assert.Equal($"{objects.Count}", Match(objects[0], "/Size ([0-9]+)"));
        return (objects, string.Join('\n', References(One(objects, "<</Type /Page\n"), "Contents").Select(number => Stream(objects[number]))));
    }

    private static string Stream(string body)
    {
        var data = body[(body.IndexOf("stream\n", StringComparison.Ordinal) + 7)..body.LastIndexOf("\nendstream", StringComparison.Ordinal)];
        Assert.Equal($"{data.Length}", Match(body, "/Length ([0-9]+)"));
        if (!body.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return data;
        }

        using var inflated = new StreamReader(new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(data)), CompressionMode.Decompress), Encoding.Latin1);
        return inflated.ReadToEnd();
    }

    private static string One(Dictionary<int, string> objects, string start) => Assert.Single(objects.Values, body => body.StartsWith(start, StringComparison.Ordinal));

    private static int Reference(string body, string key) => int.Parse(Match(body, $"/{key} ([0-9]+) 0 R"), CultureInfo.InvariantCulture);

    private static List<int> References(string body, string key) =>
        [.. Match(body, $@"{key} \[((?:[0-9]+ 0 R ?)+)\]").Split(" 0 R", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Match(string text, string pattern) => Assert.Single(Regex.Matches(text, pattern)).Groups[1].Value;

    private static string Words(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    [GeneratedRegex("^<</Type /StructElem\n/S /(\\w+)\n")]
    private static partial Regex Tag();

    [GeneratedRegex("^/(\\w+) <</MCID ([0-9]+).*>> BDC$", RegexOptions.Multiline)]
    private static partial Regex Marked();

    [GeneratedRegex("/[A-Z]+[0-9]+(?= [0-9]+ 0 R)")]
    private static partial Regex Named();

    [GeneratedRegex("^(/[A-Z]+[0-9]+) (?:gs|.* Tf|Do|scn)$", RegexOptions.Multiline)]
    private static partial Regex Used();
}
