using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Barometer.Evidence.Numbers;

/// <summary>
/// The written form of numbers in one language. The forms are our own and frozen: neither the machine's culture nor a
/// new version of its language data changes a byte.
/// </summary>
/// <remarks>
/// Norwegian: decimal comma, hard space (U+00A0) between groups of three and before «%». English: decimal point, comma
/// between groups, no space before «%». Both: U+2212 as minus, an en dash in ranges, and a hard space between a number
/// and the word after it, so that a line never breaks there. Every method rounds once, as <see cref="Rounding"/> tells;
/// shares are given as 0–1.
/// </remarks>
/// <example><c>NumberFormat.For(Language.Nb).Percent(0.8527, 1)</c> is «85,3 %».</example>
internal sealed class NumberFormat
{
    private const string HardSpace = "\u00A0";
    private const string EnDash = "\u2013";
    private const string Minus = "\u2212";

    private static readonly NumberFormat Norwegian = new(Language.Nb, ",", HardSpace, HardSpace + "%", "prosent", "til");
    private static readonly NumberFormat English = new(Language.En, ".", ",", "%", "per cent", "to");

    private readonly string _decimalMark;
    private readonly string _groupMark;
    private readonly string _percentSign;
    private readonly string _percentWord;
    private readonly string _to;

    private NumberFormat(
        Language language, string decimalMark, string groupMark, string percentSign, string percentWord, string to)
    {
        Language = language;
        _decimalMark = decimalMark;
        _groupMark = groupMark;
        _percentSign = percentSign;
        _percentWord = percentWord;
        _to = to;
    }

    /// <summary>The language the numbers are written in.</summary>
    public Language Language { get; }

    /// <summary>The format of <paramref name="language"/>.</summary>
    public static NumberFormat For(Language language) => language == Language.En ? English : Norwegian;

    /// <summary>A number with fixed decimals: «1 234 567,9» or “1,234,567.9”.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not 0–15.</exception>
    public string Number(decimal value, int decimals)
    {
        var rounded = Rounding.HalfAwayFromZero(value, decimals);
        var digits = Math.Abs(rounded).ToString(FormattableString.Invariant($"F{decimals}"), CultureInfo.InvariantCulture);
        var whole = digits.Length - (decimals == 0 ? 0 : decimals + 1);
        return (rounded < 0 ? Minus : "")
            + Grouped(digits[..whole])
            + (decimals == 0 ? "" : _decimalMark + digits[(whole + 1)..]);
    }

    /// <summary>A number with fixed decimals: «1 234 567,9» or “1,234,567.9”.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite, or too many decimals.</exception>
    public string Number(double value, int decimals) => Number(Rounding.ToDecimal(value), decimals);

    /// <summary>A whole number: «1 234 567» or “1,234,567”.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It is the number's kind, not a type's name.")]
    public string Integer(long value) => Number((decimal)value, 0);

    /// <summary>A share for tables and figures: «85,3 %» or “85.3%”.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not finite, or too many decimals.</exception>
    public string Percent(double share, int decimals = 0) => PercentNumber(share, decimals) + _percentSign;

    /// <summary>A share for running text: «85,3 prosent» or “85.3 per cent”.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not finite, or too many decimals.</exception>
    public string PercentInProse(double share, int decimals = 0) => PercentNumber(share, decimals) + HardSpace + _percentWord;

    /// <summary>A share as a bare percentage, for a column whose heading says «prosent»: «85,3».</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not finite, or too many decimals.</exception>
    public string PercentNumber(double share, int decimals = 0) => Number(Rounding.ToDecimal(share) * 100, decimals);

    /// <summary>
    /// A difference between two shares: «3,2 prosentpoeng» or “3.2 percentage points” (one: “1 percentage point”).
    /// </summary>
    /// <param name="difference">The difference of the shares, −1 to 1.</param>
    /// <param name="decimals">The number of decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The difference is not finite, or too many decimals.</exception>
    public string PercentagePoints(double difference, int decimals = 0)
    {
        var number = PercentNumber(difference, decimals);
        var isOne = number is "1" or Minus + "1";
        return number + HardSpace + (Language == Language.Nb ? "prosentpoeng" : isOne ? "percentage point" : "percentage points");
    }

    /// <summary>Two numbers as a range: «6–19»; with a negative limit «−2 til 3», as a dash beside a minus misleads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not finite, or too many decimals.</exception>
    public string Range(double lower, double upper, int decimals = 0) =>
        Join(Number(lower, decimals), Number(upper, decimals));

    /// <summary>Two shares as a range: «6–19 %» or “6–19%”.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not finite, or too many decimals.</exception>
    public string PercentRange(double lower, double upper, int decimals = 0) =>
        Join(PercentNumber(lower, decimals), PercentNumber(upper, decimals)) + _percentSign;

    private string Join(string lower, string upper) =>
        lower.StartsWith(Minus, StringComparison.Ordinal) || upper.StartsWith(Minus, StringComparison.Ordinal)
            ? lower + HardSpace + _to + HardSpace + upper
            : lower + EnDash + upper;

    private string Grouped(string digits)
    {
        for (var cut = digits.Length - 3; cut > 0; cut -= 3)
        {
            digits = digits.Insert(cut, _groupMark);
        }

        return digits;
    }
}

/// <summary>
/// How a computed number becomes a printed one: through <see cref="decimal"/>, half away from zero, once.
/// </summary>
/// <remarks>
/// A <see cref="double"/> carries a little less than 16 significant digits, and arithmetic leaves noise in the last ones:
/// 57/200 is stored as 0.28499999999999998. The number is therefore read at 15 significant digits first, which gives
/// 0.285 back, and only then rounded, to 29 per cent. Rounding an already rounded number a second time is the caller's
/// mistake to avoid: percentages are never made of rounded figures.
/// </remarks>
internal static class Rounding
{
    /// <summary>The most decimals a number can be shown with; a double has no more to give.</summary>
    public const int MaxDecimals = 15;

    /// <summary>The decimal number nearest to <paramref name="value"/> at 15 significant digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="value"/> is NaN, infinite or beyond what a decimal can hold (7.9e28): a missing or suppressed number
    /// has a <see cref="StandardSymbol"/>, not a format.
    /// </exception>
    public static decimal ToDecimal(double value)
    {
        var digits = value.ToString("E14", CultureInfo.InvariantCulture);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : throw new ArgumentOutOfRangeException(
                nameof(value), "Only a finite number below 7.9e28 can be shown; for a missing one use a standard symbol.");
    }

    /// <summary><paramref name="value"/> rounded to <paramref name="decimals"/> decimals, half away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not 0–15.</exception>
    public static decimal HalfAwayFromZero(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaxDecimals);
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary><inheritdoc cref="HalfAwayFromZero(decimal, int)" path="/summary/node()"/></summary>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="ToDecimal"/>, or too many decimals.</exception>
    public static decimal HalfAwayFromZero(double value, int decimals) => HalfAwayFromZero(ToDecimal(value), decimals);

    /// <summary>A share in per cent, rounded half away from zero, as the decimal number that is nearest to it says it.</summary>
    public static double Percent(double share, int decimals) => (double)HalfAwayFromZero(ToDecimal(share) * 100, decimals);
}
