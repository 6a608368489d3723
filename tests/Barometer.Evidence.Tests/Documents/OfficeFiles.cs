using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Barometer.Evidence.Tests.Documents;

/// <summary>What tests ask of Office files.</summary>
internal static class OfficeFiles
{
    /// <summary>What the OpenXml validator finds in a Word document.</summary>
    public static IReadOnlyList<string> ErrorsOfWord(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = WordprocessingDocument.Open(stream, false);
        return Errors(document);
    }

    /// <summary>What the OpenXml validator finds in a workbook.</summary>
    public static IReadOnlyList<string> ErrorsOfExcel(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, false);
        return Errors(document);
    }

    /// <summary>All parts of the file as text, by name.</summary>
    public static IReadOnlyDictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, Read);
    }

    /// <summary>The times of all entries.</summary>
    public static IReadOnlyList<DateTime> Times(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct()];
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static IReadOnlyList<string> Errors(OpenXmlPackage document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
}
