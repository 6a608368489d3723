using System.Text.RegularExpressions;

namespace Barometer.Evidence.Tests.Documents;

public partial class ExportTests
{
    private static readonly Dictionary<string, Func<EvidenceTable>> Tables = new()
    {
        ["by group"] = () => EvidenceTable.Of(TestReleases.ByGroup()),
        ["by group, English"] = () => EvidenceTable.Of(TestReleases.ByGroup()).In(Language.En),
        ["sections"] = () => EvidenceTable.Of(TestReleases.Sections()),
        ["awkward labels"] = () => EvidenceTable.Of(TestReleases.AwkwardLabels()),
        ["all hidden"] = () => EvidenceTable.Of(TestReleases.AllHidden()),
        ["balances"] = () => EvidenceTable.Of(TestAnswers.ExtremeBalances()),
        ["answers"] = () => new ReleasedEstimates(TestAnswers.HiddenAnswers(), Language.Nb).Likert().Numbers,
        ["published"] = () => EvidenceTable.Of(TestReleases.Statements()),
        ["facts"] = TestReleases.Facts,
    };

    public static TheoryData<string> Names => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToWord_AnyTable_IsValidAndTheSameAgain(string name)
    {
        var file = Tables[name]().ToWord();

        Assert.Empty(OfficeFiles.ErrorsOfWord(file));
        Assert.Equal(file, Tables[name]().ToWord());
        Assert.Equal([new DateTime(1980, 1, 1)], OfficeFiles.Times(file));
        Assert.Contains("<w:tblHeader", OfficeFiles.Parts(file)["word/document.xml"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToExcel_AnyTable_IsValidAndTheSameAgain(string name)
    {
        var file = Tables[name]().ToExcel();

        Assert.Empty(OfficeFiles.ErrorsOfExcel(file));
        Assert.Equal(file, Tables[name]().ToExcel());
        Assert.DoesNotContain(OfficeFiles.Parts(file).Values, part => part.Contains("state=\"hidden\"", StringComparison.Ordinal) || part.Contains("<x:f>", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToLatex_AnyTable_HasOneCellAColumnAndNoBareSigns(string name)
    {
        var table = Tables[name]();
        var lines = table.ToLatex().Split('\n');

        var body = lines.SkipWhile(line => line != "\\midrule").Skip(1).TakeWhile(line => line != "\\bottomrule");
        Assert.All(body.Where(line => line.EndsWith("\\\\", StringComparison.Ordinal) && !line.StartsWith("\\multicolumn", StringComparison.Ordinal)),
            line => Assert.Equal(table.Content.Columns.Count - 1, BareAmpersand().Count(line)));
        Assert.DoesNotContain(lines.Skip(1), line => BarePercent().IsMatch(line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToMarkdown_AnyTable_HasOneCellAColumn(string name)
    {
        var table = Tables[name]();

        var rows = table.ToMarkdown().Split('\n').Where(line => line.StartsWith('|')).ToArray();
        Assert.All(rows, row => Assert.Equal(table.Content.Columns.Count + 1, BarePipe().Count(row)));
        Assert.True(rows.Length >= table.Content.Rows.Count + 2);
    }

    [Fact]
    public void ToExcelCsv_Numbers_AreWrittenAsInNorway()
    {
        var lines = EvidenceTable.Of(TestReleases.ByGroup()).ToExcelCsv().Split('\n');

        Assert.Equal("\uFEFF[Syntetiske data]", lines[0]);
        Assert.Equal("Virksomhetsgruppe;Andel (%);95\u00A0% KI, nedre;95\u00A0% KI, øvre;Antall svar (n);Merknad", lines[3]);
        Assert.Equal("Departement;91,2;79;97;41;a", lines[4]);
        Assert.Equal("Statlig foretak;:;:;:;:;", lines[8]);
    }

    [Fact]
    public void ToLatex_NorwegianText_IsEscapedAndKeepsItsLetters()
    {
        var text = EvidenceTable.Of(TestReleases.AwkwardLabels()).ToLatex();

        Assert.Contains("«æ, ø og å» \\& \\textless{}/script\\textgreater{}", text, StringComparison.Ordinal);
        Assert.Contains("1~234~567", text, StringComparison.Ordinal);
        Assert.Contains("\\toprule", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_Markup_IsShownAsText() => Assert.Contains(
        "\\</script\\>\\<script\\>alert(1)", EvidenceTable.Of(TestReleases.AwkwardLabels()).ToMarkdown(), StringComparison.Ordinal);

    [Fact]
    public void Exports_SuppressedCell_HasItsSymbolAndNoNumber()
    {
        var table = EvidenceTable.Of(TestReleases.AllHidden());
        string[] written = [table.ToLatex(), table.ToMarkdown(), table.ToExcelCsv(), .. OfficeFiles.Parts(table.ToExcel()).Where(part => part.Key.StartsWith("xl/worksheets", StringComparison.Ordinal)).Select(part => part.Value)];

        Assert.All(written, text => Assert.DoesNotContain("NaN", text, StringComparison.Ordinal));
        Assert.DoesNotContain("<x:v>", written[^1], StringComparison.Ordinal);
        Assert.Contains("Tall kan ikke offentliggjøres", written[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex(@"(?<!\\)%")]
    private static partial Regex BarePercent();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex BarePipe();
}
