namespace Barometer.Evidence.Tables;

/// <summary>Lays out two sets of estimates of the same things beside each other, each with its interval and answers.</summary>
internal static class PairTableBuilder
{
    /// <summary>The table.</summary>
    public static EvidenceTable Build(EstimatePairs pairs)
    {
        var table = pairs.First.Content;
        var quantity = Quantity.Of(table);
        var content = new TableContent
        {
            Id = pairs.Id,
            Title = new LocalizedText(
                $"{EstimateWording.WhatByWhat(table).Nb}: {pairs.SecondName.Nb} og {pairs.FirstName.Nb}",
                $"{EstimateWording.WhatByWhat(table).En}: {pairs.SecondName.En} and {pairs.FirstName.En}"),
            Unit = pairs.Unit,
            Columns =
            [
                new("what", Wording.Indicator, IsNumeric: false, IsRowHeader: true),
                .. Columns("second", pairs.SecondName),
                .. Columns("first", pairs.FirstName),
            ],
            Rows = [.. pairs.Rows.Select(pair => new TableRow([TableCell.Text(pair.Label), .. Cells(pair.Second, quantity), .. Cells(pair.First, quantity)], pair.Section))],
            Notes = [.. pairs.Methods.Select(method => new TableNote("", method))],
            Source = pairs.Source,
        };
        return new EvidenceTable(content, pairs.Second.Stamp.And(pairs.First.Stamp) with { Id = pairs.Id });
    }

    private static TableColumn[] Columns(string id, LocalizedText name) =>
    [
        new(id, name, IsNumeric: true),
        new(id + "_interval", new($"KI, {name.Nb}", $"CI, {name.En}"), IsNumeric: true),
        new(id + "_n", new($"n, {name.Nb}", $"n, {name.En}"), IsNumeric: true),
    ];

    private static TableCell[] Cells(ReleasedEstimate estimate, Quantity quantity) =>
    [
        ShownCell.Of(estimate, () => TableCell.Number(quantity.Scale(estimate.Value), quantity.Decimals)),
        ShownCell.Interval(estimate, quantity.Factor, quantity.IntervalDecimals),
        ShownCell.Of(estimate, () => estimate.Respondents is { } n ? TableCell.Number(n) : TableCell.Symbol(StandardSymbol.Missing)),
    ];
}
