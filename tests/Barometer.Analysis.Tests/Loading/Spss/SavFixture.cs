namespace Barometer.Analysis.Tests.Loading.Spss;

/// <summary>SPSS files in memory.</summary>
internal static class SavFixture
{
    /// <summary>The bytes of a file with these rows.</summary>
    public static byte[] Write(SpssDictionary dictionary, IEnumerable<DeliveredValue[]> rows, SavWriting writing)
    {
        using var stream = new MemoryStream();
        using var writer = new SavWriter(stream, dictionary, writing);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.Finish();
        return stream.ToArray();
    }

    /// <summary>All values of a table.</summary>
    public static List<DeliveredValue[]> Read(DeliveredTable table)
    {
        var values = new List<DeliveredValue[]>();
        using var rows = table.Rows();
        while (rows.Read())
        {
            values.Add([.. Enumerable.Range(0, table.Columns.Count).Select(i => rows[i])]);
        }

        return values;
    }

    /// <summary>A number's column.</summary>
    public static SpssColumn Number(string name) => new()
    {
        Name = name,
        ShortName = name,
        Kind = ValueKind.Number,
        Print = new SpssFormat(SpssFormat.F, 8, 2),
        Write = new SpssFormat(SpssFormat.F, 8, 2),
    };

    /// <summary>A text's column.</summary>
    public static SpssColumn Text(string name, int width) => new()
    {
        Name = name,
        ShortName = name,
        Kind = ValueKind.Text,
        Print = new SpssFormat(SpssFormat.A, Math.Min(255, width), 0),
        Write = new SpssFormat(SpssFormat.A, Math.Min(255, width), 0),
        Width = width,
    };

    /// <summary>The place of some bytes, which must be there.</summary>
    public static int Find(byte[] bytes, ReadOnlySpan<byte> some)
    {
        var at = bytes.AsSpan().IndexOf(some);
        Assert.True(at >= 0, "The bytes are not there.");
        return at;
    }

    /// <summary>The bytes with others in the place of some.</summary>
    public static byte[] Replace(byte[] bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        var at = Find(bytes, old);
        return [.. bytes[..at], .. with, .. bytes[(at + old.Length)..]];
    }
}
