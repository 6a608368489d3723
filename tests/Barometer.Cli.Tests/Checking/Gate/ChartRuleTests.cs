using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Checking.Gate;

/// <summary>A number that no release shows, planted in a native chart, in the workbook inside it, or beside it.</summary>
public sealed partial class ChartRuleTests(ReproducedClone reproduced, ChartRuleTests.Exported exported) : IClassFixture<ChartRuleTests.Exported>
{
    private const string Planted = "41.7";
    private const string Chart = "word/charts/chart";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Book = "xl/workbook.xml";

    private ChartRule Rule => new(EvidenceJson.Read(reproduced.Clone.Read("artifacts/evidence/evidence.json")).Numbers);

    [Fact]
    public async Task Check_WhatWasWritten_HasNoFault()
    {
        Assert.Contains(Entries(await Word()), name => name.StartsWith(Chart, StringComparison.Ordinal));
        Assert.Contains(Entries(Workbook), name => name.StartsWith("xl/drawings/charts/", StringComparison.Ordinal));
        Assert.Empty(Rule.Check(await Word(), "a.docx"));
        Assert.Empty(Rule.Check(Workbook, "a.xlsx"));
    }

    [Theory]
    [InlineData(@"(<c:val>.*?<c:v>)[^<]+", "${1}" + Planted, "a series holds a number")]
    [InlineData(@"(<c:plus>.*?<c:v>)[^<]+", "${1}" + Planted, "a series holds a number")]
    [InlineData(@"(<c15:dlblRangeCache.*?<c:v>)[^<]+", "${1}" + Planted + " %", "a text holds a number")]
    [InlineData(@"(<a:t>)[^<]+", "${1}n = 4711", "a text holds a number")]
    [InlineData(@"(<c:max val="")[^""]+", "${1}" + Planted, "an axis ends at a number")]
    [InlineData(@"(<c:numFmt formatCode="")", "${1}&quot;" + Planted + "&quot;", "a text holds a number")]
    [InlineData("<c:plotArea>", "<!-- " + Planted + " --><c:plotArea>", "a text holds a number")]
    [InlineData("<c:plotArea>", "<c:plotArea kept=\"n = 4711\">", "a text holds a number")]
    [InlineData("</c:ser>", "<c:cat><c:numLit><c:pt idx=\"0\"><c:v>" + Planted + "</c:v></c:pt></c:numLit></c:cat></c:ser>", "numbers of its own")]
    public async Task Check_NumberPlantedInAChart_IsFoundAndNotRepeated(string pattern, string replacement, string fault)
    {
        AssertFound(Rule.Check(Changed(await Word(), Chart, xml => Once(xml, pattern, replacement)), "a.docx"), fault);
        AssertFound(Rule.Check(Changed(Workbook, "xl/drawings/charts/", xml => Once(xml, pattern, replacement)), "a.xlsx"), fault);
    }

    [Theory]
    [InlineData(@"(<x:v>)[^<]+", "${1}" + Planted, "aren't those of the sheet")]
    [InlineData("</x:sheetData>", "<x:row><x:c><x:v>" + Planted + "</x:v></x:c></x:row></x:sheetData>", "more than the chart draws")]
    [InlineData("</x:row>", "<x:c r=\"Z1\"><x:v>" + Planted + "</x:v></x:c></x:row>", "more than the chart draws")]
    [InlineData("</x:sheetData>", "</x:sheetData><x:headerFooter><x:oddHeader>" + Planted + "</x:oddHeader></x:headerFooter>", "more than the chart draws")]
    [InlineData("<x:row ", "<x:row hidden=\"1\" ", "isn't seen")]
    [InlineData("<x:col ", "<x:col hidden=\"1\" ", "isn't seen")]
    [InlineData("(formatCode=\")", "${1}&quot;" + Planted + "&quot;", "a text of the workbook inside", "xl/styles.xml")]
    [InlineData("(<x:sheet name=\"Tall\")", "${1} state=\"hidden\"", "isn't seen", Book)]
    [InlineData("</x:sheets>", "</x:sheets><x:definedNames><x:definedName name=\"n\">" + Planted + "</x:definedName></x:definedNames>", "a text of the workbook inside", Book)]
    [InlineData("</x:sheets>", "</x:sheets><x:definedNames><x:definedName name=\"n\">1</x:definedName></x:definedNames>", "isn't seen", Book)]
    [InlineData(@"(<Relationship )", "<!-- " + Planted + " -->${1}", "a text of the workbook inside", "_rels/.rels")]
    public async Task Check_NumberPlantedInTheWorkbookInside_IsFoundAndNotRepeated(string pattern, string replacement, string fault, string part = Sheet) =>
        AssertFound(Rule.Check(Changed(await Word(), "word/charts/embeddings/", workbook => Changed(workbook, part, xml => Once(xml, pattern, replacement))), "a.docx"), fault);

