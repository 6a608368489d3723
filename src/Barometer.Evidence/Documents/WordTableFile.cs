namespace Barometer.Evidence.Documents;

/// <summary>Writes one table as a Word document of its own.</summary>
internal static class WordTableFile
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(EvidenceTable table)
    {
        var title = table.Content.Title.In(table.Language);
        using var file = new WordFile(title, table.Language);
        file.Add(WordText.Paragraph(title, "Caption"));
        file.AddAll(WordTable.Of(table));
        return file.ToBytes();
    }
}
