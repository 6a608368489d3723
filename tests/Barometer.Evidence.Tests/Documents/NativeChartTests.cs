using System.IO.Compression;
using System.Xml.Linq;
using Barometer.Evidence.Tests.Figures;
using Barometer.Evidence.Tests.Pack;

namespace Barometer.Evidence.Tests.Documents;

public class NativeChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private static readonly string[] Native =
        ["group", "sixteen", "balance", "dots", "dots-sections-en", "dots-hidden", "zero", "likert", "likert-hidden", "stacked-by-group", "forest"];

    private static readonly Lazy<IReadOnlyList<ArtifactFile>> Files = new(() => Make().Files());

    [Fact]
    public void Files_WithChartsOfEveryKind_AreValidAndTheSameOnEachRun()
    {
        Assert.All(Files.Value.Take(2), file => Assert.Empty(OfficeFiles.ErrorsOfWord(file.Bytes)));
        Assert.All(Files.Value.Skip(2).Take(2), file => Assert.Empty(OfficeFiles.ErrorsOfExcel(file.Bytes)));
        Assert.All(Files.Value.Zip(Make().Files()), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
        Assert.Equal(Native.Length, OfficeFiles.Parts(Files.Value[0].Bytes).Keys.Count(name => name.StartsWith("word/charts/chart", StringComparison.Ordinal)));
        Assert.Equal(Native.Length, Inside(Files.Value[0].Bytes).Count);
    }

    [Fact]
    public void Chart_Bars_HoldsWhatIsReleasedWithWhiskersTextsAndTheMark()
    {
        var chart = Draw("group");
        var (bars, texts) = (chart.Descendants(C + "ser").First(), chart.Descendants(C + "ser").Last());

        Assert.Equal([91.2m, 87.4m, 82.6m, 85.3m, 85.0m], Numbers(bars, "val").Select(one => one.Number));
        Assert.Equal(["cust"], bars.Descendants(C + "errValType").Select(one => one.Attribute("val")!.Value));
        Assert.Equal((12.1m, 5.4m), (Numbers(bars, "minus")[0].Number, Numbers(bars, "plus")[0].Number));
        Assert.Equal("0\"\u00A0%\";\"\u2212\"0\"\u00A0%\"", chart.Descendants(C + "valAx").Single().Element(C + "numFmt")!.Attribute("formatCode")!.Value);
        Assert.Contains("87\u00A0%", texts.Descendants(A + "t").Select(text => text.Value));
        Assert.Equal("Syntetiske data", chart.Descendants(C + "title").First().Value);
    }

    [Theory]
    [InlineData("group", 4)]
    [InlineData("dots-hidden", 0)]
    [InlineData("dots-hidden", 2)]
    public void Chart_NumberThatMayNotBeShown_IsEmptyWithTheSymbolInItsPlace(string kind, int row)
    {
        var chart = Draw(kind);

        Assert.DoesNotContain(chart.Descendants(C + "ser").First().Descendants(C + "numCache").Where(cache => cache.Ancestors(C + "yVal").FirstOrDefault() is null).SelectMany(cache => cache.Elements(C + "pt")), point => (int)point.Attribute("idx")! == row);
        Assert.Contains(chart.Descendants(C + "ser").Last().Descendants(C + "pt").Where(point => (int)point.Attribute("idx")! == row), point => point.Value == ":");
    }

    [Fact]
    public void Chart_AnswersThatMayNotBeShown_LeaveAGapAndTheSymbolBesideTheLabel()
    {
        var chart = Draw("likert-hidden");
        var labels = chart.Descendants(C + "cat").First().Descendants(C + "v").Select(label => label.Value).ToList();
        var shown = chart.Descendants(C + "ser").SelectMany(series => Numbers(series, "val")).GroupBy(one => one.Index).ToDictionary(row => row.Key, row => row.Sum(one => one.Number));

        Assert.Contains(labels, label => label.EndsWith(" :", StringComparison.Ordinal));
        Assert.All(labels.Index(), label => Assert.True(!label.Item.EndsWith(" :", StringComparison.Ordinal) || shown.GetValueOrDefault(label.Index) < 99.5m));
    }

    [Fact]
    public void Chart_RatiosPairsAndPublishedFigures_StayPictures() =>
        Assert.All(["forest-odds-en-ministry", "both-series", "dumbbell", "distance"], name => Assert.Null(PackSample.Exhibit("all", name, Kinds.All[name]()).Chart(Language.Nb)));

    [Fact]
    public void WorkbookInside_HoldsTheChartsNumbersAndNoTimeNorMachine()
    {
        var inside = OfficeFiles.Parts(Inside(Files.Value[0].Bytes)[0]);

        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"], inside.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(inside.Values, text => text.Contains("created", StringComparison.OrdinalIgnoreCase) || text.Contains("modified", StringComparison.OrdinalIgnoreCase) || text.Contains(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([new DateTime(1980, 1, 1)], OfficeFiles.Times(Inside(Files.Value[0].Bytes)[0]));
        Assert.Contains("Syntetiske data", inside["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
        Assert.Contains(">91.2<", inside["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Document_LettersOfAChartAndOfTheTableOfItsNumbers_AreTheSame()
    {
        var exhibit = PackSample.Exhibit("all", "group", Kinds.All["group"]());
        var block = exhibit.Chart(Language.Nb)!.Value.Block;
        var marks = exhibit.Numbers.Content.Rows.Select(row => string.Concat(row.Cells.Select(cell => cell.Marks))).ToList();

        var texts = block.Columns[block.Series[^1].Texts!.Value].Select(text => text!.Text!).ToList();
        var document = OfficeFiles.Parts(Files.Value[0].Bytes)["word/document.xml"];

        Assert.Contains("a", marks);
        Assert.Equal(marks, texts.Select(text => new string([.. text.Where(char.IsAsciiLetterLower)])));
        Assert.Contains("<w:vertAlign w:val=\"superscript\" /></w:rPr><w:t xml:space=\"preserve\">a</w:t>", document, StringComparison.Ordinal);
        Assert.DoesNotContain(">a) ", document, StringComparison.Ordinal);
    }

    private static EvidencePack Make() => new(
        [new PackTheme(new("Alt", "All"), [.. Native.Select(name => PackSample.Exhibit("all", name, Kinds.All[name]())), PackSample.Exhibit("all", "table", EvidenceTable.Of(TestReleases.ByGroup()))])],
        PackSample.Origin with { HasCharts = true });

    private static XElement Draw(string kind)
    {
        var (figure, block) = PackSample.Exhibit("all", kind, Kinds.All[kind]()).Chart(Language.Nb)!.Value;
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(new NativeChart(figure, block, "Tall", 1).Write()));
    }

    private static List<(int Index, decimal Number)> Numbers(XElement series, string part) =>
        [.. series.Elements().DescendantsAndSelf(C + part).Descendants(C + "pt").Select(point => ((int)point.Attribute("idx")!, decimal.Parse(point.Value, System.Globalization.CultureInfo.InvariantCulture)))];

    private static List<byte[]> Inside(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word));
        return [.. zip.Entries.Where(entry => entry.FullName.Contains("/embeddings/", StringComparison.Ordinal)).Select(entry =>
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        })];
    }
}