    [Theory]
    [InlineData("word/document.xml", "(<wp:docPr [^>]*descr=\")")]
    [InlineData("word/document.xml", "(<wp:docPr [^>]*name=\")")]
    public async Task Check_NumberPlantedInTheFrameOfAChart_IsFoundAndNotRepeated(string part, string pattern)
    {
        var faults = Rule.Check(Changed(await Word(), part, xml => Once(xml, pattern + "(?=[^>]*><wp:cNvGraphicFramePr)", "${1}n = 4711 ")), "a.docx");

        Assert.Contains(faults, fault => fault.Fault.Contains("a text holds a number", StringComparison.Ordinal) || fault.Fault.Contains("no release that is known", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xl/comments1.xml")]
    [InlineData("customXml/item1.xml")]
    [InlineData("docProps/custom.xml")]
    public void Check_PartThatNothingLeadsTo_IsFound(string part) =>
        AssertFound(Rule.Check(With(Workbook, part, "<a>" + Planted + "</a>"), "a.xlsx"), "parts that none of ours has");

    [Fact]
    public void Check_HiddenRowOfAWorkbook_IsFound() => AssertFound(Rule.Check(Changed(Workbook, "xl/worksheets/sheet3.xml", xml => Once(xml, "<x:row ", "<x:row hidden=\"1\" ")), "a.xlsx"), "isn't seen");

    [Fact]
    public async Task Check_ChartThatNamesNoRelease_IsFound() =>
        AssertFound(Rule.Check(Changed(await Word(), "word/document.xml", xml => xml.Replace("name=\"sample-share\"", "name=\"no-release\"", StringComparison.Ordinal)), "a.docx"), "no release that is known");

    [Fact]
    public void Gate_NumberPlantedInTheStoredWorkbook_Stops()
    {
        using var clone = reproduced.Clone.Copy();
        File.WriteAllBytes(clone["artifacts/evidence/tallgrunnlag.xlsx"], Changed(Workbook, "xl/drawings/charts/", xml => Once(xml, @"(<c:val>.*?<c:v>)[^<]+", "${1}" + Planted)));

        var faults = RepositoryGate.Check(new Repository(clone.Root)).Select(fault => fault.ToString()).ToList();

        Assert.Contains(faults, fault => fault.Contains("tallgrunnlag.xlsx", StringComparison.Ordinal) && fault.Contains("a series holds a number", StringComparison.Ordinal));
    }

    private byte[] Workbook => File.ReadAllBytes(reproduced.Clone["artifacts/evidence/tallgrunnlag.xlsx"]);

    private Task<byte[]> Word() => exported.Word(reproduced.Clone);

    private static void AssertFound(IReadOnlyList<RuleFault> faults, string said)
    {
        Assert.Contains(faults, fault => fault.Fault.Contains(said, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain(Planted, fault.ToString(), StringComparison.Ordinal));
    }

    private static string Once(string xml, string pattern, string replacement)
    {
        var expression = new Regex(pattern, RegexOptions.Singleline);
        Assert.Matches(expression, xml);
        return expression.Replace(xml, replacement, 1);
    }

    private static IEnumerable<string> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static byte[] Changed(byte[] file, string start, Func<string, string> change) =>
        Changed(file, start, bytes => System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(bytes))));

    private static byte[] With(byte[] file, string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = new StreamWriter(zip.CreateEntry(part).Open());
            entry.Write(content);
        }

        return stream.ToArray();
    }

    // The first part whose name begins so.
    private static byte[] Changed(byte[] file, string start, Func<byte[], byte[]> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.First(one => one.FullName.StartsWith(start, StringComparison.Ordinal) && (start.StartsWith("_rels", StringComparison.Ordinal) || !one.FullName.Contains("_rels", StringComparison.Ordinal)));
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            var changed = change(bytes.ToArray());
            content.SetLength(0);
            content.Write(changed);
        }

        return stream.ToArray();
    }

    /// <summary>A notebook of the samples exported with native charts, once.</summary>
    public sealed class Exported
    {
        private byte[]? _word;

        internal async Task<byte[]> Word(Clone clone)
        {
            if (_word is null)
            {
                using var copy = clone.Copy();
                (await Tool.RunAsync(copy, "export", Samples.First, "--native-charts")).Succeeded();
                _word = await File.ReadAllBytesAsync(copy[$"drafts/{Samples.First}/utkast-{Samples.First}.docx"]);
            }

            return _word;
        }
    }
}
