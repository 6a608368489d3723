namespace Barometer.Evidence.Tables;

/// <summary>Lays out figures that others have published, each as it was printed and with its source.</summary>
internal static class PublishedTableBuilder
{
    /// <summary>A list: whose figure, what it is of where that differs, the figure, the answers behind it, the source.</summary>
    public static TableContent List(Released<PublishedSelection> released)
    {
        var items = released.Content.Items;
        var notes = new ConfidenceNotes(items);
        var differ = items.Select(item => item.Indicator).Distinct().Count() > 1;
        var hasBase = items.Any(item => item.BaseN is not null);
        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = released.Content.Title,
            Unit = differ ? null : Capital(items[0].Indicator),
            Columns =
            [
                new TableColumn("whose", Wording.Whose, IsNumeric: false, IsRowHeader: true),
                .. differ ? [new TableColumn("indicator", Wording.Indicator, IsNumeric: false)] : Array.Empty<TableColumn>(),
                new TableColumn("printed", Wording.AsPrinted, IsNumeric: true),
                .. hasBase ? [new TableColumn("n", Wording.Respondents, IsNumeric: true)] : Array.Empty<TableColumn>(),
                new TableColumn("source", Wording.Source, IsNumeric: false),
            ],
            Rows = [.. items.Select(item => new TableRow(
            [
                TableCell.Text(item.Label),
                .. differ ? [TableCell.Text(item.Indicator)] : Array.Empty<TableCell>(),
                TableCell.Text(item.Text) with { Marks = notes.Mark(item) },
                .. hasBase ? [Base(item)] : Array.Empty<TableCell>(),
                TableCell.Text(item.Source.Title, item.Source.Address.AbsoluteUri),
            ]))],
            Notes = notes.Notes,
            Source = null, // each figure has its own, in the last column
            Data = PublishedData.Of(released.Content),
        };
    }

    /// <summary>A cross table: one row for each population, one column for each thing measured.</summary>
    public static TableContent Cross(Released<PublishedSelection> released)
    {
        var items = released.Content.Items;
        var notes = new ConfidenceNotes(items);
        var indicators = items.Select(item => item.Indicator).Distinct().ToArray();
        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = released.Content.Title,
            Columns =
            [
                new TableColumn("whose", Wording.Whose, IsNumeric: false, IsRowHeader: true),
                .. indicators.Select((indicator, i) => new TableColumn(FormattableString.Invariant($"figure_{i + 1}"), Capital(indicator), IsNumeric: true)),
            ],
            Rows = [.. items.GroupBy(item => item.Label).Select(row => new TableRow(
            [
                TableCell.Text(row.Key),
                .. indicators.Select(indicator => Cell(row.FirstOrDefault(item => item.Indicator == indicator), notes)),
            ]))],
            Notes = notes.Notes,
            Source = PublishedWording.Sources(released.Content),
            Data = PublishedData.Of(released.Content),
        };
    }

    private static TableCell Base(PublishedItem item) => item.BaseN is { } n
        ? TableCell.Number(n)
        : TableCell.Symbol(Formats.StandardSymbol.Missing);

    private static TableCell Cell(PublishedItem? item, ConfidenceNotes notes) => item is null
        ? TableCell.Symbol(Formats.StandardSymbol.Missing)
        : TableCell.Text(item.Text) with { Marks = notes.Mark(item) };

    private static LocalizedText Capital(LocalizedText text) => new(Capital(text.Nb), Capital(text.En));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
