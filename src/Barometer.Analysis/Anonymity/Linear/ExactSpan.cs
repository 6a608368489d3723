using System.Numerics;

namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>
/// What can be worked out by adding and subtracting known sums: their linear span, in whole numbers without rounding.
/// </summary>
/// <remarks>
/// Fraction-free elimination: a sum is known exactly when nothing is left of it. The numbers are 64-bit as long as they
/// fit, which they do for the zeros and ones of tables; should one not, everything is redone with numbers of any size.
/// </remarks>
internal sealed class ExactSpan
{
    private readonly List<LinearForm> _added = [];
    private readonly Echelon<long> _small = new();
    private Echelon<BigInteger>? _large;

    /// <summary>The number of independent sums.</summary>
    public int Rank => _large?.Rank ?? _small.Rank;

    /// <summary>Adds a sum to what is known; false when it was known already.</summary>
    public bool Add(LinearForm form)
    {
        var isNew = Run(small => small.Add(IntegerVector<long>.Of(form)), large => large.Add(IntegerVector<BigInteger>.Of(form)));
        if (isNew)
        {
            _added.Add(form);
        }

        return isNew;
    }

    /// <summary>Whether a sum can be worked out.</summary>
    public bool Contains(LinearForm form) => Run(
        small => small.Residual(IntegerVector<long>.Of(form)).Length == 0,
        large => large.Residual(IntegerVector<BigInteger>.Of(form)).Length == 0);

    /// <summary>Forgets the last independent sums, until <paramref name="rank"/> are left.</summary>
    public void Shrink(int rank)
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
                _added.ForEach(form => _large.Add(IntegerVector<BigInteger>.Of(form)));
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
                var index = vector.Indexes[at];
                if (_rows.TryGetValue(index, out var row))
                {
                    vector = vector.Eliminate(at, row, 0);
                }
                else
                {
                    at++;
                }
            }

            return vector;
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
