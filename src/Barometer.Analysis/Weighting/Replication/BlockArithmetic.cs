using System.Numerics;
using System.Runtime.InteropServices;

namespace Barometer.Analysis.Weighting.Replication;

/// <summary>The loops over blocks of replicates that all the time is spent in, several numbers at a time.</summary>
internal static class BlockArithmetic
{
    /// <summary>Adds <paramref name="factor"/> × <paramref name="values"/> to <paramref name="sums"/>.</summary>
    public static void AddProduct(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        var wideSums = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var wideFactor = new Vector<double>(factor);
        for (var i = 0; i < wide.Length; i++)
        {
            wideSums[i] += wide[i] * wideFactor;
        }

        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
        {
            sums[i] += values[i] * factor;
        }
    }

    /// <summary>The sum of the products of two blocks.</summary>
    public static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wideA = MemoryMarshal.Cast<double, Vector<double>>(a);
        var wideB = MemoryMarshal.Cast<double, Vector<double>>(b);
        var wideSum = Vector<double>.Zero;
        for (var i = 0; i < wideA.Length; i++)
        {
            wideSum += wideA[i] * wideB[i];
        }

        var sum = Vector.Sum(wideSum);
        for (var i = wideA.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Sets <paramref name="result"/> to <paramref name="a"/> + <paramref name="b"/> × counts.</summary>
    public static void Affine(ReadOnlySpan<byte> counts, double a, double b, Span<double> result)
    {
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(counts);
        var wideResult = MemoryMarshal.Cast<double, Vector<double>>(result);
        var (wideA, wideB) = (new Vector<double>(a), new Vector<double>(b));
        for (var i = 0; i < wide.Length; i++)
        {
            Vector.Widen(wide[i], out var low, out var high);
            Affine(low, wideA, wideB, wideResult.Slice(8 * i, 4));
            Affine(high, wideA, wideB, wideResult.Slice((8 * i) + 4, 4));
        }

        for (var i = wide.Length * Vector<byte>.Count; i < counts.Length; i++)
        {
            result[i] = a + (b * counts[i]);
        }
    }

    private static void Affine(Vector<ushort> counts, Vector<double> a, Vector<double> b, Span<Vector<double>> result)
    {
        Vector.Widen(counts, out var low, out var high);
        Vector.Widen(low, out var first, out var second);
        Vector.Widen(high, out var third, out var fourth);
        result[0] = a + (b * Vector.ConvertToDouble(Vector.AsVectorInt64(first)));
        result[1] = a + (b * Vector.ConvertToDouble(Vector.AsVectorInt64(second)));
        result[2] = a + (b * Vector.ConvertToDouble(Vector.AsVectorInt64(third)));
        result[3] = a + (b * Vector.ConvertToDouble(Vector.AsVectorInt64(fourth)));
    }
}
