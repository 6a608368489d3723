namespace Barometer.Analysis.Loading.Deliveries;

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
