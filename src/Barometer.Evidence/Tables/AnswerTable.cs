namespace Barometer.Evidence.Tables;

/// <summary>The answers to questions as a table: one row a question or group, one column an answer, the net balance last.</summary>
internal static class AnswerTable
{
    /// <summary>The table of the shares and, where there is one, the net balance of the same questions.</summary>
    /// <exception cref="BarometerException">The release holds no shares of several answers.</exception>
    public static EvidenceTable Of(Released<ReleasedTable> released, Released<ReleasedTable>? net)
    {
        var table = released.Content;
        var scale = new LikertScale(table, isBipolar: true);
        var answers = scale.Bars[0].Answers;
        var level = net is null ? null : IntervalWording.Level(net.Content.Estimates);
        var content = new TableContent
        {
            Id = released.Stamp.Id + "-answers",
            Title = EstimateWording.WhatByWhat(table),
            Unit = EstimateWording.UnitAndPeriod(table),
            Columns =
            [
                new("what", scale.HasItems ? Wording.Indicator : table.ByLabels.Count > 0 ? table.ByLabels[^1] : Wording.Whose, IsNumeric: false, IsRowHeader: true),
                .. answers.Select((answer, i) => new TableColumn(answer.Outcome.Code ?? FormattableString.Invariant($"answer_{i + 1}"), answer.Outcome.Label, IsNumeric: true)),
                .. net is null ? [] : new TableColumn[] { new("net", new("Netto (prosentpoeng)", "Net (points)"), IsNumeric: true) },
                .. level is { } known ? new TableColumn[] { new("net_interval", IntervalWording.Header(known), IsNumeric: true) } : [],
                new("n", Wording.Respondents, IsNumeric: true),
            ],
            Rows = [.. scale.Bars.Select(bar => Row(bar, Quantity.Of(table), net?.Content, level is not null))],
            Notes = [new TableNote("", EstimateWording.Method(table))],
            Source = EstimateWording.Source(table),
            Data = net is null ? EstimateData.Of(table) : Joined(EstimateData.Of(table), EstimateData.Of(net.Content)),
            Estimates = net is null ? [released] : [released, net],
        };
        return new EvidenceTable(content, net is null ? released.Stamp : released.Stamp.And(net.Stamp));
    }

    private static TableRow Row(LikertBar bar, Quantity quantity, ReleasedTable? net, bool hasInterval)
    {
        var balance = net?.Estimates.FirstOrDefault(one => one.Outcome.Variable == bar.Variable
            && one.Groups.Select(group => group.Code).SequenceEqual(bar.Answers[0].Groups.Select(group => group.Code)));
        var missing = TableCell.Symbol(StandardSymbol.Missing);
        var cells = new List<TableCell> { TableCell.Text(bar.Label) };
        cells.AddRange(bar.Answers.Select(answer => ReleasedCell.Number(answer, quantity)));
        if (net is not null)
        {
            cells.Add(balance is null ? missing : ReleasedCell.Number(balance, Quantity.Of(net)));
        }

        if (hasInterval)
        {
            cells.Add(balance is null ? missing : ReleasedCell.Interval(balance, Quantity.Of(net!)));
        }

        // All answers of a question have one base: any answer that may be shown tells it.
        cells.Add(bar.Answers.FirstOrDefault(ReleasedCell.IsShown)?.Respondents is { } n ? TableCell.Number(n) : TableCell.Symbol(StandardSymbol.NotPublishable));
        return new TableRow(cells, bar.Section, bar.IsTotal);
    }

    private static TidyData Joined(TidyData first, TidyData second) =>
        first.Columns.SequenceEqual(second.Columns) ? first with { Rows = [.. first.Rows, .. second.Rows] } : first;
}
