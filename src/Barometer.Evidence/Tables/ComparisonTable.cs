namespace Barometer.Evidence.Tables;

/// <summary>
/// One set of shares computed in two ways beside each other: weighted with its interval, unweighted, and the difference
/// that the weighting makes. The difference is that of the released, rounded shares.
/// </summary>
internal static class ComparisonTable
{
    /// <summary>The table of two releases of the same shares.</summary>
    /// <exception cref="BarometerException">
    /// They are of other surveys, people, questions, outcomes or groups than each other, hold no shares, or not the first alone is weighted.
    /// </exception>
    public static TableContent Of(Released<ReleasedTable> weighted, Released<ReleasedTable> unweighted)
    {
        var (first, second) = (weighted.Content, unweighted.Content);
        if (Unlike(first, second) is var (expected, got, hint))
        {
            throw new BarometerException(new Problem(
                $"«{weighted.Stamp.Id}» and «{unweighted.Stamp.Id}» can't stand beside each other: the difference would not be what the weighting moves", Expected: expected, Got: got, Hint: hint));
        }

        var layout = EstimateLayout.Of(first);
        return new TableContent
        {
            Id = weighted.Stamp.Id + "-compared",
            Title = EstimateWording.WhatByWhat(first),
            Unit = EstimateWording.UnitAndPeriod(first),
            Columns =
            [
                new("group", layout.RowHeader, IsNumeric: false, IsRowHeader: true),
                new("weighted", new("Vektet, prosent", "Weighted, per cent"), IsNumeric: true),
                new("interval", new("KI", "CI"), IsNumeric: true),
                new("unweighted", new("Uvektet, prosent", "Unweighted, per cent"), IsNumeric: true),
                new("difference", new("Vektingen flytter, prosentpoeng", "Moved by weighting, points"), IsNumeric: true),
                new("n", Wording.Respondents, IsNumeric: true),
            ],
            Rows =
            [
                .. first.Estimates.Zip(second.Estimates, (a, b) => new TableRow(
                    [
                        TableCell.Text(layout.RowLabel(a)),
                        ReleasedCell.Number(a, layout.Quantity),
                        ReleasedCell.Interval(a, layout.Quantity),
                        ReleasedCell.Number(b, layout.Quantity),
                        ReleasedCell.Difference(a, b, layout.Quantity),
                        ReleasedCell.Respondents(b),
                    ],
                    layout.Section(a),
                    layout.IsTotal(a))
                {
                    Outcome = a.Outcome,
                    Groups = a.Groups,
                }),
            ],
            Notes = [.. EstimateWording.Question(first) is { } question ? [new TableNote("", question)] : Array.Empty<TableNote>(), new TableNote("", EstimateWording.Method(first))],
            Source = EstimateWording.Source(first),
        };
    }

    // What else than the weights tells them apart.
    private static (string Expected, string? Got, string? Hint)? Unlike(ReleasedTable first, ReleasedTable second) =>
        first.Survey != second.Survey
            ? ("one survey, weighted and unweighted", $"{first.Survey} and {second.Survey}", "Dumbbell puts two surveys beside each other")
        : !IsWeighted(first)
            ? ("weighted shares, and the same unweighted: weighted.Beside(unweighted)", "an unweighted one first", null)
        : IsWeighted(second)
            ? ("the same shares unweighted", "two weighted ones", "release those of design.Unweighted(), or take barometer.Schemes for several weightings")
        : first.Universe != second.Universe
            ? ("shares of the same people", $"{first.Universe.Nb}; {second.Universe.Nb}", null)
        : first.Measure != Measure.Share || second.Measure != Measure.Share || first.Question != second.Question || !first.By.SequenceEqual(second.By)
            || !first.Estimates.Select(Key).SequenceEqual(second.Estimates.Select(Key)) || !first.Estimates.Select(Words).SequenceEqual(second.Estimates.Select(Words))
            ? ("shares of the same answers in the same groups", null, null)
        : null;

    private static bool IsWeighted(ReleasedTable table) => table.Weighting != Labels.Unweighted;

    private static LocalizedText Words(ReleasedEstimate estimate) => estimate.Outcome.Label;

    private static (string Variable, string? Code, string Groups) Key(ReleasedEstimate estimate) =>
        (estimate.Outcome.Variable, estimate.Outcome.Code, string.Join('\u001f', estimate.Groups.Select(group => group.Code)));
}

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
