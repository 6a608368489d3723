using System.Numerics;

namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>A sparse vector of whole numbers, its indexes ascending and its values not zero.</summary>
/// <typeparam name="T">The whole numbers: <see cref="long"/> while they fit, <see cref="BigInteger"/> when they don't.</typeparam>
internal readonly struct IntegerVector<T>(int[] indexes, T[] values)
    where T : struct, IBinaryInteger<T>
{
    /// <summary>The indexes of the entries, ascending.</summary>
    public int[] Indexes { get; } = indexes;

    /// <summary>The entries.</summary>
    public T[] Values { get; } = values;

    /// <summary>The number of entries.</summary>
    public int Length => Indexes.Length;

    /// <summary>The vector of a form.</summary>
    public static IntegerVector<T> Of(LinearForm form)
    {
        var values = new T[form.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateChecked(form.Coefficients[i]);
        }

        return new IntegerVector<T>(form.Unknowns.ToArray(), values);
    }

    /// <summary>The position of an index among the entries, negative when it has none.</summary>
    public int Find(int index) => Array.BinarySearch(Indexes, index);

    /// <summary>
    /// This vector and another, multiplied so that the entry at one index cancels, and divided by their common factor.
    /// </summary>
    /// <param name="at">The position of that index among this vector's entries.</param>
    /// <param name="other">The vector that is taken off.</param>
    /// <param name="otherAt">The position of the index among the other's entries.</param>
    /// <exception cref="OverflowException">The numbers don't fit.</exception>
    public IntegerVector<T> Eliminate(int at, IntegerVector<T> other, int otherAt)
    {
        var gcd = Gcd(Values[at], other.Values[otherAt]);
        var mine = other.Values[otherAt] / gcd;
        var theirs = Values[at] / gcd;
        var indexes = new int[Length + other.Length];
        var values = new T[indexes.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < Length || j < other.Length)
        {
            var index = Math.Min(i < Length ? Indexes[i] : int.MaxValue, j < other.Length ? other.Indexes[j] : int.MaxValue);
            var value = T.Zero;
            if (i < Length && Indexes[i] == index)
            {
                value = checked(mine * Values[i++]);
            }

            if (j < other.Length && other.Indexes[j] == index)
            {
                value = checked(value - (theirs * other.Values[j++]));
            }

            if (!T.IsZero(value))
            {
                indexes[count] = index;
                values[count++] = value;
            }
        }

        return new IntegerVector<T>(indexes[..count], Reduced(values, count));
    }

    private static T[] Reduced(T[] values, int count)
    {
        var gcd = T.Zero;
        for (var i = 0; i < count && gcd != T.One; i++)
        {
            gcd = Gcd(gcd, values[i]);
        }

        var reduced = values[..count];
        if (gcd > T.One)
        {
            for (var i = 0; i < count; i++)
            {
                reduced[i] /= gcd;
            }
        }

        return reduced;
    }

    private static T Gcd(T a, T b)
    {
        (a, b) = (T.Abs(a), T.Abs(b));
        while (!T.IsZero(b))
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
