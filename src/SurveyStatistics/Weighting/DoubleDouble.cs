using System.Numerics;
using System.Runtime.Intrinsics;

namespace SurveyStatistics.Weighting;

/// <summary>
/// A number of twice the precision, the unrounded sum of a double and what is left of it (Dekker 1971; Hida, Li and Bailey
/// 2001): some 32 digits, the same on every machine.
/// </summary>
/// <param name="High">The number rounded to a double.</param>
/// <param name="Low">What the rounding left.</param>
internal readonly record struct DoubleDouble(double High, double Low) :
    IAdditionOperators<DoubleDouble, DoubleDouble, DoubleDouble>,
    ISubtractionOperators<DoubleDouble, DoubleDouble, DoubleDouble>,
    IMultiplyOperators<DoubleDouble, DoubleDouble, DoubleDouble>,
    IDivisionOperators<DoubleDouble, DoubleDouble, DoubleDouble>,
    IComparisonOperators<DoubleDouble, DoubleDouble, bool>
{
    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The sum; its error is below 2⁻¹⁰⁴ of it.</summary>
    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var high = Sum(left.High, right.High);
        var low = Sum(left.Low, right.Low);
        var joined = Quick(high.High, high.Low + low.High);
        return Quick(joined.High, joined.Low + low.Low);
    }

    /// <summary>The difference.</summary>
    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + new DoubleDouble(-right.High, -right.Low);

    /// <summary>The product.</summary>
    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = Product(left.High, right.High);
        return Quick(product.High, product.Low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    /// <summary>The quotient, by three steps of long division.</summary>
    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left - (right * first);
        var second = rest.High / right.High;
        rest -= right * second;
        return Quick(first, second) + (rest.High / right.High);
    }

    /// <inheritdoc/>
    public static bool operator >(DoubleDouble left, DoubleDouble right) => left.High > right.High || (left.High == right.High && left.Low > right.Low);

    /// <inheritdoc/>
    public static bool operator <(DoubleDouble left, DoubleDouble right) => right > left;

    /// <inheritdoc/>
    public static bool operator >=(DoubleDouble left, DoubleDouble right) => left.High > right.High || (left.High == right.High && left.Low >= right.Low);

    /// <inheritdoc/>
    public static bool operator <=(DoubleDouble left, DoubleDouble right) => right >= left;

    /// <summary>a + b without rounding.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>a × b without rounding.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var product = a * b;
        return new DoubleDouble(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>Σ w x y over rows, the products and the sum in double precision twice.</summary>
    public static DoubleDouble Total(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        // Four sums beside each other, of fixed width, so that they are the same on every machine.
        var (high, low) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var row = 0;
        for (; row <= w.Length - Vector256<double>.Count; row += Vector256<double>.Count)
        {
            var (weight, first, second) = (Vector256.Create(w[row..]), Vector256.Create(x[row..]), Vector256.Create(y[row..]));
            var inner = weight * first;
            var innerRest = Vector256.FusedMultiplyAdd(weight, first, -inner);
            var product = inner * second;
            var rest = Vector256.FusedMultiplyAdd(inner, second, -product) + (innerRest * second);
            var sum = high + product;
            var part = sum - high;
            var joined = ((high - (sum - part)) + (product - part)) + (low + rest);
            high = sum + joined;
            low = joined - (high - sum);
        }

        var total = new DoubleDouble(high[0], low[0]) + new DoubleDouble(high[1], low[1]) + new DoubleDouble(high[2], low[2]) + new DoubleDouble(high[3], low[3]);
        for (; row < w.Length; row++)
        {
            total += Product(w[row], x[row]) * y[row];
        }

        return total;
    }

    private static DoubleDouble Quick(double larger, double smaller)
    {
        var sum = larger + smaller;
        return new DoubleDouble(sum, smaller - (sum - larger));
    }
}
