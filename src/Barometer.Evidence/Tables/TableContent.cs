namespace Barometer.Evidence.Tables;

/// <summary>
/// What a table says, in both languages and without any format: columns, typed cells, notes and source. Every renderer
/// (HTML, plain text, CSV and the others) writes this and nothing else.
/// </summary>
internal sealed record TableContent
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

    /// <summary>The releases of which it shows the estimates, each in full; none where its cells are worked out from released numbers.</summary>
    public IReadOnlyList<Released<ReleasedTable>> Estimates { get; init; } = [];

    /// <summary>The ranks that stand beside the estimates; null for none.</summary>
    public ReleasedRanking? Ranking { get; init; }

    /// <summary>The function of the estimates that stands under them; null for none.</summary>
    public ReleasedFunction? Function { get; init; }

    /// <summary>The tests whose results it shows, each by the id of its release; none for most tables.</summary>
    public IReadOnlyList<(string Id, ReleasedPValue Test)> Tests { get; init; } = [];

    /// <summary>Whether columns stand together under headings.</summary>
    public bool HasGroups => Columns.Any(column => column.Group is not null);

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

/// <summary>One column of a table.</summary>
/// <param name="Id">The column's name in data files: lower case, words joined by underscores.</param>
/// <param name="Header">The header a reader sees, with the unit where the column has one.</param>
/// <param name="IsNumeric">Whether its cells are numbers, aligned to the right.</param>
/// <param name="IsRowHeader">Whether its cells say what the row is about.</param>
internal sealed record TableColumn(string Id, LocalizedText Header, bool IsNumeric, bool IsRowHeader = false)
{
    /// <summary>What stands over the header and those beside it that have the same; null for nothing.</summary>
    public LocalizedText? Group { get; init; }

    /// <summary>The header with what stands over it, for forms that have one line for both.</summary>
    public LocalizedText FullHeader => Group is { } over ? new($"{over.Nb}, {Header.Nb}", $"{over.En}, {Header.En}") : Header;

    /// <summary>The columns that stand under one heading, with it; each column without one by itself.</summary>
    public static IEnumerable<(LocalizedText? Group, IReadOnlyList<TableColumn> Columns)> Grouped(IReadOnlyList<TableColumn> columns)
    {
        for (var first = 0; first < columns.Count;)
        {
            var group = columns[first].Group;
            var same = group is null ? [columns[first]] : columns.Skip(first).TakeWhile(column => column.Group == group).ToArray();
            yield return (group, same);
            first += same.Length;
        }
    }
}

/// <summary>One row of a table.</summary>
/// <param name="Cells">One cell a column.</param>
/// <param name="Section">The heading the row stands under, or null; rows of one section follow one another.</param>
/// <param name="IsTotal">Whether the row is about everybody («Alle»).</param>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, LocalizedText? Section = null, bool IsTotal = false)
{
    /// <summary>What the row's numbers are of, by its code; null where the columns say it, or nothing does.</summary>
    public LabelledOutcome? Outcome { get; init; }

    /// <summary>The group that the row is about, by its codes; empty for everybody and where the columns say it.</summary>
    public IReadOnlyList<LabelledGroup> Groups { get; init; } = [];
}

/// <summary>A note under a table.</summary>
/// <param name="Mark">The mark in the cells it belongs to, for example <c>a</c>; empty when it is about the whole table.</param>
/// <param name="Text">What it says.</param>
internal sealed record TableNote(string Mark, LocalizedText Text)
{
    /// <summary>A line of code that follows from it, shown where it can be run and left out of documents; null for none.</summary>
    public string? Code { get; init; }
}

/// <summary>The numbers behind a table or figure for other programs: one row a cell, invariant formats.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The fields, one for each column; an empty field where there is no value.</param>
internal sealed record TidyData(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
