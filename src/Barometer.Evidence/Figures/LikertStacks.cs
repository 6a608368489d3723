namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes the released answers to questions as divided bars, with the released net balance beside them. Where answers
/// are hidden, the others stand together and what remains is one part without a name after them, so that nothing's
/// place or length tells a hidden number. Bars of a scale with two ends are aligned at its middle: what lies right of it is
/// seen against what lies left; reasons for having no answer stand apart, from a line of their own.
/// </summary>
internal sealed class LikertStacks
{
    private static readonly LocalizedText Kind = new("Stablet søylediagram", "Stacked bar chart");
    private static readonly LocalizedText Aligned = new("Null er midten av skalaen.", "Zero is the middle of the scale.");
    private static readonly LocalizedText Net = new("Netto (95 % KI)", "Net (95% CI)");
    private static readonly LocalizedText NetSpoken = new("netto", "net");
    private static readonly LocalizedText Withheld = new("svar holdt tilbake", "answers withheld");

    /// <summary>What stands at the end of a bar whose answers aren't all shown.</summary>
    public static readonly LocalizedText Remainder = new(
        "Skravert: svar som ikke kan offentliggjøres hvert for seg.", "Hatched: answers that may not be published one by one.");

    private const int Step = 20;
    private const int Gap = 4;

    private readonly EstimateFrame _frame;
    private readonly FigureOptions _options;
    private readonly EstimateFrame? _net;
    private readonly LikertScale _scale;
    private double _apart; // where what stands outside the scale begins

    private LikertStacks(Released<ReleasedTable> released, Released<ReleasedTable>? net, bool isBipolar, FigureOptions options)
    {
        _options = options;
        _frame = new EstimateFrame(released, options);
        _net = net is null ? null : new EstimateFrame(net, options with { Decimals = null, Labels = [] });
        _scale = new LikertScale(_frame.Table, isBipolar);
    }

    private Language Language => _frame.Language;

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

        if (net is not null && (net.Content.Survey != released.Content.Survey || net.Content.Universe != released.Content.Universe
            || net.Content.Weighting != released.Content.Weighting || !net.Content.By.SequenceEqual(released.Content.By)))
        {
            throw new BarometerException(new Problem(
                $"«{net.Stamp.Id}» is not the net balance of «{released.Stamp.Id}»", Expected: "the same survey, people, groups and weights", Hint: "make both of one design"));
        }

