namespace Barometer.Evidence.Documents;

/// <summary>Writes one table as a workbook of its own.</summary>
internal static class ExcelTableFile
{
    private static readonly LocalizedText SheetName = new("Tall", "Numbers");

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(EvidenceTable table)
    {
        using var file = new ExcelFile(table.Content.Title.In(table.Language), table.Language);
        file.Add(SheetName.In(table.Language), ExcelSheet.Of(table));
        return file.ToBytes();
    }
}
