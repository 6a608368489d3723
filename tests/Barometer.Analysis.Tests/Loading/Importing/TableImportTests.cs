using System.Text;

namespace Barometer.Analysis.Tests.Loading.Importing;

/// <summary>
/// The files of tests/Barometer.Conformance/cases/deliveries stand for rows of the synthetic data of 2026-11-29, which lie beside them with the codebook of that date: an import gives
/// these rows, byte for byte.
/// </summary>
public class TableImportTests
{
    private static readonly string Canonical = Path.Combine(AppContext.BaseDirectory, "cases", "deliveries", "canonical");
    private static readonly Codebook Codebook = CodebookReader.Read(Path.Combine(Canonical, "codebook-operational-2018.json"), "codebook-operational-2018.json");
    private static readonly Dictionary<string, Func<string, string>> NothingMade = [];

    [Theory]
    [InlineData("barometer-responses-byte.sav")]
    [InlineData("barometer-responses-zsav.zsav")]
    [InlineData("barometer-responses-labels.xlsx")]
    [InlineData("barometer-responses-cp1252.csv")]
    [InlineData("barometer-responses-utf8-bom.csv")]
    [InlineData("barometer-merged-cp1252.sav")]
    [InlineData("barometer-strings.zsav")]
    public void Write_DeliveredAnswers_AreTheFirstRows(string file)
    {
        var import = Plan(file, Codebook.Responses, FileMapping.None);

        Assert.True(import.Open.IsEmpty, string.Join('\n', import.Lines.Where(line => line.Left is not null)));
        Assert.Equal(Lines("responses.csv"), Text(import));
    }

    [Theory]
    [InlineData("barometer-frame-bigendian.sav")]
    [InlineData("barometer-frame-labels.xlsx")]
    [InlineData("barometer-frame-cp1252.csv")]
    [InlineData("barometer-frame-utf8-bom.csv")]
    public void Write_DeliveredFrame_AreItsRows(string file) => AssertFrame(Plan(file, Codebook.Frame, FileMapping.None));

    [Theory]
    [InlineData("barometer-responses-utf16.tsv", true)]
    [InlineData("barometer-frame-utf16.tsv", false)]
    public void Plan_NumbersWithoutLabels_AreProposedAndTakenWhenConfirmed(string file, bool isAnswers)
    {
        var variables = isAnswers ? Codebook.Responses : Codebook.Frame;
        var open = Plan(file, variables, FileMapping.None).Open;
        Assert.Null(open.Columns);
        Assert.All(open.Values!, values => Assert.All(values.Codes!, code => Assert.NotNull(code.Code)));
        Assert.InRange(open.Values!.Count, 1, 30); // variables with the same numbers and answers are one entry

        var import = Plan(file, variables, open with { Values = [.. open.Values!.Select(values => values with { Confirmed = true })] });

        Assert.True(import.Open.IsEmpty);
        if (isAnswers)
        {
            Assert.Equal(Lines("responses.csv"), Text(import));
        }
        else
        {
            AssertFrame(import);
        }
    }

    [Fact]
    public void Plan_ColumnsBeyondTheCodebook_AreLeftOut() =>
        Assert.Equal(["vekt", "svart_dato"], Plan("barometer-responses-cp1252.csv", Codebook.Responses, FileMapping.None).Unused);

    private static TableImport Plan(string file, IReadOnlyList<Variable> variables, FileMapping mapping) => TableImport.Plan(
        DeliveryFile.Open(Path.Combine(AppContext.BaseDirectory, "cases", "deliveries", "files", file)), variables, Codebook, mapping, NothingMade);

    private static void AssertFrame(TableImport import)
    {
        var (made, all) = (Text(import), Lines("frame.csv"));
        Assert.True(import.Open.IsEmpty);
        Assert.Equal(716, made.Length);
        Assert.Equal(all[0], made[0]);
        Assert.Equal(all.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    private static string[] Text(TableImport import) => Encoding.UTF8.GetString(import.Write()).TrimEnd('\n').Split('\n');

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Canonical, file));
}
