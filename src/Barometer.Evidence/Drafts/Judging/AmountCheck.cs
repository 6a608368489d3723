namespace Barometer.Evidence.Drafts.Judging;

/// <summary>How a number in a draft stands to the number it should be.</summary>
internal enum AmountVerdict
{
    /// <summary>It says the same.</summary>
    Same,

    /// <summary>It is nearly the same, and rounded as it should not be, or with digits that the source doesn't have.</summary>
    Rounded,

    /// <summary>What the source says leaves it open.</summary>
    Open,

    /// <summary>It says something else.</summary>
    Other,
}

/// <summary>
/// Holds a written number against a true one. Each stands for a range: «61,9 %» for what rounds to it, «nær seks av ti» for what an author may say so of
/// (the ranges are those of <see cref="ImpliedRange"/>, docs/decisions/0062). A claim is right when all that its source can stand for lies in its range.
/// </summary>
internal static class AmountCheck
{
    private const decimal Tenth = 0.05m;
    private const decimal Step = 0.05m;
    private const decimal Reach = 1.5m;

    /// <summary>Compares a claimed share with a fact.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isOpposite">Whether the claim is of all others: «jobber ikke med innovasjon».</param>
    public static AmountVerdict Share(Claim claim, Fact fact, bool isOpposite = false)
    {
        var (least, most, value) = isOpposite ? (1 - fact.Most, 1 - fact.Least, 1 - fact.Value) : (fact.Least, fact.Most, fact.Value);
        if (fact.Figure is { IsRoundedStatement: true } figure)
        {
            return Statement(claim, least, most, isOpposite ? null : figure);
        }

        return value is not { } known ? (RangeOf(claim) is var (lower, upper) && (upper <= least || lower >= most) ? AmountVerdict.Other : AmountVerdict.Open)
            : claim.Loose == Loose.Exact && claim.Fraction is null ? Digits(claim.Value, claim.Decimals + 2, known, fact.Decimals + 2)
            : Loosely(claim, least, most, known);
    }

    /// <summary>Compares a claimed number of units with a fact.</summary>
    public static AmountVerdict Count(Claim claim, decimal value)
    {
        if (claim.Loose == Loose.Exact)
        {
            return claim.Value == value ? AmountVerdict.Same : IsRoundedTo(claim.Value, value) ? AmountVerdict.Rounded : AmountVerdict.Other;
        }

        var unit = LastDigit(claim.Value);
        return Within(claim.Loose, claim.Value, value, unit) ? AmountVerdict.Same : Math.Abs(claim.Value - value) <= unit ? AmountVerdict.Rounded : AmountVerdict.Other;
    }

    /// <summary>Compares a number in digits with a known one.</summary>
    /// <param name="written">The written number.</param>
    /// <param name="places">Its decimals.</param>
    /// <param name="known">The known number.</param>
    /// <param name="knownPlaces">Its decimals.</param>
    public static AmountVerdict Digits(decimal written, int places, decimal known, int knownPlaces)
    {
        if (places > knownPlaces)
        {
            return Rounding.HalfAwayFromZero(written, knownPlaces) == known ? AmountVerdict.Rounded : AmountVerdict.Other;
        }

        var unit = new decimal(1, 0, 0, isNegative: false, (byte)places);
        return Rounding.HalfAwayFromZero(known, places) == written ? AmountVerdict.Same
            : Math.Abs(known - written) < unit && places < knownPlaces ? AmountVerdict.Rounded : AmountVerdict.Other;
    }

    // Seven hundred for 762, where nothing says «about».
    private static bool IsRoundedTo(decimal written, decimal value) => LastDigit(written) is var unit and > 1 && Math.Abs(written - value) < unit && written >= 100;

    private static AmountVerdict Loosely(Claim claim, decimal least, decimal most, decimal known)
    {
        var middle = (least + most) / 2;
        var (lower, upper) = RangeOf(claim);
        // The known number decides; what it was rounded from may lie a hair outside.
        if (Within(claim, known))
        {
            return AmountVerdict.Same;
        }

        var away = middle < lower ? lower - middle : middle - upper;
        return away <= (claim.Fraction is null ? Step / 2 : Tenth) ? AmountVerdict.Rounded : AmountVerdict.Other;
    }

