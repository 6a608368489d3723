namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes the released answers to questions as divided bars, with the released net balance beside them. Where answers
/// are hidden, the others stand together from the left and what remains is one part without a name, so that nothing's
/// place or length tells a hidden number.
/// </summary>
internal sealed class LikertStacks
{
    private static readonly LocalizedText Kind = new("Stablet søylediagram", "Stacked bar chart");
    private static readonly LocalizedText Net = new("Netto (95 % KI)", "Net (95% CI)");
    private static readonly LocalizedText NetSpoken = new("netto", "net");
    private static readonly LocalizedText Remainder = new(
        "Skravert: svar som ikke kan offentliggjøres hvert for seg.", "Hatched: answers that may not be published one by one.");

    private readonly EstimateFrame _frame;
    private readonly EstimateFrame? _net;
    private readonly LikertScale _scale;

    private LikertStacks(Released<ReleasedTable> released, Released<ReleasedTable>? net, bool isBipolar, FigureOptions options)
    {
        _frame = new EstimateFrame(released, options);
        _net = net is null ? null : new EstimateFrame(net, options with { Decimals = null });
        _scale = new LikertScale(_frame.Table, isBipolar);
    }

    /// <summary>The figure of <paramref name="released"/>.</summary>
    /// <param name="released">The shares of all answers to one or more questions.</param>
    /// <param name="net">The net balance of the same questions; null for none.</param>
    /// <param name="isBipolar">Whether the answers go from one end over a middle to the other.</param>
    /// <param name="options">What the author settles.</param>
    /// <exception cref="BarometerException">The release holds no shares of several answers, or the net is no balance.</exception>
    public static FigureDescription Describe(
        Released<ReleasedTable> released, Released<ReleasedTable>? net, bool isBipolar, FigureOptions options)
    {
        if (net is not null && net.Content.Measure != Measure.Balance)
        {
            throw new BarometerException(new Problem($"«{net.Stamp.Id}» is no net balance", Hint: "design.NetBalance(…)"));
        }

        return new LikertStacks(released, net, isBipolar, options).Describe(options);
    }

    private FigureDescription Describe(FigureOptions options)
    {
        var bars = _scale.Bars.Select(bar => (Row: Row(bar), Value: SortValue(bar))).ToList();
        var order = options.Order == BarOrder.Suited ? _scale.HasItems ? BarOrder.Value : BarOrder.Codebook : options.Order;
        var rows = BarSorting.Sort(bars, order, bar => bar.Row.Section, bar => bar.Row.IsTotal, bar => bar.Value);
        var chart = new StackedChart(
            [.. rows.Select(bar => bar.Row)],
            new ValueAxis(0, 100, [.. Enumerable.Range(0, 5).Select(i => new AxisTick(25 * i, _frame.AxisLabel(25 * i)))]),
            LikertColors.Legend(_scale, _frame.Language),
            _net is null ? null : Net.In(_frame.Language));
        var isHatched = rows.Any(bar => bar.Row.Segments.Any(segment => segment.Key is null));
        return _frame.Describe(
            "answers",
            chart,
            Kind,
            [.. rows.Select(bar => new SpokenRow(SpokenRow.Under(bar.Row.Section, bar.Row.Spoken), bar.Row.Segments.Count == 0 ? null : bar.Value ?? 0, bar.Row.IsTotal, bar.Row.Segments.Count == 0 || bar.Row.Segments.Any(segment => segment.Key is null)))],
            Reading(isHatched));
    }

    private string Reading(bool isHatched) => string.Join(" ", new[]
    {
        _net is null ? "" : Wording.NetBalance.In(_frame.Language),
        _frame.Reading(hasWhiskers: false),
        isHatched ? Remainder.In(_frame.Language) : "",
    }.Where(part => part.Length > 0));

    private StackedRow Row(LikertBar bar)
    {
        var label = bar.Label.In(_frame.Language);
        var segments = Segments(bar).ToArray();
        var net = NetOf(bar);
        var netText = net is null ? "" : _net!.Interval(net) is { } interval && ReleasedCell.IsShown(net) ? $"{_net.Text(net)} ({interval})" : _net!.Text(net);
        var parts = segments.Select(segment => segment.Spoken)
            .Concat(netText.Length > 0 ? [$"{NetSpoken.In(_frame.Language)} {netText}"] : Array.Empty<string>());
        return new StackedRow
        {
            Label = _frame.Base.Label(label, bar.Answers.Where(ReleasedCell.IsShown).Select(answer => answer.Respondents).FirstOrDefault()),
            Section = bar.Section?.In(_frame.Language),
            Segments = segments,
            ValueLabel = netText,
            Spoken = segments.Length == 0
                ? $"{label}: {StandardSymbol.NotPublishable.Meaning().In(_frame.Language)}"
                : $"{label}: {string.Join(", ", parts)}",
            IsTotal = bar.IsTotal,
        };
    }

    private IEnumerable<StackedSegment> Segments(LikertBar bar)
    {
        var hidden = bar.Answers.Count(answer => _frame.Drawn(answer) is null);
        if (hidden == 1 || hidden == bar.Answers.Count)
        {
            yield break; // one hidden answer is what the others leave
        }

        var from = 0.0;
        foreach (var answer in bar.Answers.Where(answer => _frame.Drawn(answer) is not null))
        {
            var to = Math.Min(100, (double)((decimal)from + (decimal)_frame.Drawn(answer)!.Value));
            yield return new StackedSegment(
                from,
                to,
                _scale.KeyOf(answer),
                _frame.Format.Number(_frame.Quantity.Scale(answer.Value), 1),
                $"{answer.Outcome.Label.In(_frame.Language).ToLowerInvariant()} {_frame.Text(answer.Value)}");
            from = to;
        }

        if (hidden > 0 && from < 100)
        {
            yield return new StackedSegment(from, 100, null, StandardSymbol.NotPublishable.Sign(), SymbolWordingOf(hidden));
        }
    }

    private string SymbolWordingOf(int hidden) => _frame.Language == Language.En
        ? FormattableString.Invariant($"{hidden} answers withheld")
        : FormattableString.Invariant($"{hidden} svar holdt tilbake");

    private ReleasedEstimate? NetOf(LikertBar bar) => _net?.Table.Estimates.FirstOrDefault(net =>
        net.Outcome.Variable == bar.Variable && net.Groups.Select(group => group.Code).SequenceEqual(bar.Answers[0].Groups.Select(group => group.Code)));

    /// <summary>By the net balance; without one by the share of the upper half of the scale.</summary>
    private double? SortValue(LikertBar bar) => _net is not null
        ? NetOf(bar) is { } net ? _net.Drawn(net) : null
        : bar.Answers.Where(_scale.IsUpper).Sum(answer => _frame.Drawn(answer) ?? 0);
}
