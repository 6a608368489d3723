namespace Barometer.Evidence.Published;

/// <summary>Published figures in words of each language, no more exactly than they were printed.</summary>
internal static class PublishedWording
{
    /// <summary>Why two series stand apart.</summary>
    public static readonly LocalizedText SeriesApart = new(
        "Seriene kan ikke sammenlignes: å jobbe med innovasjon krever mindre enn å ha innført en.",
        "The series can't be compared: to work with innovation asks for less than to have introduced one.");

    /// <summary>What hatching means.</summary>
    public static readonly LocalizedText Hatched = new(
        "Skravert: avrundet eller omtrentlig i kilden, gjengitt slik det står der.",
        "Hatched: rounded or approximate in the source, told as it stands there.");

    /// <summary>The statement, for example «rundt 20 %» or «8 av 10».</summary>
    public static string Statement(PublishedFigure figure, Language language)
    {
        var format = NumberFormat.For(language);
        return figure.Kind switch
        {
            PublishedKind.Rank => figure.Item!.In(language),
            PublishedKind.Ratio => Ratio(figure, language),
            PublishedKind.Rounded => Word(figure.Qualifier, language) + "\u00A0" + Amount(figure, format),
            _ when figure.Qualifier == PublishedQualifier.Range =>
                format.PercentRange((double)figure.Lower!.Value, (double)figure.Upper!.Value, figure.Decimals!.Value),
            PublishedKind.Percent => format.Percent((double)figure.Value!.Value, figure.Decimals!.Value),
            _ => format.Number(figure.Value!.Value, figure.Decimals!.Value),
        };
    }

    /// <summary>Every source once, joined with semicolons.</summary>
    public static LocalizedText Sources(PublishedSelection selection)
    {
        var titles = string.Join("; ", selection.Sources.Select(source => source.Title.TrimEnd('.')).Distinct());
        return new LocalizedText(titles, titles);
    }

    /// <summary>The heading of a series; null for figures that belong to none.</summary>
    public static LocalizedText? Series(PublishedSeries series) => series switch
    {
        PublishedSeries.WorksWith => new("Jobber med innovasjon", "Work with innovation"),
        PublishedSeries.Introduced => new("Har innført innovasjon", "Introduced an innovation"),
        PublishedSeries.Unclear => new("Formuleringen avgjør ikke serien", "The wording does not decide the series"),
        _ => null,
    };

    private static string Ratio(PublishedFigure figure, Language language) => figure is { Numerator: 1, Denominator: 2 }
        ? Half(language)
        : FormattableString.Invariant($"{figure.Numerator} {(language == Language.Nb ? "av" : "of")} {figure.Denominator}");

    private static string Amount(PublishedFigure figure, NumberFormat format)
    {
        var stated = figure.Value ?? figure.Lower ?? figure.Upper!.Value;
        return figure switch
        {
            { Numerator: 1, Denominator: 2 } => Half(format.Language),
            { Numerator: { } numerator, Denominator: { } denominator } => FormattableString.Invariant($"{numerator}/{denominator}"),
            { Unit: PublishedUnit.Share } => format.Percent((double)stated),
            _ => format.Number(stated, 0),
        };
    }

    private static string Half(Language language) => language == Language.Nb ? "halvparten" : "half";

    private static string Word(PublishedQualifier qualifier, Language language) => (qualifier, language) switch
    {
        (PublishedQualifier.Around, Language.Nb) => "rundt",
        (PublishedQualifier.Around, _) => "around",
        (PublishedQualifier.ALittleOver, Language.Nb) => "litt\u00A0over",
        (PublishedQualifier.ALittleOver, _) => "a\u00A0little\u00A0over",
        (PublishedQualifier.Almost, Language.Nb) => "nesten",
        (PublishedQualifier.Almost, _) => "almost",
        _ => "over",
    };
}
