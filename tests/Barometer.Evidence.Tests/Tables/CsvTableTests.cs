using Sylvan.Data.Csv;

namespace Barometer.Evidence.Tests.Tables;

public class CsvTableTests
{
    [Fact]
    public void ToCsv_ByGroup_HasOneRowAnEstimateWithInvariantNumbers()
    {
        var rows = Read(EvidenceTable.Of(TestReleases.ByGroup()));

        Assert.Equal(6, rows.Count);
        Assert.Equal("0.912", rows[0]["estimate"]);
        Assert.Equal("0.791", rows[0]["ci_lower"]);
        Assert.Equal("41", rows[0]["n"]);
        Assert.Equal("few-effective", rows[0]["flags"]);
        Assert.Equal("true", rows[0]["synthetic"]);
        Assert.All(rows, row => Assert.Equal("innovated-by-group", row["release"]));
    }

    [Fact]
    public void ToCsv_SuppressedEstimate_LeavesEveryNumberEmptyAndSaysWhy()
    {
        var hidden = Read(EvidenceTable.Of(TestReleases.ByGroup())).Single(row => row["status"].Length > 0);

        Assert.Equal(":", hidden["status"]);
        Assert.All(
            ["estimate", "ci_lower", "ci_upper", "ci_level", "n", "base", "flags"],
            column => Assert.Equal("", hidden[column]));
    }

    [Fact]
    public void ToCsv_CommasAndQuotes_AreReadBackAsTheyWere()
    {
        var rows = Read(EvidenceTable.Of(TestReleases.ByGroup()));

        Assert.Equal("Universitet, høgskole og forskning", rows[3]["group_nb"]);
    }

    [Fact]
    public void ToCsv_PublishedFigures_KeepTheStatementAndTheLimits()
    {
        var sweden = Read(EvidenceTable.Of(TestReleases.BothSeries())).Single(row => row["id"] == "SE18-INN");

        Assert.Equal(("8 av 10", "0.8", "0.75", "0.85", "ratio"), (sweden["printed_nb"], sweden["value"], sweden["lower"], sweden["upper"], sweden["kind"]));
        Assert.StartsWith("https://", sweden["address"], StringComparison.Ordinal);
    }

    [Fact]
    public void ToCsv_TableWithoutDataOfItsOwn_WritesItsCells()
    {
        var rows = Read(TestReleases.Facts());

        Assert.Equal(("Populasjon", "2267", ""), (rows[0]["fact"], rows[0]["value"], rows[0]["status"]));
        Assert.Equal(("Trekkplan", "", ".."), (rows[1]["fact"], rows[1]["value"], rows[1]["status"]));
    }

    private static List<Dictionary<string, string>> Read(EvidenceTable table)
    {
        using var csv = CsvDataReader.Create(new StringReader(table.ToCsv()), new CsvDataReaderOptions { Delimiter = ',' });
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        }

        return rows;
    }
}
