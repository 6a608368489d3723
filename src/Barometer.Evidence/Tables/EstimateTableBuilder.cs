namespace Barometer.Evidence.Tables;

/// <summary>Lays out released estimates as a table: who, the estimate, its confidence interval and the answers behind it.</summary>
internal static class EstimateTableBuilder
{
    /// <summary>The table of <paramref name="released"/>.</summary>
    public static TableContent Build(Released<ReleasedTable> released, TableOptions options)
    {
        var table = released.Content;
        if (CountTableBuilder.Suits(table))
        {
            return CountTableBuilder.Build(released, options);
        }

        var quantity = Quantity.Of(table);
        var decimals = options.Decimals ?? quantity.Decimals;
        var layout = EstimateLayout.Of(table);
        var flags = ReliabilityNotes.Of(table.Estimates);
        var level = IntervalWording.Level(table.Estimates);

        return new TableContent
        {
            Id = released.Stamp.Id,
            Title = options.Title ?? EstimateWording.WhatByWhat(table),
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns = Columns(layout, quantity, level, ResponseRate.Is(table)),
            Rows = [.. table.Estimates.Select(estimate => Row(estimate, layout, quantity, decimals, level is not null, flags, ResponseRate.Is(table)))],
            Notes = Notes(table, options, flags),
            Source = EstimateWording.Source(table),
            Data = EstimateData.Of(table),
        };
    }

    private static TableColumn[] Columns(EstimateLayout layout, Quantity quantity, double? level, bool isRate)
    {
        var columns = new List<TableColumn>
        {
            new("group", layout.RowHeader, IsNumeric: false, IsRowHeader: true),
            new("estimate", quantity.Header, IsNumeric: true),
        };
        if (level is { } known)
        {
            columns.Add(new("interval", IntervalWording.Header(known), IsNumeric: true));
        }

        columns.Add(new("n", isRate ? ResponseRate.Invited : Wording.Respondents, IsNumeric: true));
        return [.. columns];
    }

    private static TableRow Row(
        ReleasedEstimate estimate, EstimateLayout layout, Quantity quantity, int decimals, bool hasIntervals, ReliabilityNotes flags, bool isRate)
    {
        var cells = new List<TableCell>
        {
            TableCell.Text(layout.RowLabel(estimate)),
            Shown(estimate, estimate.Value, value => TableCell.Number(quantity.Scale(value), decimals) with { Marks = flags.Marks(estimate) }),
        };
        if (hasIntervals)
        {
            cells.Add(IntervalCell(estimate, quantity, decimals));
        }

        cells.Add(Shown(estimate, isRate ? estimate.Base : estimate.Respondents ?? double.NaN, value => TableCell.Number(value)));
        return new TableRow(cells, layout.Section(estimate), estimate.Groups.Count == 0 && layout.HasGroups);
    }

    private static TableCell IntervalCell(ReleasedEstimate estimate, Quantity quantity, int decimals) => estimate.Interval is { } interval
        ? Shown(estimate, interval.Width, _ => TableCell.Interval(quantity.Scale(interval.Lower), quantity.Scale(interval.Upper), quantity.IntervalDecimals))
        : TableCell.Symbol(ReleasedCell.IsShown(estimate) ? StandardSymbol.Missing : StandardSymbol.NotPublishable);

    private static TableCell Shown(ReleasedEstimate estimate, double value, Func<double, TableCell> cell) =>
        !ReleasedCell.IsShown(estimate) ? TableCell.Symbol(StandardSymbol.NotPublishable)
        : double.IsFinite(value) ? cell(value)
        : TableCell.Symbol(StandardSymbol.Missing);

    private static List<TableNote> Notes(ReleasedTable table, TableOptions options, ReliabilityNotes flags)
    {
        var notes = new List<TableNote>(flags.Notes);
        if (options.Note is not null)
        {
            notes.Add(new TableNote("", options.Note));
        }

        if (table.Rounding is { } rounding)
        {
            notes.Add(new TableNote("", rounding));
        }

        if (table.Coarser is { } coarser)
        {
            notes.Add(new TableNote("", coarser.Words) { Code = coarser.Code });
        }

        if (EstimateWording.Question(table) is { } question)
        {
            notes.Add(new TableNote("", question));
        }

        notes.Add(new TableNote("", EstimateWording.Method(table)));
        return notes;
    }
}
