namespace Barometer.Evidence;

/// <summary>
/// Describes what weighting does as points: one share under several schemes with its intervals, and how far groups lie from
/// their share of the frame before weighting and with the chosen weights.
/// </summary>
internal static class WeightingDots
{
    private const int Decimals = 1;

    private static readonly LocalizedText NoZero = new("Aksen begynner ikke på null.", "The axis does not begin at zero.");

    /// <summary>The figure of a share under several schemes; the chosen scheme stands out.</summary>
    public static FigureDescription Describe(ReleasedSchemes schemes, FigureOptions options)
    {
        var table = schemes.Releases[0].Release.Content;
        var (language, format) = (options.Language, NumberFormat.For(options.Language));
        var rows = schemes.Releases.Select(one => Row(one.Scheme, one.Release.Content.Estimates[0], format)).ToArray();
        return FigureFrame.Around(
            new RowChart(RowMark.Dots, rows, ValueAxis.Around(EstimateFrame.Ends(rows), tick => format.Percent(tick / 100, 0))),
            options,
            schemes.Stamp,
            schemes.Id,
            schemes.Title,
            EstimateWording.AsSentence(EstimateWording.UnitAndPeriod(table).In(language)),
            [Reading(schemes, format)],
            EstimateWording.Source(table),
            FigureFrame.DotChart);
    }

    /// <summary>The figure of a balance: open points for the first scheme, filled ones for the chosen one.</summary>
    /// <exception cref="BarometerException">No scheme is said to be chosen.</exception>
    public static FigureDescription Describe(ReleasedBalance balance, FigureOptions options)
    {
        var chosen = balance.Schemes.ToList().FindIndex(scheme => scheme.IsChosen);
        if (chosen < 1)
        {
            throw new BarometerException(new Problem(
                "A figure of the balance needs a scheme to compare with the first", Expected: "one later scheme with IsChosen"));
        }

        var (language, format, first) = (options.Language, NumberFormat.For(options.Language), balance.Schemes[0]);
        var rows = balance.Variables.SelectMany(variable => variable.Groups.Select(group =>
            Row(variable.Label.In(language), group.Group.Label.In(language), group.Gap(0), group.Gap(chosen), format))).ToArray();
        var axis = ValueAxis.Holding(EstimateFrame.Ends(rows), 1, tick => Signed(tick, tick == Math.Floor(tick) ? 0 : 1, format));
        return FigureFrame.Around(
            new RowChart(RowMark.Dots, rows, axis) { Reference = 0, ValueHeader = new LocalizedText($"{first.Nb} til vektet", $"{first.En} to weighted").In(language) },
            options,
            balance.Stamp,
            balance.Id,
            Title(balance),
            Subtitle(first).In(language),
            [],
            EstimateWording.Source(balance.Variables[0].Counts.Content),
            FigureFrame.DotChart);
    }

    private static ChartRow Row(WeightingScheme scheme, ReleasedEstimate estimate, NumberFormat format)
    {
        var label = scheme.Name.In(format.Language);
        var row = new ChartRow
        {
            Label = label,
            Form = ValueForm.Suppressed,
            ValueLabel = StandardSymbol.NotPublishable.Sign(),
            Spoken = $"{label}: {StandardSymbol.NotPublishable.Meaning().In(format.Language)}",
            IsStrong = scheme.IsChosen,
            Tone = scheme.IsChosen ? RowTone.Total : RowTone.Usual,
        };
        if (!ReleasedCell.IsShown(estimate))
        {
            return row;
        }

        var value = format.Percent(estimate.Value, Decimals);
        var limits = estimate.Interval is { } interval ? (Lower: Percent(interval.Lower), Upper: Percent(interval.Upper)) : ((double Lower, double Upper)?)null;
        return row with
        {
            Form = ValueForm.Exact,
            Value = Percent(estimate.Value),
            Lower = limits?.Lower,
            Upper = limits?.Upper,
            ValueLabel = value,
            Spoken = AltText.Row(label, value, limits is { } found ? format.Range(found.Lower, found.Upper, Decimals - 1) : null, estimate.Respondents, format),
        };
    }

    private static string Reading(ReleasedSchemes schemes, NumberFormat format)
    {
        var shown = schemes.Releases.SelectMany(one => one.Release.Content.Estimates).Where(ReleasedCell.IsShown).ToArray();
        string?[] parts =
        [
            IntervalWording.Level(shown) is { } level ? IntervalWording.Whiskers(level).In(format.Language) : null,
            EstimateFrame.CommonBase(shown.Select(estimate => estimate.Respondents)) is { } n ? EstimateFrame.BaseNote(n, format) : null,
            NoZero.In(format.Language),
        ];
        return string.Join(" ", parts.OfType<string>());
    }

    private static ChartRow Row(string section, string label, double? before, double? after, NumberFormat format)
    {
        var hidden = StandardSymbol.NotPublishable.Sign();
        var (from, to) = (before is { } b ? Signed(b, Decimals, format) : hidden, after is { } a ? Signed(a, Decimals, format) : hidden);
        return new ChartRow
        {
            Section = section,
            Label = label,
            Form = after is null ? ValueForm.Suppressed : ValueForm.Exact,
            Before = before,
            Value = after,
            ValueLabel = format.Language == Language.En ? $"{from} to {to}" : $"{from} til {to}",
            Spoken = format.Language == Language.En ? $"{label}: from {from} to {to} points" : $"{label}: fra {from} til {to} prosentpoeng",
        };
    }

    private static LocalizedText Title(ReleasedBalance balance) => new(
        "Avstand til rammen, etter " + string.Join(" og ", balance.Variables.Select(variable => variable.Label.Nb.ToLowerInvariant())),
        "Distance to the frame, by " + string.Join(" and ", balance.Variables.Select(variable => variable.Label.En.ToLowerInvariant())));

    private static LocalizedText Subtitle(WeightingScheme first) => new(
        $"Andel av svarene minus andel av rammen, prosentpoeng. Åpen sirkel: {first.Nb.ToLowerInvariant()}. Fylt sirkel: med vektingen som brukes.",
        $"Share of the answers less share of the frame, percentage points. Open circle: {first.En.ToLowerInvariant()}. Filled circle: with the weighting in use.");

    private static string Signed(double value, int decimals, NumberFormat format) => (value > 0 ? "+" : "") + format.Number(value, decimals);

    private static double Percent(double share) => Rounding.Percent(share, Decimals);
}