        return new LikertStacks(released, net, isBipolar, options).Describe(options.Order);
    }

    private FigureDescription Describe(BarOrder asked)
    {
        var scales = _scale.Bars.Where(IsDrawn).Select(bar => (Left: Below(bar), Right: Shown(bar, answer => !answer.Outcome.IsReason) - Below(bar))).DefaultIfEmpty().ToList();
        var (left, right) = _scale.IsBipolar ? (Outward(scales.Max(one => one.Left)), Outward(scales.Max(one => one.Right))) : (0, 100);
        _apart = right + Gap;
        var order = asked == BarOrder.Suited ? _scale.HasItems ? BarOrder.Value : BarOrder.Codebook : asked;
        var bars = RowOrder.Sort([.. _scale.Bars.Select(bar => (Row: Row(bar), Value: SortValue(bar)))], order, _options, bar => bar.Row, bar => bar.Value);
        var chart = new RowChart(
            RowMark.Stacks,
            [.. bars.Select(bar => bar.Row)],
            Axis(left, right))
        {
            Reference = _scale.IsBipolar ? 0 : null,
            Legend = Legend(),
            ValueHeader = _net is null ? null : Net.In(Language),
        };
        return _frame.Describe("answers", chart, Kind, Reading(chart.Rows.Any(HasRemainder)), [.. bars.Select(bar => SpokenRow.Of(
            bar.Row, bar.Row.Segments.Count == 0 ? null : bar.Value ?? 0, bar.Row.Segments.Count == 0 || HasRemainder(bar.Row)))]);
    }

    // Of an aligned chart per cents to both sides of the middle, and room for the reasons, which are read by their numbers.
    private ValueAxis Axis(double left, double right)
    {
        if (!_scale.IsBipolar)
        {
            return new ValueAxis(0, 100, [.. Enumerable.Range(0, 5).Select(i => new AxisTick(25 * i, _frame.AxisLabel(25 * i)))]);
        }

        var ticks = Enumerable.Range((int)(-left / Step), (int)((left + right) / Step) + 1).Select(i => new AxisTick(Step * i, _frame.AxisLabel(Math.Abs(Step * i))));
        var apart = _scale.Bars.Where(IsDrawn).Select(bar => Shown(bar, answer => answer.Outcome.IsReason) + Rest(bar)).DefaultIfEmpty().Max();
        return new ValueAxis(-left, apart > 0 ? _apart + apart : right, [.. ticks]);
    }

    private static double Outward(double length) => Step * Math.Ceiling(Math.Max(length, 1) / Step);

    // What of the shown answers lies left of the middle, half of the middle itself with it.
    private double Below(LikertBar bar) => !_scale.IsBipolar ? 0
        : Shown(bar, answer => !answer.Outcome.IsReason && !_scale.IsUpper(answer) && !_scale.IsMiddle(answer)) + (Shown(bar, _scale.IsMiddle) / 2);

    // Tens of thousands of a per cent are lost in binary sums, and would differ between processors.
    private double Shown(LikertBar bar, Func<ReleasedEstimate, bool> which) => (double)bar.Answers.Where(which).Sum(answer => (decimal)(_frame.Drawn(answer) ?? 0));

    // What the shown answers of a bar with hidden ones leave.
    private double Rest(LikertBar bar) => Hidden(bar) > 0 ? Math.Max(0, (double)(100 - (decimal)Shown(bar, _ => true))) : 0;

    // One hidden answer is what the others leave.
    private bool IsDrawn(LikertBar bar) => Hidden(bar) is var hidden && hidden != 1 && hidden < bar.Answers.Count;

    private int Hidden(LikertBar bar) => bar.Answers.Count(answer => _frame.Drawn(answer) is null);

    private static bool HasRemainder(ChartRow row) => row.Segments.Any(segment => segment.Key is null);

    private string Reading(bool isHatched) => string.Join(" ", new[]
    {
        _scale.IsBipolar ? Aligned.In(Language) : "",
        _net is null ? "" : Wording.NetBalance.In(Language),
        _frame.Reading(hasWhiskers: false),
        isHatched ? Remainder.In(Language) : "",
    }.Where(part => part.Length > 0));

    private ChartRow Row(LikertBar bar)
    {
        var label = bar.Label.In(Language);
        var section = bar.Section?.In(Language);
        var segments = Segments(bar).ToArray();
        var net = NetOf(bar) is { } found ? _net!.TextWithInterval(found) : "";
        var parts = segments.Select(segment => segment.Spoken).Concat(net.Length > 0 ? [$"{NetSpoken.In(Language)} {net}"] : Array.Empty<string>());
        return new ChartRow
        {
            Names = [.. bar.Answers[0].Groups.Select(group => new Called(group.Code, group.Label)), new Called(bar.Variable, bar.Label)],
            Label = _frame.WithBase(label, bar.Answers.Where(ReleasedCell.IsShown).Select(answer => answer.Respondents).FirstOrDefault()),
            Section = section,
            Segments = segments,
            ValueLabel = net,
            Spoken = segments.Length == 0
                ? $"{label}: {StandardSymbol.NotPublishable.Meaning().In(Language)}"
                : $"{label}: {string.Join(", ", parts)}",
            IsTotal = bar.IsTotal,
            IsStrong = bar.IsTotal && section is null,
        };
    }

    private IEnumerable<Segment> Segments(LikertBar bar)
    {
        if (!IsDrawn(bar))
        {
            yield break;
        }

        var from = -Below(bar);
        var isApart = false;
        foreach (var answer in bar.Answers.Where(answer => _frame.Drawn(answer) is not null))
        {
            (from, isApart) = _scale.IsBipolar && answer.Outcome.IsReason && !isApart ? (_apart, true) : (from, isApart);
            var to = Math.Min(_scale.IsBipolar ? double.MaxValue : 100, (double)((decimal)from + (decimal)_frame.Drawn(answer)!.Value));
            yield return new Segment(
                from,
                to,
                _scale.KeyOf(answer),
                _frame.Format.Number(_frame.Quantity.Scale(answer.Value), _frame.DecimalsOf(answer)),
                $"{answer.Outcome.Label.In(Language).ToLowerInvariant()} {_frame.Plain(answer)}")
            {
                Value = _frame.Drawn(answer),
            };
            from = to;
        }

        if (Rest(bar) is > 0 and var rest)
        {
            from = _scale.IsBipolar && !isApart ? _apart : from;
            yield return new Segment(from, (double)((decimal)from + (decimal)rest), null, StandardSymbol.NotPublishable.Sign(), FormattableString.Invariant($"{Hidden(bar)} {Withheld.In(Language)}"));
        }
    }

    private ReleasedEstimate? NetOf(LikertBar bar) => _net?.Table.Estimates.FirstOrDefault(net =>
        net.Outcome.Variable == bar.Variable && net.Groups.Select(group => group.Code).SequenceEqual(bar.Answers[0].Groups.Select(group => group.Code)));

    /// <summary>By the net balance; without one by the share of the upper half of the scale.</summary>
    private double? SortValue(LikertBar bar) => _net is not null
        ? _net.Drawn(NetOf(bar))
        : bar.Answers.Where(_scale.IsUpper).Sum(answer => _frame.Drawn(answer) ?? 0);

    /// <summary>The answers with their colours; reasons for having none are outlined.</summary>
    private LegendKey[] Legend() =>
    [
        .. _scale.Answers.Select((answer, i) => new LegendKey(
            answer.Label.In(Language),
            i < _scale.Scaled && Color(i) != Palette.Neutral ? LegendMark.Square : LegendMark.Outlined,
            i < _scale.Scaled ? Color(i) : Palette.Reasons[(i - _scale.Scaled) % Palette.Reasons.Count])
        {
            Names = FigureChoices.NamesOf(answer),
        }),
    ];

    private string Color(int i)
    {
        if (!_scale.IsBipolar)
        {
            return Palette.Series[i % Palette.Series.Count];
        }

        var (fromLeft, fromRight) = (i, _scale.Scaled - 1 - i);
        return fromLeft == fromRight ? Palette.Neutral
            : fromLeft < fromRight ? HalfColor(Palette.Lower, fromLeft)
            : HalfColor(Palette.Upper, fromRight);
    }

    /// <summary>The colour of a half of the scale; with one answer a half, its inner colour.</summary>
    private string HalfColor(IReadOnlyList<string> half, int fromEnd) =>
        half[Math.Min(half.Count - 1, _scale.Scaled <= 3 ? half.Count - 1 : fromEnd)];
}
