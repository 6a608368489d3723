namespace Barometer.Evidence.Tables;

/// <summary>
/// What a table says, in both languages and without any format: columns, typed cells, notes and source. Every renderer
/// (HTML, plain text, CSV, and others to come) writes this and nothing else.
/// </summary>
public sealed record TableContent
{
    /// <summary>The name of the table's files: lower-case words joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the table shows, by what.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The unit and the period, or null where each column has its own.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>The columns; those that head the rows come first.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Notes about cells and about the table; the standard symbols explain themselves.</summary>
    public IReadOnlyList<TableNote> Notes { get; init; } = [];

    /// <summary>Where the numbers come from, without «Kilde:»; null for a table about the notebook itself, or whose rows each name their own.</summary>
    public required LocalizedText? Source { get; init; }

    /// <summary>The numbers in full for other programs; null when the table's own cells are all there is.</summary>
    public TidyData? Data { get; init; }

    /// <summary>The standard symbols the cells use, in their order.</summary>
    public IReadOnlyList<StandardSymbol> SymbolsUsed() =>
    [
        .. Rows.SelectMany(row => row.Cells)
            .Select(cell => cell.ShownSymbol)
            .OfType<StandardSymbol>()
            .Distinct()
            .Order(),
    ];
}
