namespace Barometer.Analysis.Loading;

/// <summary>Opens a delivered file, whatever its kind: by what it holds, not by its name.</summary>
/// <example><code>
/// var table = DeliveryFile.Open("leveranse.sav");
/// using var rows = table.Rows();
/// while (rows.Read()) { var answer = rows[0]; }
/// </code></example>
internal static class DeliveryFile
{
    private const int Start = 512;

    /// <summary>How the names of delivered files end that are no text.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".sav", ".zsav", ".por", ".xlsx", ".xls", ".parquet"];

    /// <summary>Opens the file at <paramref name="path"/>.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="choices">What a person has said of it; null when nothing.</param>
    /// <exception cref="BarometerException">It is missing, damaged, or of no kind that is read.</exception>
    public static DeliveredTable Open(string path, DeliveryChoices? choices = null) => File.Exists(path)
        ? Open(DeliverySource.Of(path), choices)
        : throw new BarometerException(new Problem("There is no such file", path));

    /// <summary>Opens a file.</summary>
    /// <param name="source">Its bytes and name.</param>
    /// <param name="choices">What a person has said of it; null when nothing.</param>
    /// <exception cref="BarometerException">It is damaged, or of no kind that is read.</exception>
    public static DeliveredTable Open(DeliverySource source, DeliveryChoices? choices = null)
    {
        var start = First(source);
        var extension = Path.GetExtension(source.Name).ToLowerInvariant();
        if (start.AsSpan().StartsWith("$FL"u8) || extension is ".sav" or ".zsav")
        {
            return SavTable.Open(source, choices?.Encoding);
        }

        if (FileContent.IsPortable(start) || extension == ".por")
        {
            return PorTable.Open(source, choices?.Encoding);
        }

        if (start.AsSpan().StartsWith("PK"u8) || start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || extension is ".xlsx" or ".xls")
        {
            return ExcelTable.Open(source, choices ?? DeliveryChoices.None);
        }

        if (start.AsSpan().StartsWith("PAR1"u8) || extension == ".parquet")
        {
            return ParquetTable.Open(source);
        }

        return start.Length > 0 && (FileContent.IsText(start) || extension is ".csv" or ".tsv" or ".txt")
            ? DelimitedTable.Open(source, choices ?? DeliveryChoices.None)
            : throw new BarometerException(new Problem(
                start.Length == 0 ? "The file is empty" : "The file is of no kind that is read",
                source.Name,
                Expected: "SPSS (.sav, .zsav, .por), Excel (.xlsx), Parquet, or text with separated fields (.csv, .tsv)",
                Got: FileContent.Describe(start)));
    }

    private static byte[] First(DeliverySource source)
    {
        using var stream = source.Open();
        var bytes = new byte[Math.Min(Start, stream.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
