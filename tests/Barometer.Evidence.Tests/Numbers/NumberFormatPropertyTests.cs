using System.Globalization;
using CsCheck;

namespace Barometer.Evidence.Tests.Numbers;

public class NumberFormatPropertyTests
{
    private static readonly Gen<double> Numbers = Gen.Double[-1e12, 1e12];

    [Theory]
    [InlineData(Language.Nb)]
    [InlineData(Language.En)]
    public void Number_ReadBack_IsTheRoundedNumber(Language language) =>
        Gen.Select(Numbers, Gen.Int[0, 6]).Sample((value, decimals) =>
            ReadBack(NumberFormat.For(language).Number(value, decimals), language)
                == Rounding.HalfAwayFromZero(value, decimals));

    [Fact]
    public void Number_Negated_DiffersInTheMinusOnly() =>
        Gen.Select(Numbers, Gen.Int[0, 6]).Sample((value, decimals) =>
        {
            var format = NumberFormat.For(Language.Nb);
            return format.Number(value, decimals).TrimStart('\u2212') == format.Number(-value, decimals).TrimStart('\u2212');
        });

    [Fact]
    public void Number_AnyNumber_IsTheSameDigitsInBothLanguages() =>
        Gen.Select(Numbers, Gen.Int[0, 6]).Sample((value, decimals) =>
            NumberFormat.For(Language.Nb).Number(value, decimals).Replace(',', '.').Replace('\u00A0', ',')
                == NumberFormat.For(Language.En).Number(value, decimals));

    [Fact]
    public void HalfAwayFromZero_AnyNumber_IsWithinHalfAUnit() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[0, 6]).Sample((value, decimals) =>
            Math.Abs(Rounding.HalfAwayFromZero(value, decimals) - Rounding.ToDecimal(value))
                <= 0.5m / (decimal)Math.Pow(10, decimals));

    [Fact]
    public void PercentNumber_CountOfBase_RoundsAsExactArithmetic() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 5000], Gen.Int[0, 2]).Where((n, k, _) => k <= n).Sample((n, k, decimals) =>
        {
            var scale = decimals switch { 0 => 1L, 1 => 10L, _ => 100L };
            var exact = (((200L * scale * k) + n) / (2L * n)) / (decimal)scale;
            return ReadBack(NumberFormat.For(Language.Nb).PercentNumber((double)k / n, decimals), Language.Nb) == exact;
        });

    private static decimal ReadBack(string written, Language language)
    {
        var plain = language == Language.Nb
            ? written.Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.')
            : written.Replace(",", "", StringComparison.Ordinal);
        return decimal.Parse(plain.Replace('\u2212', '-'), CultureInfo.InvariantCulture);
    }
}
