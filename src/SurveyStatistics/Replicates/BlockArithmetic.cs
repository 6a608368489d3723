using System.Numerics;
using System.Runtime.InteropServices;

namespace SurveyStatistics.Replicates;

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
    /// <remarks>
    /// Its last digits depend on how many numbers the machine takes at a time: fit for a rank with a tolerance, not for an
    /// estimate. The other loops here treat each replicate by itself and are the same everywhere.
    /// </remarks>
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

    /// <summary>
    /// Adds <paramref name="factor"/> × the sum of some units' counts to <paramref name="sums"/>, replicate by replicate.
    /// </summary>
    /// <param name="tile">Units by 64 replicates.</param>
    /// <param name="units">The units summed.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="sums">As many replicates as the tile has that are in use.</param>
    public static void AddCounts(ReadOnlySpan<byte> tile, ReadOnlySpan<int> units, double factor, Span<double> sums)
    {
        // So many bytes add up to no more than 16 bits hold.
        const int MostAtOnce = ushort.MaxValue / byte.MaxValue;
        Span<ushort> counts = stackalloc ushort[CountedStage.TileLength];
        for (var begin = 0; begin < units.Length; begin += MostAtOnce)
        {
            var some = units.Slice(begin, Math.Min(MostAtOnce, units.Length - begin));
            for (var lane = 0; lane < CountedStage.TileLength; lane += Vector<byte>.Count)
            {
                SumLane(tile[lane..], some, counts.Slice(lane, Vector<byte>.Count));
            }

            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += factor * counts[i];
            }
        }
    }

    private static void SumLane(ReadOnlySpan<byte> tile, ReadOnlySpan<int> units, Span<ushort> result)
    {
        var (low, high) = (Vector<ushort>.Zero, Vector<ushort>.Zero);
        foreach (var unit in units)
        {
            Vector.Widen(new Vector<byte>(tile[(unit * CountedStage.TileLength)..]), out var first, out var second);
            low += first;
            high += second;
        }

        low.CopyTo(result);
        high.CopyTo(result[Vector<ushort>.Count..]);
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
