using System.Globalization;

namespace Barometer.Evidence.Tables;

/// <summary>Figures that others have published as a table, each as it was printed and with its source.</summary>
internal static class PublishedTable
{
    /// <summary>Whose figure, what it is of where that differs, the figure, the answers behind it, the source.</summary>
    public static TableContent Of(Released<PublishedSelection> released)
    {
        var figures = released.Content.Figures;
        var notes = new ConfidenceNotes(figures);
        var differ = figures.Select(figure => figure.Indicator).Distinct().Count() > 1;
        var hasBase = figures.Any(figure => figure.BaseN is not null);
        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = released.Content.Title,
            Unit = differ ? null : SentenceCase.First(figures[0].Indicator),
            Columns =
            [
                new TableColumn("whose", Wording.Whose, IsNumeric: false, IsRowHeader: true),
                .. differ ? [new TableColumn("indicator", Wording.Indicator, IsNumeric: false)] : Array.Empty<TableColumn>(),
                new TableColumn("printed", Wording.AsPrinted, IsNumeric: true),
                .. hasBase ? [new TableColumn("n", Wording.Respondents, IsNumeric: true)] : Array.Empty<TableColumn>(),
                new TableColumn("source", Wording.Source, IsNumeric: false),
            ],
            Rows = [.. figures.Select(figure => new TableRow(
            [
                TableCell.Text(figure.Whose),
                .. differ ? [TableCell.Text(figure.Indicator)] : Array.Empty<TableCell>(),
                TableCell.Text(figure.Text) with { Marks = notes.Mark(figure) },
                .. hasBase ? [figure.BaseN is { } n ? TableCell.Number(n) : TableCell.Symbol(StandardSymbol.Missing)] : Array.Empty<TableCell>(),
                TableCell.Text(figure.Source.Title, figure.Source.Address.AbsoluteUri),
            ]))],
            Notes = notes.Notes,
            Source = null, // each figure has its own, in the last column
            Data = Data(released.Content),
        };
    }

    /// <summary>One row a figure; shares are 0–1, and the limits are those of what the printed statement can stand for.</summary>
    private static TidyData Data(PublishedSelection selection) => new(
        [
            "id", "whose_nb", "whose_en", "indicator_nb", "indicator_en", "printed_nb", "printed_en",
            "value", "lower", "upper", "kind", "unit", "qualifier", "series", "n", "confidence", "source", "address",
        ],
        [.. selection.Figures.Select(DataRow)]);

    private static IReadOnlyList<string> DataRow(PublishedFigure figure) =>
    [
        figure.Id, figure.Whose.Nb, figure.Whose.En, figure.Indicator.Nb, figure.Indicator.En, figure.Text.Nb, figure.Text.En,
        Number(figure.Mark), Number(figure.Implied?.Lower), Number(figure.ImpliedUpper),
        CodeName.Of(figure.Kind), CodeName.Of(figure.Unit), CodeName.Of(figure.Qualifier), CodeName.Of(figure.Series),
        figure.BaseN?.ToString(CultureInfo.InvariantCulture) ?? "",
        figure.Confidence.ToString(), figure.Source.Title, figure.Source.Address.AbsoluteUri,
    ];

    private static string Number(decimal? value) => value is { } known ? CsvTableWriter.Number((double)known) : "";
}
