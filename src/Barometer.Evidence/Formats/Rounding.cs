using System.Globalization;

namespace Barometer.Evidence.Formats;

/// <summary>
/// How a computed number becomes a printed one: through <see cref="decimal"/>, half away from zero, once.
/// </summary>
/// <remarks>
/// A <see cref="double"/> carries a little less than 16 significant digits, and arithmetic leaves noise in the last ones:
/// 57/200 is stored as 0.28499999999999998. The number is therefore read at 15 significant digits first, which gives
/// 0.285 back, and only then rounded, to 29 per cent. Rounding an already rounded number a second time is the caller's
/// mistake to avoid: percentages are never made of rounded figures.
/// </remarks>
public static class Rounding
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
}
