namespace Barometer.Evidence.Published;

/// <summary>Says a published figure in a language, no more exactly than it was printed.</summary>
internal static class PublishedText
{
    /// <summary>The statement, for example «rundt 20 %» or «8 av 10».</summary>
    public static string Of(PublishedFigure figure, Language language)
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
