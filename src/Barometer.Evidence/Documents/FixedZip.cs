using System.IO.Compression;

namespace Barometer.Evidence.Documents;

/// <summary>
/// Packs an Office file again so that the same content gives the same bytes: entries in the order of their names, the
/// content types first, and no time of writing.
/// </summary>
internal static class FixedZip
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time that a zip entry can have.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file's bytes.</summary>
    public static byte[] Rewrite(Stream package)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
