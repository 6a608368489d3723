using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Barometer.Evidence.Documents;

/// <summary>
/// What every Office file of ours has in common: it says its title, language and maker but no time, and the same content
/// gives the same bytes.
/// </summary>
internal static class OfficePackage
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time that a zip entry can have.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fills the part in which a file tells of itself.</summary>
    public static void Describe(CoreFilePropertiesPart part, string title, Language language)
    {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{Markup.Encode(title)}</dc:title><dc:creator>Barometer.Analysis</dc:creator><dc:language>{Markup.LongTag(language)}</dc:language>"
            + "</cp:coreProperties>";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    /// <summary>Packs a finished file again: entries in the order of their names, the content types first, and no time of writing.</summary>
    public static byte[] Pack(Stream package)
    {
        package.Position = 0;
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
