using System.Numerics;

namespace DisclosureControl;

/// <summary>
/// What follows from known sums by adding and subtracting: their linear span, in whole numbers without rounding.
/// </summary>
/// <remarks>
/// Fraction-free elimination, as in Langsrud's GaussSuppression (PSD 2024): a sum is known exactly when nothing is left of it.
/// The numbers are 64-bit as long as they fit, which they do for the zeros and ones of tables; should one not, everything is
/// redone with numbers of any size.
/// </remarks>
public sealed class DerivableSums
{
    private readonly List<CellSum> _added = [];
    private readonly Echelon<long> _small = new();
    private Echelon<BigInteger>? _large;

    /// <summary>The number of independent sums.</summary>
    public int Rank => _large?.Rank ?? _small.Rank;

    /// <summary>Adds a sum to what is known; false when it followed already.</summary>
    public bool Add(CellSum sum)
    {
        var isNew = Run(small => small.Add(IntegerVector<long>.Of(sum)), large => large.Add(IntegerVector<BigInteger>.Of(sum)));
        if (isNew)
        {
            _added.Add(sum);
        }

        return isNew;
    }

    /// <summary>Whether a sum follows.</summary>
    public bool Contains(CellSum sum) => Run(
        small => small.Residual(IntegerVector<long>.Of(sum)).Length == 0,
        large => large.Residual(IntegerVector<BigInteger>.Of(sum)).Length == 0);

    /// <summary>
    /// What is left of a sum when all that is known is taken off: the same for two sums whose difference follows, and
    /// linear, so that the rest of several sums together is the sum of their rests. Nothing when the sum follows.
    /// </summary>
    internal IReadOnlyList<(int InnerCell, double Coefficient)> Rest(CellSum sum) => Run(
        small => small.Rest(IntegerVector<long>.Of(sum)), large => large.Rest(IntegerVector<BigInteger>.Of(sum)));

    /// <summary>What an outsider knows who reads some of the cells.</summary>
    internal static DerivableSums Of(LinkedTables tables, Func<int, bool> isPublished)
    {
        var known = new DerivableSums();
        foreach (var sum in tables.Known.Concat(tables.Cells.Where((_, cell) => isPublished(cell))))
        {
            known.Add(sum);
        }

        return known;
    }

    /// <summary>The sums among some that follow for a contributor that knows the inner cells in which it is alone, and not without.</summary>
    internal List<CellSum> FoundBy(Contributor contributor, LinkedTables tables, IEnumerable<CellSum> sums)
    {
        // What the contributor adds is taken off again afterwards, so that the published sums are eliminated once for all.
        var rank = Rank;
        foreach (var inner in contributor.Contributions.Keys.Where(inner => contributor.IsAloneIn(inner, tables.Inner)))
        {
            Add(CellSum.Of([inner]));
        }

        var found = Rank == rank ? [] : sums.Where(Contains).ToList();
        Shrink(rank);
        return found;
    }

    /// <summary>Forgets the last independent sums, until <paramref name="rank"/> are left.</summary>
    private void Shrink(int rank)
    {
        _small.Shrink(rank);
        _large?.Shrink(rank);
        _added.RemoveRange(rank, _added.Count - rank);
    }

    private TResult Run<TResult>(Func<Echelon<long>, TResult> small, Func<Echelon<BigInteger>, TResult> large)
    {
        if (_large is null)
        {
            try
            {
                return small(_small);
            }
            catch (OverflowException)
            {
                _large = new Echelon<BigInteger>();
                _added.ForEach(sum => _large.Add(IntegerVector<BigInteger>.Of(sum)));
            }
        }

        return large(_large);
    }

    /// <summary>Independent vectors, each with a first entry that no other has first.</summary>
    private sealed class Echelon<T>
        where T : struct, IBinaryInteger<T>
    {
        private readonly Dictionary<int, IntegerVector<T>> _rows = [];
        private readonly Stack<int> _order = [];

        public int Rank => _order.Count;

        public bool Add(IntegerVector<T> vector)
        {
            var rest = Residual(vector);
            if (rest.Length == 0)
            {
                // Nothing is left: the sum is a combination of those before it.
                return false;
            }

            _rows.Add(rest.Indexes[0], rest);
            _order.Push(rest.Indexes[0]);
            return true;
        }

        public IntegerVector<T> Residual(IntegerVector<T> vector)
        {
            var at = 0;
            while (at < vector.Length)
            {
                if (_rows.TryGetValue(vector.Indexes[at], out var row))
                {
                    vector = vector.Eliminate(at, row);
                }
                else
                {
                    at++;
                }
            }

            return vector;
        }

        public IReadOnlyList<(int InnerCell, double Coefficient)> Rest(IntegerVector<T> vector)
        {
            // Elimination multiplies the vector; a one at an index that no sum has goes with it and tells by how much.
            var rest = Residual(new IntegerVector<T>([.. vector.Indexes, int.MaxValue], [.. vector.Values, T.One]));
            var times = double.CreateChecked(rest.Values[^1]);
            return [.. rest.Indexes.SkipLast(1).Select((index, i) => (index, double.CreateChecked(rest.Values[i]) / times))];
        }

        public void Shrink(int rank)
        {
            while (_order.Count > rank)
            {
                _rows.Remove(_order.Pop());
            }
        }
    }
}

/// <summary>A sparse vector of whole numbers, its indexes ascending and its values not zero.</summary>
/// <typeparam name="T">The whole numbers: <see cref="long"/> while they fit, <see cref="BigInteger"/> when they don't.</typeparam>
internal readonly struct IntegerVector<T>(int[] indexes, T[] values)
    where T : struct, IBinaryInteger<T>
{
    public int[] Indexes { get; } = indexes;

    public T[] Values { get; } = values;

    public int Length => Indexes.Length;

    /// <summary>The coefficients of a sum.</summary>
    public static IntegerVector<T> Of(CellSum sum)
    {
        var values = new T[sum.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateChecked(sum.Coefficients[i]);
        }

        return new IntegerVector<T>(sum.InnerCells.ToArray(), values);
    }

    /// <summary>
    /// This vector and another, multiplied so that the entry at one index cancels, and divided by their common factor, which
    /// keeps the numbers small: without it they grow exponentially with the number of eliminations.
    /// </summary>
    /// <param name="at">The position of that index among this vector's entries.</param>
    /// <param name="other">The vector that is taken off; the index is its first.</param>
    /// <exception cref="OverflowException">The numbers don't fit.</exception>
    public IntegerVector<T> Eliminate(int at, IntegerVector<T> other)
    {
        var gcd = Gcd(Values[at], other.Values[0]);
        var mine = other.Values[0] / gcd;
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
