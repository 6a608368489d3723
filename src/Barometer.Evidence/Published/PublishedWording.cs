namespace Barometer.Evidence.Published;

/// <summary>Published figures in words of each language, no more exactly than they were printed.</summary>
internal static class PublishedWording
{
    /// <summary>Why two series stand apart.</summary>
    public static readonly LocalizedText SeriesApart = new(
        "Hvert felt har sitt spørsmål, og felt kan ikke sammenlignes: å jobbe med innovasjon krever mindre enn å ha innført en.",
        "Each panel has its own question, and panels can't be compared: to work with innovation asks for less than to introduce it.");

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
            PublishedKind.Rank or PublishedKind.Statement => figure.Item!.In(language),
            PublishedKind.Ratio => Ratio(figure, language),
            PublishedKind.Rounded => Word(figure.Qualifier, language) + "\u00A0" + Amount(figure, format),
            _ when figure.Qualifier == PublishedQualifier.Range =>
                format.PercentRange((double)figure.Lower!.Value, (double)figure.Upper!.Value, figure.Decimals!.Value),
            PublishedKind.Percent when figure.Unit == PublishedUnit.Points =>
                $"{format.Number(figure.Value!.Value * 100, figure.Decimals!.Value)}\u00A0{(language == Language.Nb ? "prosentpoeng" : "percentage points")}",
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

    /// <summary>Every publisher once: what stands before the first comma of a title. For a chart of many sources; its table names titles and addresses.</summary>
    public static LocalizedText Publishers(PublishedSelection selection)
    {
        var publishers = string.Join("; ", selection.Sources.Select(source => source.Title.Split(',')[0].TrimEnd('.')).Distinct());
        return new LocalizedText(publishers, publishers);
    }

    /// <summary>A level of government.</summary>
    public static LocalizedText Level(GovernmentLevel level) => level switch
    {
        GovernmentLevel.State => new("staten", "the state"),
        GovernmentLevel.Region => new("regioner", "regions"),
        GovernmentLevel.Local => new("kommunesektoren", "the municipal sector"),
        GovernmentLevel.All => new("alle nivåer samlet", "all levels together"),
        GovernmentLevel.Unclear => new("nivået er ikke oppgitt", "level not stated"),
        _ => new("ikke et forvaltningsnivå", "no level of government"),
    };

    /// <summary>What a figure is a share or a number of.</summary>
    public static LocalizedText Unit(StatisticalUnit unit) => unit switch
    {
        StatisticalUnit.Workplace => new("arbeidsplasser", "workplaces"),
        StatisticalUnit.Organisation => new("virksomheter", "organisations"),
        StatisticalUnit.Innovation => new("innovasjoner", "innovations"),
        StatisticalUnit.NonInnovator => new("arbeidsplasser uten innovasjon", "workplaces that don't innovate"),
        StatisticalUnit.Leader => new("ledere", "leaders"),
        StatisticalUnit.Employee => new("ansatte", "employees"),
        _ => new("ikke oppgitt", "not stated"),
    };

    /// <summary>The heading of a series; null for figures that belong to none.</summary>
    public static LocalizedText? Series(PublishedSeries series) => series switch
    {
        PublishedSeries.WorksWith => new("Jobber med innovasjon", "Work with innovation"),
        PublishedSeries.Introduced => new("Har innført innovasjon", "Introduced an innovation"),
        PublishedSeries.Undertaken => new("Har gjennomført innovasjon", "Undertook innovation"),
        PublishedSeries.EmployeesView => new("Ansatte sier at arbeidsgruppen har innført innovasjon", "Employees say that their work group introduced innovation"),
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
        (PublishedQualifier.Under, Language.Nb) => "under",
        (PublishedQualifier.Under, _) => "less\u00A0than",
        _ => "over",
    };
}
