namespace Barometer.Evidence.Tables;

/// <summary>The lines around a table that every written form shares.</summary>
internal static class TableText
{
    /// <summary>The mark of synthetic data where it is due, the title, and the unit where there is one.</summary>
    public static IEnumerable<string> Title(EvidenceTable table)
    {
        if (table.Stamp.IsSynthetic)
        {
            yield return $"[{Wording.Synthetic.In(table.Language)}]";
        }

        yield return table.Content.Title.In(table.Language);
        if (table.Content.Unit is { } unit)
        {
            yield return unit.In(table.Language);
        }
    }

    /// <summary>The table's notes, and last the standard symbols it uses.</summary>
    public static IEnumerable<TableNote> Notes(EvidenceTable table)
    {
        var symbols = table.Content.SymbolsUsed();
        return symbols.Count == 0 ? table.Content.Notes : table.Content.Notes.Append(new TableNote("", new LocalizedText(
            Explained(symbols, Language.Nb),
            Explained(symbols, Language.En))));
    }

    /// <summary>«Kilde: …», or null for a table without a source.</summary>
    public static string? Source(EvidenceTable table) => table.Content.Source is { } source
        ? $"{Wording.Source.In(table.Language)}: {EstimateWording.Sentence(source.In(table.Language))}"
        : null;

    private static string Explained(IEnumerable<StandardSymbol> symbols, Language language) =>
        string.Join(" ", symbols.Select(symbol => symbol.Explained(language)));
}
