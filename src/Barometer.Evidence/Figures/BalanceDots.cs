namespace Barometer.Evidence.Figures;

/// <summary>Describes how far groups lie from their share of the frame: before weighting, and with the chosen weights.</summary>
internal static class BalanceDots
{
    private const int Decimals = 1;

    /// <summary>The figure: open points for the first scheme, filled ones for the chosen one.</summary>
    /// <exception cref="BarometerException">No scheme is said to be chosen.</exception>
    public static FigureDescription Describe(ReleasedBalance balance, FigureOptions options)
    {
        var chosen = balance.Schemes.ToList().FindIndex(scheme => scheme.IsChosen);
        if (chosen < 1)
        {
            throw new BarometerException(new Problem(
                "A figure of the balance needs a scheme to compare with the first", Expected: "one later scheme with IsChosen"));
        }

        var language = options.Language;
        var format = NumberFormat.For(language);
        var rows = balance.Variables.SelectMany(variable => variable.Groups.Select(group =>
            Row(variable.Label.In(language), group.Label.In(language), group.Gap(0), group.Gap(chosen), format, language))).ToArray();
        var frame = balance.Variables[0].Counts.Content;
        var title = (options.Title ?? Title(balance)).In(language);
        return new FigureDescription
        {
            Id = balance.Id,
            Language = language,
            Variant = options.Variant,
            Title = title,
            Subtitle = Subtitle(balance.Schemes[0]).In(language),
            Notes = options.Note is { } own ? [own.In(language)] : [],
            Source = $"{Wording.Source.In(language)}: {EstimateWording.Sentence(EstimateWording.Source(frame).In(language))}",
            SyntheticMark = balance.Stamp.IsSynthetic ? Wording.Synthetic.In(language) : null,
            AltText = AltText.Of(title, rows, balance.Stamp.IsSynthetic, language),
            Stamp = balance.Stamp,
            Chart = new DotChart(
                rows,
                ValueAxis.Holding(rows.SelectMany(row => new[] { row.Before, row.Value }).OfType<double>(), 1, tick => Signed(tick, tick == Math.Floor(tick) ? 0 : 1, format)),
                Reference: 0)
            {
                ValueHeader = ValueHeader(balance.Schemes[0]).In(language),
            },
        };
    }

    private static DotRow Row(string section, string label, double? before, double? after, NumberFormat format, Language language)
    {
        var hidden = StandardSymbol.NotPublishable.Sign();
        var (from, to) = (before is { } b ? Signed(b, Decimals, format) : hidden, after is { } a ? Signed(a, Decimals, format) : hidden);
        return new DotRow
        {
            Section = section,
            Label = label,
            Before = before,
            Value = after,
            ValueLabel = language == Language.En ? $"{from} to {to}" : $"{from} til {to}",
            Spoken = language == Language.En ? $"{label}: from {from} to {to} points" : $"{label}: fra {from} til {to} prosentpoeng",
        };
    }

    private static LocalizedText Title(ReleasedBalance balance) => new(
        "Avstand til rammen, etter " + string.Join(" og ", balance.Variables.Select(variable => variable.Label.Nb.ToLowerInvariant())),
        "Distance to the frame, by " + string.Join(" and ", balance.Variables.Select(variable => variable.Label.En.ToLowerInvariant())));

    private static LocalizedText Subtitle(WeightingScheme first) => new(
        $"Andel av svarene minus andel av rammen, prosentpoeng. Åpen sirkel: {first.Nb.ToLowerInvariant()}. Fylt sirkel: med vektingen som brukes.",
        $"Share of the answers less share of the frame, percentage points. Open circle: {first.En.ToLowerInvariant()}. Filled circle: with the weighting in use.");

    private static LocalizedText ValueHeader(WeightingScheme first) => new($"{first.Nb} til vektet", $"{first.En} to weighted");

    private static string Signed(double value, int decimals, NumberFormat format) => (value > 0 ? "+" : "") + format.Number(value, decimals);
}
