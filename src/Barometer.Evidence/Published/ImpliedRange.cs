namespace Barometer.Evidence.Published;

/// <summary>
/// The numbers a printed statement can stand for. The rules are our own (docs/decisions/0062); no source says how it
/// rounded.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Digits («85 %», «2267»): all that rounds to them at the printed decimals, half away from zero.</item>
/// <item>A range («6–19 %»): all that rounds to a percentage inside it, the limits included.</item>
/// <item>A ratio («8 of 10», «3 of 4», «half»): its value ± 5 percentage points, the precision of «k of 10».</item>
/// <item>«around»: ± half a step, the step being 5 percentage points for digits and 10 for a fraction («about half»).</item>
/// <item>«almost» and «a little over»: the step below or above, the figure itself left out.</item>
/// <item>«over» and «less than»: everything above or below, the figure itself left out.</item>
/// </list>
/// For a number the step is one unit of its last digit that isn't zero: 1800 is read in hundreds.
/// </remarks>
/// <param name="Lower">The lower limit; a share is 0–1.</param>
/// <param name="IncludesLower">Whether the lower limit itself belongs to it.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="IncludesUpper">Whether the upper limit itself belongs to it.</param>
internal sealed record ImpliedRange(decimal Lower, bool IncludesLower, decimal Upper, bool IncludesUpper)
{
    private const decimal HalfTenth = 0.05m;
    private const decimal ShareStep = 0.05m;

    /// <summary>Whether <paramref name="value"/> is one of them.</summary>
    public bool Contains(decimal value) =>
        (IncludesLower ? value >= Lower : value > Lower) && (IncludesUpper ? value <= Upper : value < Upper);

    /// <summary>The range <paramref name="figure"/> stands for, or null for words.</summary>
    public static ImpliedRange? Of(PublishedFigure figure) => figure.Kind switch
    {
        PublishedKind.Rank or PublishedKind.Statement => null,
        PublishedKind.Ratio => Around(figure.Fraction!.Value, HalfTenth, figure.Unit),
        PublishedKind.Rounded => Loose(figure),
        _ => Digits(figure),
    };

    private static ImpliedRange Digits(PublishedFigure figure)
    {
        var half = HalfUnit(figure.Decimals!.Value + (figure.Unit == PublishedUnit.Number ? 0 : 2));
        return figure.Qualifier == PublishedQualifier.Range
            ? new ImpliedRange(figure.Lower!.Value - half, true, figure.Upper!.Value + half, false)
            : new ImpliedRange(figure.Value!.Value - half, true, figure.Value.Value + half, false);
    }

    private static ImpliedRange Loose(PublishedFigure figure)
    {
        var stated = figure.Fraction ?? figure.Value ?? figure.Lower ?? figure.Upper!.Value;
        var step = figure.Unit == PublishedUnit.Number ? LastDigit(stated) : ShareStep;
        return figure.Qualifier switch
        {
            PublishedQualifier.Around when figure.Fraction is not null => Around(stated, HalfTenth, figure.Unit),
            PublishedQualifier.Around => Around(stated, step / 2, figure.Unit),
            PublishedQualifier.Almost => new ImpliedRange(stated - step, true, stated, false),
            PublishedQualifier.Under => new ImpliedRange(0, true, stated, false),
            PublishedQualifier.ALittleOver => new ImpliedRange(stated, false, stated + step, true),
            _ => new ImpliedRange(stated, false, figure.Unit == PublishedUnit.Share ? 1 : decimal.MaxValue, true),
        };
    }

    private static ImpliedRange Around(decimal stated, decimal half, PublishedUnit unit)
    {
        var upper = stated + half;
        return unit == PublishedUnit.Share && upper >= 1
            ? new ImpliedRange(stated - half, true, 1, true)
            : new ImpliedRange(Math.Max(0, stated - half), true, upper, false);
    }

    // 0.5, 0.05, 0.005 …: five with one decimal more than is printed.
    private static decimal HalfUnit(int decimals) => new(5, 0, 0, isNegative: false, (byte)(decimals + 1));

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
