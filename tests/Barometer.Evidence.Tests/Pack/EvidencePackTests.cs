using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Pack;

public partial class EvidencePackTests
{
    private static readonly Lazy<IReadOnlyList<ArtifactFile>> Files = new(() => PackSample.Make().Files());

    [Fact]
    public void Files_SameExhibits_GiveTheSameBytes()
    {
        var again = PackSample.Make().Files();

        Assert.Equal(["evidence/evidence.docx", "evidence/evidence-en.docx", "evidence/tallgrunnlag.xlsx", "evidence/tallgrunnlag-en.xlsx", "evidence/evidence.json"], Files.Value.Select(file => file.Name));
        Assert.All(Files.Value.Zip(again), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
    }

    [Fact]
    public void Document_IsValidWithHeadingsCaptionsHeaderRowsAndAltTexts()
    {
        var file = Files.Value[0].Bytes;
        var text = OfficeFiles.Parts(file)["word/document.xml"];

        Assert.Empty(OfficeFiles.ErrorsOfWord(file));
        Assert.Equal(3, Heading().Count(text)); // two notebooks and the annex
        Assert.Equal(["1", "1", "2"], Captions().Matches(text).Select(match => match.Groups[1].Value));
        Assert.Equal(Tables().Count(text), text.Split("<w:tblHeader").Length - 1);
        Assert.All(Description().Matches(text).Select(match => match.Groups[1].Value), alt => Assert.True(alt.Length > 40, alt));
        Assert.Contains("Vedlegg: metode", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_NumbersThatWereGivenBefore_StandInHeadingsAndCaptions()
    {
        var numbers = ExhibitNumbers.Parse("number,theme,file,state\nFigur 7.4,second,figures/gone.svg,withdrawn\nTabell 9.1,third,tables/gone.csv,withdrawn\n");
        var pack = PackSample.Make(PackSample.Origin with { Numbers = numbers });

        var parts = OfficeFiles.Parts(pack.Files()[0].Bytes);

        Assert.Equal(["Figur 7.5", "Figur 7.6", "Figur 10.1", "Tabell 10.1"], pack.Items.Select(item => item.Label.Nb));
        Assert.Equal(["5", "6", "1"], Captions().Matches(parts["word/document.xml"]).Select(match => match.Groups[1].Value));
        Assert.Equal(["7", "10"], StartAt().Matches(parts["word/numbering.xml"]).Select(match => match.Groups[1].Value));
        Assert.Empty(OfficeFiles.ErrorsOfWord(pack.Files()[0].Bytes));
    }

    [Fact]
    public void Document_FieldsRenewed_ShowTheNumbersTheyHave()
    {
        // Withdrawn before, between and after, and one that stands after a higher number.
        var numbers = ExhibitNumbers.Parse("number,theme,file,state\nFigur 7.4,second,figures/gone.svg,withdrawn\nFigur 1.3,first,figures/innovated-by-group.svg,shown\nTabell 9.1,third,tables/gone.csv,withdrawn\n");
        foreach (var file in PackSample.Make(PackSample.Origin with { Numbers = numbers }).Files().Take(2))
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (Match field in Counted().Matches(OfficeFiles.Parts(file.Bytes)["word/document.xml"]))
            {
                if (!field.Groups[1].Success)
                {
                    counts.Clear();
                    continue;
                }

                var (kind, code, shown) = (field.Groups[1].Value, field.Groups[2].Value, field.Groups[3].Value);
                counts[kind] = code.Contains("\\r ", StringComparison.Ordinal) ? int.Parse(code.Split("\\r ")[1], System.Globalization.CultureInfo.InvariantCulture) : counts.GetValueOrDefault(kind) + 1;
                Assert.Equal(code.Contains("\\h", StringComparison.Ordinal) ? "" : FormattableString.Invariant($"{counts[kind]}"), shown);
            }
        }
    }

    [Fact]
    public void Document_ReferencesAndLists_GoToPlacesThatAreThere() => Assert.All(Files.Value.Take(2), file =>
    {
        var text = OfficeFiles.Parts(file.Bytes)["word/document.xml"];
        List<string> places = [.. Places().Matches(text).Select(match => match.Groups[1].Value)];
        List<string> named = [.. Named().Matches(text).Select(match => match.Groups[1].Value + match.Groups[2].Value)];

        Assert.Equal(places.Distinct(), places);
        Assert.Equal(3 + (2 * 4), named.Count); // the contents of three chapters; four exhibits, each in a list and in its chapter's first paragraph
        Assert.Empty(named.Except(places));
        Assert.DoesNotContain(places.Except(named), place => !place.Contains("_A_", StringComparison.Ordinal));
    });

    [Fact]
    public void Files_SentenceUnderAFigure_StandsInTheDocumentsAndTheWorkbook()
    {
        var released = new ReleasedEstimates(TestReleases.ByGroup(), Language.Nb);
        var exhibit = PackSample.Exhibit("share", "bars", released.Bars());
        exhibit.Add(released.Sentence("{innovated@Directorate} av direktoratene.", "{innovated@Directorate} of the directorates.").Text);

        var files = new EvidencePack([new PackTheme(new("Hvem?", "Who?"), [exhibit])], PackSample.Origin).Files();

        Assert.Contains(" av direktoratene.", OfficeFiles.Parts(files[0].Bytes)["word/document.xml"], StringComparison.Ordinal);
        Assert.Contains(" of the directorates.", OfficeFiles.Parts(files[1].Bytes)["word/document.xml"], StringComparison.Ordinal);
        Assert.Contains(" av direktoratene.", OfficeFiles.Parts(files[2].Bytes)["xl/worksheets/sheet3.xml"], StringComparison.Ordinal);
        Assert.Empty(OfficeFiles.ErrorsOfWord(files[0].Bytes));
        Assert.Empty(OfficeFiles.ErrorsOfExcel(files[2].Bytes));
    }

    [Theory]
    [InlineData(0, "SEQ Figur ", "Spørsmål: «", "Tallene står i tallgrunnlag.xlsx, arket «Figur ")]
    [InlineData(1, "SEQ Figure ", "Question: “", "The numbers are in tallgrunnlag-en.xlsx, sheet “Figure ")]
    public void Document_FigureOfAQuestion_SaysWhatWasAskedUnderThePicture(int file, string caption, string question, string origin)
    {
        var pack = new EvidencePack([new PackTheme(new("Hvem?", "Who?"), [PackSample.Exhibit("share", "dots", TestSchemes.Share().Dots())])], PackSample.Origin);

        var text = OfficeFiles.Parts(pack.Files()[file].Bytes)["word/document.xml"];

        var start = text.IndexOf(caption, StringComparison.Ordinal);
        var end = text.IndexOf(origin, start, StringComparison.Ordinal);
        Assert.Contains(question, text[start..end], StringComparison.Ordinal);
    }

    [Fact]
    public void Document_InEnglish_IsValidAndEnglishThroughout()
    {
        var file = Files.Value[1].Bytes;
        var parts = OfficeFiles.Parts(file);
        var (text, norwegian) = (parts["word/document.xml"], OfficeFiles.Parts(Files.Value[0].Bytes)["word/document.xml"]);

        Assert.Empty(OfficeFiles.ErrorsOfWord(file));
        Assert.Equal(Description().Count(norwegian), Description().Count(text));
        Assert.Contains("Annex: method", text, StringComparison.Ordinal);
        Assert.Contains("Thresholds of release", text, StringComparison.Ordinal);
        Assert.Contains(" SEQ Figure ", text, StringComparison.Ordinal);
        Assert.Contains("en-GB", parts["word/styles.xml"], StringComparison.Ordinal);
        Assert.All(["Vedlegg", "Kilde:", "Søylediagram", "Syntetiske data", "Tallene står"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_InEnglish_HasTheEnglishPictures()
    {
        var (norwegian, english) = (Pictures(Files.Value[0].Bytes), Pictures(Files.Value[1].Bytes));

        Assert.Equal(norwegian.Length, english.Length);
        Assert.All(norwegian.Zip(english), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Workbook_IsValidWithOneVisibleSheetAnExhibitThatLeadsBack()
    {
        foreach (var (file, names, mark) in new[] { (2, new[] { "Innhold", "Om", "Figur 1.1", "Tabell 1.1", "Figur 2.1", "Figur 2.2" }, "Syntetiske data"), (3, ["Contents", "About", "Figure 1.1", "Table 1.1", "Figure 2.1", "Figure 2.2"], "Synthetic data") })
        {
            var parts = OfficeFiles.Parts(Files.Value[file].Bytes);
            var sheets = Enumerable.Range(1, names.Length).Select(i => parts[$"xl/worksheets/sheet{i}.xml"]).ToList();
            var tables = parts.Where(part => part.Key.StartsWith("xl/tables/", StringComparison.Ordinal)).Select(part => part.Value).ToList();

            Assert.Empty(OfficeFiles.ErrorsOfExcel(Files.Value[file].Bytes));
            Assert.Equal(names, SheetName().Matches(parts["xl/workbook.xml"]).Select(match => match.Groups[1].Value));
            Assert.DoesNotContain("hidden", parts["xl/workbook.xml"], StringComparison.OrdinalIgnoreCase);
            Assert.All(sheets.Skip(1), sheet => Assert.Contains($"location=\"'{names[0]}'!A1\"", sheet, StringComparison.Ordinal));
            Assert.Contains(mark, sheets[1], StringComparison.Ordinal);
            Assert.Equal(names.Length - 1, tables.Count); // all but the sheet about it
            Assert.Equal(tables.Count, tables.Select(table => TableName().Match(table).Groups[1].Value).Distinct().Count());
            Assert.Equal(2, parts.Keys.Count(name => name.StartsWith("xl/drawings/charts/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Workbook_FigureAndTableOfTheSameNumbers_ShareASheet()
    {
        var released = TestReleases.ByGroup();
        var pack = new EvidencePack([new PackTheme(new("Hvem?", "Who?"), [PackSample.Exhibit("a", "table", EvidenceTable.Of(released)), PackSample.Exhibit("a", "bars", Figure.Bars(released))])], PackSample.Origin);

        var parts = OfficeFiles.Parts(pack.Files()[2].Bytes);

        Assert.Equal(["Innhold", "Om", "Figur 1.1"], SheetName().Matches(parts["xl/workbook.xml"]).Select(match => match.Groups[1].Value));
        Assert.Equal(2, parts["xl/worksheets/sheet1.xml"].Split("location=\"'Figur 1.1'!A1\"").Length - 1);
        Assert.Contains("Tabell 1.1 ", parts["xl/worksheets/sheet3.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_EachHasWhatMadeIt()
    {
        using var json = JsonDocument.Parse(Files.Value[4].Bytes);
        var number = json.RootElement.GetProperty("numbers").EnumerateArray().First(one => one.GetProperty("id").GetString() == "innovated-by-group/innovated=yes@Directorate");

        Assert.Equal((0.874m, 0.832m, 0.907m, 243), (
            number.GetProperty("value").GetDecimal(), number.GetProperty("ciLower").GetDecimal(), number.GetProperty("ciUpper").GetDecimal(), number.GetProperty("n").GetInt32()));
        Assert.Equal(("first", "bars", "Figur 1.1"), (
            number.GetProperty("notebook").GetString(), number.GetProperty("cell").GetString(), number.GetProperty("exhibit").GetProperty("nb").GetString()));
        Assert.Equal(PackSample.Origin.Commit, number.GetProperty("codeVersion").GetString());
        Assert.Equal("innovated-by-group", number.GetProperty("release").GetProperty("id").GetString());
        Assert.Equal(("operational-2018", "2", "2026-11-30", true), json.RootElement.GetProperty("data")[0] is var data
            ? (data.GetProperty("survey").GetString(), data.GetProperty("version").GetString(), data.GetProperty("date").GetString(), data.GetProperty("synthetic").GetBoolean()) : default);
    }

    [Fact]
    public void Numbers_WrittenAndRead_AreThoseOfThePack()
    {
        var (made, read) = (PackSample.Make().Numbers(), EvidenceJson.Read(Encoding.UTF8.GetString(Files.Value[4].Bytes)));

        Assert.NotEmpty(read.Numbers);
        Assert.Equal(EvidenceJson.Write(made), EvidenceJson.Write(read));
        Assert.Equal(
            made.Numbers.Select(number => (number.Id, number.Told(number.Value), number.IsSynthetic)), read.Numbers.Select(number => (number.Id, number.Told(number.Value), number.IsSynthetic)));
    }

    [Fact]
    public void Numbers_OneThatMayNotBeShown_HasNoneAnywhere()
    {
        using var json = JsonDocument.Parse(Files.Value[4].Bytes);
        var hidden = json.RootElement.GetProperty("numbers").EnumerateArray().Where(one => one.GetProperty("status").GetString() == ":").ToArray();

        Assert.NotEmpty(hidden);
        Assert.All(hidden, one => Assert.All(
            new[] { "value", "ciLower", "ciUpper", "n" }, name => Assert.Equal(JsonValueKind.Null, one.GetProperty(name).ValueKind)));
    }

    [Fact]
    public void Files_SuppressedCell_HasNoNumberInPropertiesSheetsOrAltTexts()
    {
        var secret = TestReleases.ByGroup().Content.Estimates.Single(estimate => !ReleasedCell.IsShown(estimate));
        var sheet = OfficeFiles.Parts(Files.Value[2].Bytes)["xl/worksheets/sheet3.xml"];
        var row = RowOf().Matches(sheet).First(match => match.Value.Contains(secret.Groups[0].Label.Nb, StringComparison.Ordinal)).Value;

        Assert.DoesNotContain("<x:v>", row, StringComparison.Ordinal);
        Assert.Equal(4, row.Split(">:<").Length - 1);
        foreach (var file in Files.Value.Where(file => !file.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var properties = OfficeFiles.Parts(file.Bytes).Single(part => part.Key.Contains("core", StringComparison.Ordinal)).Value;
            Assert.DoesNotContain(properties.Split("<dc:title>")[1].Replace("2018", "", StringComparison.Ordinal).Split("</dc:title>")[0], char.IsDigit);
        }
    }

    [Fact]
    public void Page_Exhibits_StandInTheirOrderWithTheirStatus()
    {
        var lines = PackRegister.Page(PackSample.Make().Items).Split('\n').Where(line => line.StartsWith("| Figur ", StringComparison.Ordinal) || line.StartsWith("| Tabell ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            "| Figur 1.1 | Har innført minst én innovasjon, etter virksomhetsgruppe | [first](../notebooks/first.ipynb) | `bars` | `figures/innovated-by-group.svg` | syntetisk |",
            lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.EndsWith("| publisert tall |", lines[^1], StringComparison.Ordinal);
    }

    private static byte[][] Pictures(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word));
        return [.. zip.Entries.Where(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        })];
    }

    [GeneratedRegex("<w:pStyle w:val=\"Heading1\"")]
    private static partial Regex Heading();

    [GeneratedRegex(" SEQ Figur \\\\\\* ARABIC \\\\s 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\" /></w:r><w:r><w:t xml:space=\"preserve\">(\\d+)<")]
    private static partial Regex Captions();

    [GeneratedRegex("<w:pStyle w:val=\"Heading1\"| SEQ (\\w+) ([^<]*) </w:instrText></w:r><w:r>(?:<w:rPr><w:vanish /></w:rPr>)?<w:fldChar w:fldCharType=\"separate\" /></w:r><w:r>(?:<w:rPr><w:vanish /></w:rPr>)?<w:t xml:space=\"preserve\">(\\d*)<")]
    private static partial Regex Counted();

    [GeneratedRegex(" REF (\\w+) |w:anchor=\"(\\w+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("<w:bookmarkStart w:name=\"(\\w+)\" w:id=\"\\d+\"")]
    private static partial Regex Places();

    [GeneratedRegex("<w:startOverride w:val=\"(\\d+)\"")]
    private static partial Regex StartAt();

    [GeneratedRegex("<w:tbl>")]
    private static partial Regex Tables();

    [GeneratedRegex("<wp:docPr [^>]*descr=\"([^\"]*)\"")]
    private static partial Regex Description();

    [GeneratedRegex("<x:sheet name=\"([^\"]*)\"")]
    private static partial Regex SheetName();

    [GeneratedRegex("<x:table [^>]*displayName=\"([^\"]*)\"")]
    private static partial Regex TableName();

    [GeneratedRegex("<x:row>.*?</x:row>")]
    private static partial Regex RowOf();
}
