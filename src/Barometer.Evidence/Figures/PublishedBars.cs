namespace Barometer.Evidence.Figures;

/// <summary>
/// Describes figures that others have published as bars. A rounded statement, a range and a limit look like what they
/// are, and series that can't be compared stand in sections of their own.
/// </summary>
internal sealed class PublishedBars
{
    private readonly Released<PublishedSelection> _released;
    private readonly FigureOptions _options;
    private readonly IReadOnlyList<PublishedFigure> _items;
    private readonly ConfidenceNotes _confidence;
    private readonly NumberFormat _format;
    private readonly bool _isShare;
    private readonly bool _hasSections;

    private PublishedBars(Released<PublishedSelection> released, FigureOptions options)
    {
        _released = released;
        _options = options;
        _items = released.Content.Figures;
        if (_items.Any(item => item.Unit == PublishedUnit.Item) || _items.Select(item => item.Unit).Distinct().Count() > 1)
        {
            throw new BarometerException(new Problem(
                $"«{released.Stamp.Id}» can't be drawn on one axis", Expected: "figures that are all shares, or all numbers"));
        }

        _confidence = new ConfidenceNotes(_items, onlyDoubts: true);
        _format = NumberFormat.For(options.Language);
        _isShare = _items[0].Unit == PublishedUnit.Share;
        _hasSections = _items.Select(item => item.Series).Distinct().Count() > 1;
    }

    private Language Language => _options.Language;

    /// <summary>The figure of <paramref name="released"/>.</summary>
    public static FigureDescription Describe(Released<PublishedSelection> released, FigureOptions options) =>
        new PublishedBars(released, options).Describe();

    private FigureDescription Describe()
    {
        var rows = BarSorting.Sort([.. _items.Select(Row)], _options.Order);
        var title = (_options.Title ?? _released.Content.Title).In(Language);
        return new FigureDescription
        {
            Id = _released.Stamp.Id,
            Language = Language,
            Variant = _options.Variant,
            Title = title,
            Subtitle = Subtitle(),
            Notes = Notes(),
            Source = $"{Wording.Source.In(Language)}: {EstimateWording.Sentence(PublishedWording.Sources(_released.Content).In(Language))}",
            SyntheticMark = null,
            AltText = AltText.Of(title, rows, isSynthetic: false, Language),
            Stamp = _released.Stamp,
            Chart = new BarChart(rows, ValueAxis.Holding(rows.Select(row => row.Reach), _isShare ? 100 : 1, AxisLabel)),
        };
    }

    private BarRow Row(PublishedFigure item)
    {
        var form = Form(item);
        var label = item.Whose.In(Language);
        var text = item.Text.In(Language);
        var mark = _confidence.Mark(item);
        return new BarRow
        {
            Label = item.BaseN is { } n ? $"{label} (n\u00A0=\u00A0{_format.Integer(n)})" : label,
            Section = _hasSections ? PublishedWording.Series(item.Series)?.In(Language) : null,
            Form = form,
            Value = Drawn(form switch { BarForm.Range => item.ImpliedUpper, BarForm.MoreThan => item.Implied?.Lower, _ => item.Mark }),
            Lower = form == BarForm.Range ? Drawn(item.Implied?.Lower) : null,
            Upper = form == BarForm.Range ? Drawn(item.ImpliedUpper) : null,
            ValueLabel = mark.Length > 0 ? $"{text}\u00A0{mark})" : text,
            Spoken = BarSpeech.Of(label, text, null, item.BaseN, _format, Language),
        };
    }

    private static BarForm Form(PublishedFigure item) => item.Qualifier switch
    {
        PublishedQualifier.Over => BarForm.MoreThan,
        _ when item.Mark is null => BarForm.Range,
        _ => item.IsRoundedStatement ? BarForm.Rounded : BarForm.Exact,
    };

    private double? Drawn(decimal? value) => (double?)value is { } known ? (double)Rounding.HalfAwayFromZero(Rounding.ToDecimal(known) * (_isShare ? 100 : 1), 6) : null;

    private string AxisLabel(double tick) => _isShare ? _format.Percent(tick / 100) : _format.Number(tick, 0);

    private string Subtitle()
    {
        var unit = _isShare
            ? new LocalizedText("Prosent, slik tallene er trykt i kildene.", "Per cent, as printed in the sources.")
            : new LocalizedText("Antall, slik tallene er trykt i kildene.", "Numbers as printed in the sources.");
        var indicators = _items.Select(item => item.Indicator.In(Language)).Distinct().ToArray();
        return indicators.Length == 1 ? $"{EstimateWording.Sentence(indicators[0])} {unit.In(Language)}" : unit.In(Language);
    }

    private List<string> Notes()
    {
        string?[] reading =
        [
            _items.Any(item => Form(item) != BarForm.Exact) ? PublishedWording.Hatched.In(Language) : null,
            _items.Any(item => item.BaseN is not null) ? Wording.BaseNote.In(Language) : null,
            _items.Any(item => item.Series == PublishedSeries.WorksWith) && _items.Any(item => item.Series == PublishedSeries.Introduced)
                ? PublishedWording.SeriesApart.In(Language)
                : null,
        ];
        var joined = string.Join(" ", reading.OfType<string>());
        return
        [
            .. joined.Length > 0 ? [joined] : Array.Empty<string>(),
            .. _confidence.Notes.Select(note => $"{note.Mark}) {note.Text.In(Language)}"),
            .. _options.Note is { } own ? [own.In(Language)] : Array.Empty<string>(),
        ];
    }
}