    private static bool Within(Claim claim, decimal known)
    {
        var (lower, upper) = RangeOf(claim);
        return claim.Loose switch
        {
            Loose.Over or Loose.LittleOver => known > lower && known <= upper,
            Loose.Under or Loose.Almost => known >= lower && known < upper,
            _ => known >= lower && known < upper + (upper >= 1 ? 1 : 0),
        };
    }

    private static AmountVerdict Statement(Claim claim, decimal least, decimal most, PublishedFigure? figure)
    {
        var (lower, upper) = RangeOf(claim);
        if (figure?.Kind == PublishedKind.Ratio && claim.Loose is Loose.Exact or Loose.Around && claim.Fraction is not null && claim.Value == figure?.Fraction)
        {
            return AmountVerdict.Same;
        }

        if (lower <= least && upper >= most)
        {
            return AmountVerdict.Same;
        }

        if (upper <= least || lower >= most)
        {
            return Math.Min(Math.Abs(lower - most), Math.Abs(least - upper)) < 0.025m && claim.Loose == Loose.Exact && claim.Fraction is null ? AmountVerdict.Rounded : AmountVerdict.Other;
        }

        return figure is not null && SaysAlike(claim, figure) ? AmountVerdict.Same : AmountVerdict.Open;
    }

    // «Rundt 20 prosent» of «rundt 20 %», «20 prosent», too: what is printed, with or without its word.
    private static bool SaysAlike(Claim claim, PublishedFigure figure)
    {
        var printed = figure.Value ?? figure.Lower ?? figure.Upper ?? figure.Fraction;
        return printed == claim.Value && (figure.Qualifier, claim.Loose) switch
        {
            (PublishedQualifier.Around, Loose.Exact or Loose.Around or Loose.Near) => true,
            (PublishedQualifier.Almost, Loose.Almost or Loose.Near) => true,
            (PublishedQualifier.ALittleOver, Loose.LittleOver) => true,
            (PublishedQualifier.Over, Loose.Over) => true,
            (PublishedQualifier.Exact, Loose.Around) => true,
            _ => false,
        };
    }

    /// <summary>The numbers that an author can mean by a claim.</summary>
    private static (decimal Lower, decimal Upper) RangeOf(Claim claim)
    {
        var value = claim.Value;
        var isRound = claim.Fraction is not null || value * 100 % 5 == 0;
        var step = isRound ? Step : 0.015m;
        var half = claim.Fraction is { } fraction ? Math.Min(Tenth, fraction.Among > 10 ? value / 2 : Tenth) : new decimal(5, 0, 0, isNegative: false, (byte)(claim.Decimals + 3));
        return claim.Loose switch
        {
            Loose.Around => claim.Fraction is not null ? (value - half, value + half) : isRound ? (value - (Step / 2), value + (Step / 2)) : (value - 0.015m, value + 0.015m),
            Loose.Near => (value - step, value + 0.006m),
            Loose.Almost => (value - step, value),
            Loose.LittleOver => (value, value + step),
            Loose.Over => (value, 1),
            Loose.Under => (0, value),
            Loose.AtLeast => (value - 0.0005m, 1),
            Loose.AtMost => (0, value + 0.0005m),
            _ => (value - half, value + half),
        };
    }

    private static bool Within(Loose loose, decimal stated, decimal value, decimal unit) => loose switch
    {
        Loose.Around or Loose.Near => Math.Abs(stated - value) <= Math.Max(unit / 2, stated * 0.02m),
        Loose.Almost => value < stated && value >= stated - unit,
        Loose.LittleOver => value > stated && value <= stated + unit,
        // «Over 700» of 762, not of 3 899.
        Loose.Over => value > stated && value <= stated * Reach,
        Loose.Under => value < stated && value >= stated / Reach,
        Loose.AtLeast => value >= stated && value <= stated * Reach,
        Loose.AtMost => value <= stated,
        _ => value == stated,
    };

    private static decimal LastDigit(decimal number)
    {
        var unit = 1m;
        while (number != 0 && number % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return unit;
    }
}
