namespace Barometer.Evidence.Figures;

/// <summary>Describes released estimates as small charts of bars, one a section of the table: the same rows in each.</summary>
internal sealed class GroupPanels
{
    private static readonly LocalizedText Kind = new("Små søylediagrammer ved siden av hverandre", "Small bar charts beside each other");

    private readonly EstimateFrame _frame;

    private GroupPanels(EstimateFrame frame) => _frame = frame;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <exception cref="BarometerException">The release has no sections: it is of one outcome and one grouping.</exception>
    public static FigureDescription Describe(Released<ReleasedTable> released, FigureOptions options) =>
        new GroupPanels(new EstimateFrame(released, options)).Describe(released.Stamp.Id, options);

    private FigureDescription Describe(string id, FigureOptions options)
    {
        var overall = Overall();
        var sections = _frame.Table.Estimates.Where(estimate => estimate != overall).GroupBy(estimate => _frame.Layout.Section(estimate) ?? Wording.All).ToList();
        if (sections.Count < 2)
        {
            throw new BarometerException(new Problem(
                $"«{id}» has nothing to put in panels", Expected: "several outcomes by a group, or one by two groups", Hint: "use Bars()"));
        }

        var labels = Labels(sections, options);
        var panels = sections.Select(section => Panel(section.Key, [.. section], labels)).OrderBy(panel => panel.IsTotal).ToArray();
        var ends = panels.SelectMany(panel => panel.Rows).SelectMany(row => new[] { row.Value ?? 0, row.Lower ?? 0, row.Upper ?? 0 });
        var axis = ValueAxis.Holding(ends, _frame.Quantity.Factor, _frame.AxisLabel);
        return _frame.Describe(
            "panels",
            new PanelChart(panels, axis with { Ticks = [.. Few(axis.Ticks)] }),
            Kind,
            [.. panels.SelectMany(panel => panel.Rows.Select(row => new SpokenRow(SpokenRow.Under(panel.Title, row.Spoken), row.Value, panel.IsTotal, row.Form == BarForm.Suppressed)))],
            (overall is null ? "" : EstimateWording.Sentence(_frame.Spoken(Wording.All.In(_frame.Language), overall)) + " ") + _frame.Reading());
    }

    /// <summary>Everybody, where that is a single number: it fills no panel, and is told in the notes.</summary>
    private ReleasedEstimate? Overall() => _frame.Table.By.Count > 1 && _frame.Table.Estimates.Where(estimate => estimate.Groups.Count == 0).ToList() is [var only] ? only : null;

    /// <summary>The rows' labels in the order of the last section, everybody's where there is one.</summary>
    private LocalizedText[] Labels(List<IGrouping<LocalizedText, ReleasedEstimate>> sections, FigureOptions options)
    {
        var all = sections.SelectMany(section => section.Select(_frame.Layout.RowLabel)).Distinct();
        var order = options.Order == BarOrder.Suited && _frame.Table.Estimates.Select(estimate => estimate.Outcome.Variable).Distinct().Skip(1).Any()
            ? BarOrder.Value
            : options.Order;
        return order != BarOrder.Value
            ? [.. all]
            : [.. all.OrderByDescending(label => sections[^1].FirstOrDefault(estimate => _frame.Layout.RowLabel(estimate) == label) is { } found ? _frame.Drawn(found) ?? -1 : -1)];
    }

    private Panel Panel(LocalizedText title, ReleasedEstimate[] estimates, LocalizedText[] labels)
    {
        var counts = estimates.Where(ReleasedCell.IsShown).Select(estimate => estimate.Respondents).Distinct().ToArray();
        var isTotal = _frame.Layout.HasGroups && estimates.All(estimate => estimate.Groups.Count == 0);
        var heading = title.In(_frame.Language);
        return new Panel(
            _frame.Base.Label(heading, counts is [{ } n] ? n : null),
            isTotal,
            [.. labels.Select(label => Row(label.In(_frame.Language), Array.Find(estimates, estimate => _frame.Layout.RowLabel(estimate) == label)))]);
    }

    private BarRow Row(string label, ReleasedEstimate? estimate) => estimate is not null ? _frame.Bar(label, estimate) : new BarRow
    {
        Label = label,
        Form = BarForm.Missing,
        ValueLabel = StandardSymbol.CannotOccur.Sign(),
        Spoken = $"{label}: {StandardSymbol.CannotOccur.Meaning().In(_frame.Language)}",
    };

    /// <summary>Labels at the two ends alone: a panel is narrow.</summary>
    private static IEnumerable<AxisTick> Few(IReadOnlyList<AxisTick> ticks) =>
        ticks.Select((tick, i) => i == 0 || i == ticks.Count - 1 ? tick : tick with { Label = "" });
}
