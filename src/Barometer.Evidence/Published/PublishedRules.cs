namespace Barometer.Evidence.Published;

/// <summary>What has to go together in one line of <c>figures.csv</c>.</summary>
internal static class PublishedRules
{
    /// <summary>Reports what <paramref name="figure"/> lacks or has too much.</summary>
    public static void Check(PublishedFigure figure, PublishedRow row)
    {
        if (!HasItsNumbers(figure))
        {
            row.Report("The numbers don't fit the kind", "kind", Needed(figure), "other cells filled in");
        }

        if (figure.Unit != UnitOf(figure))
        {
            row.Report("The unit doesn't fit the kind", "unit", "share for a percentage or ratio, number for a count, item for a rank, words for a statement", "another unit");
        }

        if (figure.Unit == PublishedUnit.Share && new[] { figure.Value, figure.Lower, figure.Upper, figure.Fraction }.Any(share => share > 1))
        {
            row.Report("A share is above 1", "value", "a share from 0 to 1, for example 0.85 for 85 %", "a larger number");
        }

        if (figure.Lower >= figure.Upper)
        {
            row.Report("The limits are the wrong way round", "lower", "a lower limit below the upper", "a limit that isn't");
        }

        if (figure.Series != PublishedSeries.None && (figure.SeriesNote is null || figure.Label is null))
        {
            row.Report("A figure of a series lacks its reason or its label", "series", "series_note and label filled in", "nothing");
        }
    }

    private static PublishedUnit UnitOf(PublishedFigure figure) => figure.Kind switch
    {
        PublishedKind.Percent when figure.Unit is PublishedUnit.Points or PublishedUnit.Score => figure.Unit,
        PublishedKind.Percent or PublishedKind.Ratio => PublishedUnit.Share,
        PublishedKind.Count => PublishedUnit.Number,
        PublishedKind.Rank => PublishedUnit.Item,
        PublishedKind.Statement => PublishedUnit.Words,
        _ => figure.Unit == PublishedUnit.Number ? figure.Unit : PublishedUnit.Share,
    };

    private static bool HasItsNumbers(PublishedFigure figure)
    {
        var limits = (figure.Value is not null, figure.Lower is not null, figure.Upper is not null);
        var fraction = figure is { Numerator: > 0, Denominator: > 0 };
        var noFraction = figure is { Numerator: null, Denominator: null };
        return (figure.Kind, figure.Qualifier) switch
        {
            (PublishedKind.Percent or PublishedKind.Count, PublishedQualifier.Exact) => limits == (true, false, false) && noFraction && figure.Decimals is not null,
            (PublishedKind.Percent, PublishedQualifier.Range) => limits == (false, true, true) && noFraction && figure.Decimals is not null,
            (PublishedKind.Ratio, PublishedQualifier.Exact) => limits == (false, false, false) && fraction,
            (PublishedKind.Rounded, PublishedQualifier.Around) => limits == (true, false, false) && (fraction || noFraction),
            (PublishedKind.Rounded, PublishedQualifier.Over or PublishedQualifier.ALittleOver) => limits == (false, true, false) && (fraction || noFraction),
            (PublishedKind.Rounded, PublishedQualifier.Almost or PublishedQualifier.Under) => limits == (false, false, true) && (fraction || noFraction),
            (PublishedKind.Rank, PublishedQualifier.Exact) => limits == (false, false, false) && noFraction && figure.Item is not null,
            (PublishedKind.Statement, PublishedQualifier.Exact) => limits == (false, false, false) && noFraction && figure is { Item: not null, ItemCode: null },
            _ => false,
        };
    }

    private static string Needed(PublishedFigure figure) => figure.Kind switch
    {
        PublishedKind.Percent => "value and decimals, or for a range lower, upper and decimals",
        PublishedKind.Count => "value and decimals, exact-as-printed",
        PublishedKind.Ratio => "numerator and denominator, exact-as-printed",
        PublishedKind.Rounded => "value for around, lower for over and a-little-over, upper for almost and under",
        PublishedKind.Rank => "item and item_nb, exact-as-printed",
        _ => "item and item_nb and no item_code, exact-as-printed",
    };
}
