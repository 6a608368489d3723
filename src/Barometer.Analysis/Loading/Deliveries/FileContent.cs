namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>What a file holds by its first bytes, whatever its name says.</summary>
internal static class FileContent
{
    /// <summary>What the first bytes look like, in words that hold nothing of them.</summary>
    /// <param name="start">The first bytes, some hundred.</param>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return "an empty file";
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            return "an archive, as Excel and Word files are";
        }

        if (start.StartsWith("PAR1"u8))
        {
            return "a Parquet file";
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "an older Excel or Word file, or one with a password";
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return "a file packed by gzip";
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[2, 0, 0, 0, 0, 0, 0, 0]))
        {
            return "a file of SPSS/PC+, which current versions don't read either";
        }

        if (IsPortable(start))
        {
            return "a portable SPSS file (.por)";
        }

        if (!IsText(start))
        {
            return "other bytes";
        }

        return start.Contains((byte)';') ? "text with semicolons"
            : start.Contains((byte)'\t') ? "text with tabs"
            : start.Contains((byte)',') ? "text with commas"
            : "text";
    }

    /// <summary>Whether the bytes are the beginning of a portable SPSS file: its name in one of five character sets.</summary>
    public static bool IsPortable(ReadOnlySpan<byte> start)
    {
        // The second splash string stands in ASCII.
        var first = start[..Math.Min(start.Length, 250)];
        return first.IndexOf("ASCII SPSS PORT FILE"u8) >= 0;
    }

    /// <summary>Whether the bytes are those of a text in some encoding: no control characters but tabs and ends of lines.</summary>
    public static bool IsText(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        foreach (var one in start)
        {
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Where the bytes of a delivered file are: opened anew for each reading, so that a table can be read twice.</summary>
/// <param name="Name">The file's name in messages.</param>
/// <param name="Open">Opens the bytes: a stream that can be positioned.</param>
internal sealed record DeliverySource(string Name, Func<Stream> Open)
{
    private const int Buffer = 1 << 16;

    /// <summary>A file on disk.</summary>
    /// <param name="path">Its path.</param>
    public static DeliverySource Of(string path) =>
        new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan));

    /// <summary>Bytes in memory.</summary>
    public static DeliverySource Of(byte[] bytes, string name) => new(name, () => new MemoryStream(bytes, writable: false));
}
