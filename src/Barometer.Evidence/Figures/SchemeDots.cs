namespace Barometer.Evidence.Figures;

/// <summary>Describes one share under several weighting schemes as points with their intervals.</summary>
internal static class SchemeDots
{
    private const int Decimals = 1;

    private static readonly LocalizedText NoZero = new("Aksen begynner ikke på null.", "The axis does not begin at zero.");

    /// <summary>The figure; the chosen scheme stands out.</summary>
    public static FigureDescription Describe(ReleasedSchemes schemes, FigureOptions options)
    {
        var table = schemes.Releases[0].Release.Content;
        var format = NumberFormat.For(options.Language);
        var rows = schemes.Releases.Select(one => Row(one.Scheme, one.Release.Content.Estimates[0], format, options.Language)).ToArray();
        var title = (options.Title ?? schemes.Title).In(options.Language);
        return new FigureDescription
        {
            Id = schemes.Id,
            Language = options.Language,
            Variant = options.Variant,
            Title = title,
            Subtitle = EstimateWording.Sentence(EstimateWording.UnitAndPeriod(table).In(options.Language)),
            Notes = Notes(schemes, options, format),
            Source = $"{Wording.Source.In(options.Language)}: {EstimateWording.Sentence(EstimateWording.Source(table).In(options.Language))}",
            SyntheticMark = schemes.Stamp.IsSynthetic ? Wording.Synthetic.In(options.Language) : null,
            AltText = AltText.Of(title, rows, schemes.Stamp.IsSynthetic, options.Language),
            Stamp = schemes.Stamp,
            Chart = new DotChart(rows, ValueAxis.Around(Ends(rows), tick => format.Percent(tick / 100, 0))),
        };
    }

    private static DotRow Row(WeightingScheme scheme, ReleasedEstimate estimate, NumberFormat format, Language language)
    {
        var label = scheme.Name.In(language);
        if (!ReleasedCell.IsShown(estimate))
        {
            return new DotRow
            {
                Label = label,
                ValueLabel = StandardSymbol.NotPublishable.Sign(),
                Spoken = $"{label}: {StandardSymbol.NotPublishable.Meaning().In(language)}",
                IsStrong = scheme.IsChosen,
            };
        }

        var value = format.Percent(estimate.Value, Decimals);
        var interval = estimate.Interval is { } found ? format.Range(Percent(found.Lower), Percent(found.Upper), Decimals - 1) : null;
        return new DotRow
        {
            Label = label,
            Value = Percent(estimate.Value),
            Lower = estimate.Interval is { } lower ? Percent(lower.Lower) : null,
            Upper = estimate.Interval is { } upper ? Percent(upper.Upper) : null,
            ValueLabel = value,
            Spoken = BarSpeech.Of(label, value, interval, estimate.Respondents, format, language),
            IsStrong = scheme.IsChosen,
        };
    }

    private static IReadOnlyList<string> Notes(ReleasedSchemes schemes, FigureOptions options, NumberFormat format)
    {
        var shown = schemes.Releases.SelectMany(one => one.Release.Content.Estimates).Where(ReleasedCell.IsShown).ToArray();
        string?[] parts =
        [
            IntervalWording.Level(shown) is { } level ? IntervalWording.Whiskers(level).In(options.Language) : null,
            new CommonBase(shown.Select(estimate => estimate.Respondents), format).Note(anyKnown: false),
            NoZero.In(options.Language),
        ];
        return options.Note is { } own ? [string.Join(" ", parts.OfType<string>()), own.In(options.Language)] : [string.Join(" ", parts.OfType<string>())];
    }

    private static IEnumerable<double> Ends(IEnumerable<DotRow> rows) =>
        rows.SelectMany(row => new[] { row.Value, row.Lower, row.Upper }).OfType<double>();

    private static double Percent(double share) => (double)Rounding.HalfAwayFromZero(Rounding.ToDecimal(share) * 100, Decimals);
}
