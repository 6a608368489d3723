namespace Barometer.Analysis.Tests.Loading.Tabular;

/// <summary>
/// Files that DuckDB 1.5.6 wrote: <c>duckdb-types</c> has 25 rows, i from 0, of its types; <c>duckdb-groups</c> 10,000 rows in groups of 2,048, packed by zstd;
/// <c>duckdb-nested</c> a list and a record.
/// </summary>
public class ParquetTableTests
{
    [Fact]
    public void Open_Types_AreRead()
    {
        var table = Open("types");

        var rows = Spss.SavFixture.Read(table);

        Assert.Equal(25, table.DeclaredRows);
        Assert.Equal(["unit_id", "text", "whole", "large", "small", "byte", "number", "single", "money", "day", "moment", "clock", "truth"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            [ValueKind.Text, ValueKind.Text, ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Date, ValueKind.DateTime, ValueKind.Time, ValueKind.Text],
            table.Columns.Select(column => column.Kind));
        Assert.Equal(["W0013", "æøå", "13", "13000000091", "6", "13", (13 / 7.0).ToString("R", System.Globalization.CultureInfo.InvariantCulture), "1.625", "0.13", "2018-09-16", "2018-09-03T10:24:12.250", "10:11:12", "false"], rows[13].Select(value => value.ToString()));
        Assert.Equal(["", "yes", ""], new[] { rows[0][1], rows[5][1], rows[20][2] }.Select(value => value.ToString()));
    }

    [Fact]
    public void Rows_ManyGroups_AreReadOneAfterTheOther()
    {
        var rows = Spss.SavFixture.Read(Open("groups"));

        Assert.Equal(10_000, rows.Count);
        Assert.All(rows.Index(), row => Assert.Equal([DeliveredValue.Of(row.Index), DeliveredValue.Of(row.Index / 3.0)], row.Item));
    }

    [Fact]
    public void Open_ListOrRecord_IsRefusedByName() =>
        Assert.Contains("holds lists or records", Assert.Throws<BarometerException>(() => Open("nested")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_DamagedFile_IsRefused() =>
        Assert.Contains("can't be read", Assert.Throws<BarometerException>(() => DeliveryFile.Open(DeliverySource.Of("PAR1 and no more"u8.ToArray(), "made.parquet"))).Message, StringComparison.Ordinal);

    // The package would go on reading for ever.
    [Fact]
    public void Open_DescriptionThatDoesntEnd_IsRefused()
    {
        var bytes = File.ReadAllBytes(PathOf("types"));

        // The stop of the last record, before the length and the mark.
        Assert.Equal(0, bytes[^9]);
        bytes[^9] = 0x65;

        Assert.Contains("none that is whole", Assert.Throws<BarometerException>(() => DeliveryFile.Open(DeliverySource.Of(bytes, "made.parquet"))).Message, StringComparison.Ordinal);
    }

    private static DeliveredTable Open(string name) => DeliveryFile.Open(PathOf(name));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Loading", "Tabular", $"duckdb-{name}.parquet");
}
