namespace Barometer.Evidence.Figures;

/// <summary>Describes estimates of waves as lines over time: a point and a whisker a wave, a line between waves that are comparable, and a mark where the series is broken.</summary>
internal static class OverTimeLines
{
    private static readonly LocalizedText Kind = new("Linjediagram over tid", "Line chart over time");

    // Neighbours differ in grey, too: blue, navy, ochre, dark, grey, brown.
    internal static readonly IReadOnlyList<string> Colors = [Palette.Bar, Palette.Highlight, Palette.Below, Palette.Total, Palette.Middle, Palette.Lower[0]];

    /// <summary>The figure.</summary>
    public static FigureDescription Describe(OverTimeSeries series, FigureOptions options)
    {
        var language = options.Language;
        var frame = new EstimateFrame(series.Estimates[0], options with { Labels = [] });
        var rows = series.Lines.SelectMany((line, i) => series.Waves.Index().Where(wave => line.Points[wave.Index] is not null).Select(wave => Row(series, frame, line, i, wave.Index, language))).ToList();
        var axis = frame.Axis(rows);
        var chart = new RowChart(RowMark.Lines, rows, axis)
        {
            Breaks = [.. series.Breaks.Where(one => one.After + 1 < series.Times.Count).Select(one => new AxisTick((series.Times[one.After] + series.Times[one.After + 1]) / 2, language == Language.Nb ? "brudd" : "break"))],
        };
        var unit = EstimateWording.AsSentence(series.Unit.In(language));
        var what = series.What.In(language);
        return FigureFrame.Around(
            chart, options, series.Stamp, series.Stamp.Id, series.Title,
            options.OwnTitle?.StartsWith(what, StringComparison.OrdinalIgnoreCase) ?? true ? unit : $"{EstimateWording.AsSentence(what)} {unit}", // a title that begins with what it is of says it once
            Notes(series, rows, language), series.Source, Kind);
    }

    private static IEnumerable<string> Notes(OverTimeSeries series, List<ChartRow> rows, Language language)
    {
        if (IntervalWording.Level(series.Estimates.SelectMany(one => one.Content.Estimates).Where(ReleasedCell.IsShown)) is { } level)
        {
            yield return IntervalWording.Whiskers(level).In(language) + (series.Lines is [var only] ? " " + Answers(series, only, language) : "");
        }

        foreach (var note in series.BreakNotes.Concat(series.Choices))
        {
            yield return note.In(language);
        }

        if (rows.Any(row => row.Form == ValueForm.Suppressed))
        {
            yield return StandardSymbol.NotPublishable.Explained(language);
        }
    }

    // «Antall svar: 762 i 2018, 809 i 2021.»
    private static string Answers(OverTimeSeries series, OverTimeLine line, Language language)
    {
        var (format, within) = (NumberFormat.For(language), language == Language.Nb ? "i" : "in");
        var counts = series.Waves.Index().Where(wave => line.Points[wave.Index]?.Respondents is not null).Select(wave => $"{format.Integer(line.Points[wave.Index]!.Respondents!.Value)} {within} {wave.Item.In(language)}");
        return $"{(language == Language.Nb ? "Antall svar" : "Answers")}: {string.Join(", ", counts)}.";
    }

    private static ChartRow Row(OverTimeSeries series, EstimateFrame frame, OverTimeLine line, int number, int wave, Language language)
    {
        var point = line.Points[wave]!;
        var (lower, upper) = frame.Limits(point);
        var label = series.Waves[wave].In(language);
        var isBroken = wave > 0 && (line.Points[wave - 1] is null || series.Breaks.Any(one => one.After == wave - 1));
        return new ChartRow
        {
            Names = FigureChoices.NamesOf(point),
            Label = label,
            Section = series.Lines.Count == 1 ? null : line.Label.In(language),
            Form = frame.Drawn(point) is not null ? ValueForm.Exact : ReleasedCell.IsShown(point) ? ValueForm.Missing : ValueForm.Suppressed,
            Value = frame.Drawn(point),
            Lower = lower,
            Upper = upper,
            Time = series.Times[wave],
            IsBroken = isBroken,
            OwnColor = number == 0 ? null : Colors[number % Colors.Count],
            ValueLabel = frame.Text(point),
            Spoken = frame.Spoken(label, point),
        };
    }
}
