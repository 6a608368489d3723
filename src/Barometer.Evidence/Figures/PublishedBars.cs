namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes figures that others have published as bars. A rounded statement, a range and a limit look like what they
/// are, and series that can't be compared stand in sections of their own.
/// </summary>
internal sealed class PublishedBars
{
    private const int MostTitles = 3; // more of them fill the picture, and its table has them
    private const string Own = "NO";

    private readonly Released<PublishedSelection> _released;
    private readonly FigureOptions _options;
    private readonly IReadOnlyList<PublishedFigure> _items;
    private readonly ConfidenceNotes _confidence;
    private readonly NumberFormat _format;
    private readonly bool _isShare;
    private readonly bool _hasLevels;

    private PublishedBars(Released<PublishedSelection> released, FigureOptions options)
    {
        _released = released;
        _options = options;
        _items = released.Content.Figures;
        if (_items.Any(item => item.IsWords) || _items.Select(item => item.Unit).Distinct().Count() > 1)
        {
            throw new BarometerException(new Problem(
                $"«{released.Stamp.Id}» can't be drawn on one axis", Expected: "figures that are all shares, or all numbers"));
        }

        RefuseComparison();
        _confidence = new ConfidenceNotes(_items, onlyDoubts: true);
        _format = NumberFormat.For(options.Language);
        _isShare = _items[0].Unit != PublishedUnit.Number;
        _hasLevels = !HasPanels && _items.Select(item => item.Level).Distinct().Count() > 1;
        // Levels can't be ranked by value: a reader looks for a country and follows it through the years.
        _items = _hasLevels
            ? [.. _items.OrderBy(item => item.Level).ThenBy(item => item.Country != Own).ThenBy(item => item.Country, StringComparer.Ordinal).ThenBy(item => item.Year)]
            : _items;
    }

    private bool HasPanels => _released.Content.HasPanels;

    private Language Language => _options.Language;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    public static FigureDescription Describe(Released<PublishedSelection> released, FigureOptions options) =>
        new PublishedBars(released, options).Describe();

    private FigureDescription Describe()
    {
        var rows = RowOrder.Sort([.. _items.Select(Row)], _options.Order, _options);
        return FigureFrame.Around(
            new RowChart(RowMark.Bars, rows, ValueAxis.Holding(rows.Select(row => row.Reach), _isShare ? 100 : 1, AxisLabel)) { Reference = 0, HasPanels = HasPanels },
            _options,
            _released.Stamp,
            _released.Stamp.Id,
            _released.Content.Title,
            Subtitle(),
            Notes(),
            _released.Content.Sources.Count > MostTitles ? PublishedWording.Publishers(_released.Content) : PublishedWording.Sources(_released.Content),
            FigureFrame.BarChart);
    }

    private ChartRow Row(PublishedFigure item)
    {
        var form = Form(item);
        var label = item.Whose.In(Language);
        var text = item.Text.In(Language);
        var mark = _confidence.Mark(item);
        return new ChartRow
        {
            Names = [new Called(item.Id, item.Whose)],
            Label = item.BaseN is { } n ? $"{label} (n\u00A0=\u00A0{_format.Integer(n)})" : label,
            Section = HasPanels ? PublishedWording.Series(item.Series)?.In(Language)
                : _hasLevels ? SentenceCase.First(PublishedWording.Level(item.Level).In(Language)) : null,
            Tone = IsOwn(item) ? RowTone.Total : RowTone.Usual,
            IsStrong = IsOwn(item),
            Form = form,
            Value = Drawn(form switch { ValueForm.Range => item.ImpliedUpper, ValueForm.MoreThan => item.Implied?.Lower, _ => item.Mark }),
            Lower = form == ValueForm.Range ? Drawn(item.Implied?.Lower) : null,
            Upper = form == ValueForm.Range ? Drawn(item.ImpliedUpper) : null,
            ValueLabel = mark.Length > 0 ? $"{text}\u00A0{mark})" : text,
            Spoken = AltText.Row(label, text, null, item.BaseN, _format),
        };
    }

    // Norway stands out where it isn't alone.
    private bool IsOwn(PublishedFigure item) => item.Country == Own && _items.Any(other => other.Country != Own);

    /// <summary>Figures in one panel are read as one ranking: each has to be comparable with each.</summary>
    private void RefuseComparison()
    {
        foreach (var panel in _items.GroupBy(item => HasPanels ? item.Series : default).Select(panel => panel.ToList()))
        {
            var refused = panel.SelectMany((one, i) => panel.Skip(i + 1).Select(other => PublishedComparison.Of(one, other)))
                .FirstOrDefault(pair => pair.Comparability == Comparability.NotComparable);
            if (refused is not null)
            {
                throw refused.Refusal($"«{_released.Stamp.Id}» can't be drawn as one ranking",
                    refused.One.Topic == refused.Other.Topic ? "Published.Panels gives each series a panel of its own; a table shows anything" : "a table shows anything: EvidenceTable.Of");
            }
        }
    }

    private static ValueForm Form(PublishedFigure item) => item.Qualifier switch
    {
        PublishedQualifier.Over => ValueForm.MoreThan,
        _ when item.Mark is null => ValueForm.Range,
        _ => item.IsRoundedStatement ? ValueForm.Rounded : ValueForm.Exact,
    };

    private double? Drawn(decimal? value) => (double?)value is { } known ? (double)Rounding.HalfAwayFromZero(Rounding.ToDecimal(known) * (_isShare ? 100 : 1), 6) : null;

    private string AxisLabel(double tick) => _isShare ? _format.Percent(tick / 100) : _format.Number(tick, 0);

    private string Subtitle()
    {
        var unit = _isShare
            ? new LocalizedText("Prosent, slik tallene er trykt i kildene.", "Per cent, as printed in the sources.")
            : new LocalizedText("Antall, slik tallene er trykt i kildene.", "Numbers as printed in the sources.");
        var indicators = _items.Select(item => item.Indicator.In(Language)).Distinct().ToArray();
        return indicators.Length == 1 ? $"{EstimateWording.AsSentence(indicators[0])} {unit.In(Language)}" : unit.In(Language);
    }

    private List<string> Notes()
    {
        string?[] reading =
        [
            _items.Any(item => Form(item) != ValueForm.Exact) ? PublishedWording.Hatched.In(Language) : null,
            _items.Any(item => item.BaseN is not null) ? Wording.BaseNote.In(Language) : null,
            HasPanels && _items.Select(item => item.Series).Distinct().Count() > 1
                ? PublishedWording.SeriesApart.In(Language)
                : null,
        ];
        return
        [
            .. new[] { string.Join(" ", reading.OfType<string>()) }.Where(text => text.Length > 0),
            .. _confidence.Notes.Select(note => $"{note.Mark}) {note.Text.In(Language)}"),
        ];
    }
}
