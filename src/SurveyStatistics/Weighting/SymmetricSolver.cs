namespace SurveyStatistics.Weighting;

/// <summary>
/// Solves Ax = b for a positive semidefinite A by Cholesky factorisation with diagonal pivoting. Columns that depend on
/// others, such as the last category of every margin but one, get the coefficient zero.
/// </summary>
internal sealed class SymmetricSolver
{
    private const double Tolerance = 1e-11;
    private readonly double[,] _factor;
    private readonly int[] _order;
    private readonly double[] _scale;

    /// <summary>Factorises a matrix; it is not changed.</summary>
    public SymmetricSolver(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        _order = [.. Enumerable.Range(0, n)];
        _scale = new double[n];
        _factor = new double[n, n];

        // Scaled to a unit diagonal, so that the tolerance means the same for a count as for a sum of large numbers.
        for (var i = 0; i < n; i++)
        {
            _scale[i] = matrix[i, i] > 0 ? 1 / Math.Sqrt(matrix[i, i]) : 0;
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                _factor[i, j] = matrix[i, j] * _scale[i] * _scale[j];
            }
        }

        Rank = Factorise(n);
    }

    /// <summary>The number of independent columns.</summary>
    public int Rank { get; }

    /// <summary>The columns found dependent on others.</summary>
    public ReadOnlySpan<int> Dependent => _order.AsSpan(Rank);

    /// <summary>The solution with zeros for dependent columns.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = new double[_order.Length];
        for (var i = 0; i < Rank; i++)
        {
            var sum = right[_order[i]] * _scale[_order[i]];
            for (var k = 0; k < i; k++)
            {
                sum -= _factor[i, k] * x[k];
            }

            x[i] = sum / _factor[i, i];
        }

        for (var i = Rank - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Rank; k++)
            {
                x[i] -= _factor[k, i] * x[k];
            }

            x[i] /= _factor[i, i];
        }

        var solution = new double[x.Length];
        for (var i = 0; i < Rank; i++)
        {
            solution[_order[i]] = x[i] * _scale[_order[i]];
        }

        return solution;
    }

    // On return the lower triangle, in pivot order, holds the factor.
    private int Factorise(int n)
    {
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                pivot = _factor[i, i] > _factor[pivot, pivot] ? i : pivot;
            }

            // What is left of the largest column after all before it is rounding: the rest depends on them.
            if (_factor[pivot, pivot] <= Tolerance)
            {
                return k;
            }

            Swap(k, pivot, n);
            _factor[k, k] = Math.Sqrt(_factor[k, k]);
            for (var i = k + 1; i < n; i++)
            {
                _factor[i, k] /= _factor[k, k];
            }

            for (var j = k + 1; j < n; j++)
            {
                for (var i = j; i < n; i++)
                {
                    _factor[i, j] -= _factor[i, k] * _factor[j, k];
                    _factor[j, i] = _factor[i, j];
                }
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
