namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes two sets of estimates of the same things (two groups, two surveys, two waves) as two points a line, each with
/// its interval.
/// </summary>
internal sealed class PairDots
{
    private static readonly LocalizedText Kind = new("Punktdiagram for to grupper", "Dot chart of two groups");

    private readonly EstimatePairs _pairs;
    private readonly EstimateFrame _first;
    private readonly EstimateFrame _second;
    private readonly FigureOptions _options;

    private PairDots(EstimatePairs pairs, FigureOptions options)
    {
        _pairs = pairs;
        _first = new EstimateFrame(pairs.First, options with { Labels = [] });
        _second = new EstimateFrame(pairs.Second, options with { Labels = [] });
        _options = options;
    }

    private Language Language => _options.Language;

    /// <summary>The figure of <paramref name="pairs"/>.</summary>
    public static FigureDescription Describe(EstimatePairs pairs, FigureOptions options) => new PairDots(pairs, options).Describe();

    private FigureDescription Describe()
    {
        var rows = RowOrder.Sort(
            [.. _pairs.Rows.Select(Row)], _options.Order == BarOrder.Suited ? BarOrder.Value : _options.Order, _options, row => row, Shown);
        var chart = new RowChart(RowMark.Dots, rows, _first.Axis(rows))
        {
            Reference = 0,
            Legend =
            [
                new LegendKey(Named(_pairs.SecondName, row => row.Second), LegendMark.Filled, Palette.Bar),
                new LegendKey(Named(_pairs.FirstName, row => row.First), LegendMark.Open, Palette.Total),
            ],
        };
        var spoken = rows.Select(row => SpokenRow.Of(row, Shown(row), row.Value is null || row.Before is null));
        return _first.Describe("pair", chart, Kind, Reading(), [.. spoken]) with
        {
            Id = _pairs.Id,
            Subtitle = _pairs.Subtitle(Language, hasTitle: _options.OwnTitle is not null),
            Source = FigureFrame.Source(_pairs.Source, Language),
        };
    }

    private static double? Shown(ChartRow row) => row.Value ?? row.Before;

    private string Reading()
    {
        var whiskers = IntervalWording.Level(_pairs.Rows.Select(pair => pair.First).Where(ReleasedCell.IsShown)) is { } level
            ? $"{IntervalWording.Whiskers(level).In(Language).TrimEnd('.')}, {_pairs.Places(Language)}. "
            : "";
        var hidden = _pairs.Rows.Any(pair => !ReleasedCell.IsShown(pair.First) || !ReleasedCell.IsShown(pair.Second))
            ? " " + StandardSymbol.NotPublishable.Explained(Language)
            : "";
        var cautions = string.Concat(_pairs.Cautions.Select(caution => caution.In(Language) + " "));
        return cautions + _pairs.Populations.In(Language) + whiskers + Wording.BaseNote.In(Language) + hidden + _pairs.Weighting(Language);
    }

    private ChartRow Row(EstimatePair pair)
    {
        var label = FigureChoices.Own(pair.Label, _options, FigureChoices.NamesOf(pair.Second)).In(Language);
        var (lower, upper) = _second.Limits(pair.Second);
        var (beforeLower, beforeUpper) = _first.Limits(pair.First);
        var (first, second) = (_first.Text(pair.First), _second.Text(pair.Second));
        return new ChartRow
        {
            Names = FigureChoices.NamesOf(pair.Second),
            Label = label,
            Section = pair.Section?.In(Language),
            IsTotal = _pairs.IsTotal(pair),
            Value = _second.Drawn(pair.Second),
            Lower = lower,
            Upper = upper,
            Before = _first.Drawn(pair.First),
            BeforeLower = beforeLower,
            BeforeUpper = beforeUpper,
            ValueLabel = Language == Language.En ? $"{second} v. {first}" : $"{second} mot {first}",
            Spoken = $"{label}: {_second.Spoken(_pairs.SecondName.In(Language), pair.Second)}, {_first.Spoken(_pairs.FirstName.In(Language), pair.First)}",
        };
    }

    /// <summary>The name with its number of answers; a range where items differ in it.</summary>
    private string Named(LocalizedText name, Func<EstimatePair, ReleasedEstimate> of)
    {
        var numbers = _pairs.Rows.Select(of).Where(ReleasedCell.IsShown).Select(estimate => estimate.Respondents).OfType<int>().ToArray();
        if (numbers.Length == 0)
        {
            return name.In(Language);
        }

        var (low, high) = (numbers.Min(), numbers.Max());
        var text = low == high ? _first.Format.Integer(low) : _first.Format.Range(low, high);
        return $"{name.In(Language)} (n\u00A0=\u00A0{text})";
    }
}
