using System.Numerics;

namespace SurveyStatistics.Weighting;

/// <summary>Solves Ax = b for a positive semidefinite A in double precision.</summary>
internal sealed class SymmetricSolver(double[,] matrix) : SymmetricSolver<double>(matrix, 1e-11);

/// <summary>
/// Solves Ax = b for a positive semidefinite A by the factorisation LDL′ with diagonal pivoting. Columns that depend on
/// others, such as the last category of every margin but one, get the coefficient zero.
/// </summary>
/// <typeparam name="TNumber">The numbers: doubles, or <see cref="DoubleDouble"/>.</typeparam>
internal class SymmetricSolver<TNumber>
    where TNumber : struct, IAdditionOperators<TNumber, TNumber, TNumber>, ISubtractionOperators<TNumber, TNumber, TNumber>, IMultiplyOperators<TNumber, TNumber, TNumber>,
    IDivisionOperators<TNumber, TNumber, TNumber>, IComparisonOperators<TNumber, TNumber, bool>
{
    private readonly TNumber[,] _factor;
    private readonly int[] _order;

    /// <summary>Factorises a matrix; it is not changed.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="tolerance">
    /// A column depends on those before it when no more than this part of its diagonal is left: a part and not an amount, so
    /// that it means the same for a count as for a sum of large numbers.
    /// </param>
    public SymmetricSolver(TNumber[,] matrix, TNumber tolerance)
    {
        _factor = (TNumber[,])matrix.Clone();
        _order = [.. Enumerable.Range(0, matrix.GetLength(0))];
        Rank = Factorise(matrix, tolerance);
    }

    /// <summary>The number of independent columns.</summary>
    public int Rank { get; }

    /// <summary>The columns found dependent on others.</summary>
    public ReadOnlySpan<int> Dependent => _order.AsSpan(Rank);

    /// <summary>The solution with zeros for dependent columns.</summary>
    public TNumber[] Solve(ReadOnlySpan<TNumber> right)
    {
        var x = new TNumber[_order.Length];
        for (var i = 0; i < Rank; i++)
        {
            x[i] = right[_order[i]];
            for (var k = 0; k < i; k++)
            {
                x[i] -= _factor[i, k] * x[k];
            }
        }

        for (var i = Rank - 1; i >= 0; i--)
        {
            x[i] /= _factor[i, i];
            for (var k = i + 1; k < Rank; k++)
            {
                x[i] -= _factor[k, i] * x[k];
            }
        }

        var solution = new TNumber[x.Length];
        for (var i = 0; i < Rank; i++)
        {
            solution[_order[i]] = x[i];
        }

        return solution;
    }

    // On return the lower triangle, in pivot order, holds L, whose diagonal of ones is not kept, and the diagonal D.
    private int Factorise(TNumber[,] matrix, TNumber tolerance)
    {
        var n = _order.Length;
        for (var k = 0; k < n; k++)
        {
            var (pivot, most) = (k, default(TNumber));
            for (var i = k; i < n; i++)
            {
                // A column of zeros has no part left.
                var whole = matrix[_order[i], _order[i]];
                var left = whole > default(TNumber) ? _factor[i, i] / whole : default;
                (pivot, most) = left > most ? (i, left) : (pivot, most);
            }

            // What is left of the largest column after all before it is rounding: the rest depends on them.
            if (!(most > tolerance))
            {
                return k;
            }

            Swap(k, pivot, n);
            for (var j = k + 1; j < n; j++)
            {
                var part = _factor[j, k] / _factor[k, k];
                for (var i = j; i < n; i++)
                {
                    _factor[i, j] -= _factor[i, k] * part;
                    _factor[j, i] = _factor[i, j];
                }
            }

            for (var i = k + 1; i < n; i++)
            {
                _factor[i, k] /= _factor[k, k];
            }
        }

        return n;
    }

    private void Swap(int a, int b, int n)
    {
        if (a == b)
        {
            return;
        }

        (_order[a], _order[b]) = (_order[b], _order[a]);
        for (var i = 0; i < n; i++)
        {
            (_factor[a, i], _factor[b, i]) = (_factor[b, i], _factor[a, i]);
        }

        for (var i = 0; i < n; i++)
        {
            (_factor[i, a], _factor[i, b]) = (_factor[i, b], _factor[i, a]);
        }
    }
}
