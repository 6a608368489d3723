namespace SurveyStatistics.Weighting;

/// <summary>
/// The matrix X of the variables that weights are fitted to, kept as categories and numbers: a row's product with a
/// vector takes one step a term however many categories there are.
/// </summary>
internal sealed class AuxiliaryMatrix
{
    private readonly AuxiliaryTerm[] _terms;
    private readonly int[] _first;
    private readonly Lazy<PatternedProducts?> _patterned;

    /// <summary>Joins the terms.</summary>
    public AuxiliaryMatrix(IReadOnlyList<AuxiliaryTerm> terms, int rows)
    {
        (_terms, Rows) = ([.. terms], rows);
        _first = new int[_terms.Length];
        for (var i = 0; i < _terms.Length; i++)
        {
            _first[i] = Columns;
            Columns += _terms[i].Columns;
        }

        Totals = [.. _terms.SelectMany(term => term.Totals)];
        _patterned = new Lazy<PatternedProducts?>(() => PatternedProducts.Of(_terms, _first, Columns, Rows));
        Precise = new PreciseProducts(_terms, Columns);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The terms, in order.</summary>
    public IReadOnlyList<AuxiliaryTerm> Terms => _terms;

    /// <summary>The known total of each column.</summary>
    public double[] Totals { get; }

    /// <summary>The matrix's products in twice the precision.</summary>
    public PreciseProducts Precise { get; }

    /// <summary>A column's name in messages.</summary>
    public string NameOf(int column) => _terms[TermOf(column)].NameOf(column - _first[TermOf(column)]);

    /// <summary>Whether a column holds numbers rather than ones and zeros.</summary>
    public bool IsNumber(int column) => _terms[TermOf(column)].Values is not null;

    /// <summary>
    /// The size that a column's misfit is judged by: its total, and of a number at most the sum of its weighted distances
    /// from the mean.
    /// </summary>
    public double Spread(int column, double[] weights)
    {
        var total = 1 + Math.Abs(Totals[column]);
        if (_terms[TermOf(column)] is not { Values: { } values, Cells: null })
        {
            return total;
        }

        var mean = values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
        var spread = values.Zip(weights, (value, weight) => Math.Abs(value - mean) * weight).Sum();
        return spread > 0 && spread < total ? spread : total;
    }

    /// <summary>The number of columns that do not depend on others.</summary>
    public int Rank()
    {
        var ones = new double[Rows];
        Array.Fill(ones, 1);
        return new LeastSquares(this, ones).Rank;
    }

    /// <summary>X′v, the sum of each column times a vector over rows.</summary>
    public double[] Totalled(ReadOnlySpan<double> vector)
    {
        if (_patterned.Value is { } patterned)
        {
            return patterned.Totalled(vector);
        }

        var totals = new double[Columns];
        for (var t = 0; t < _terms.Length; t++)
        {
            var own = totals.AsSpan(_first[t], _terms[t].Columns);
            var (cells, values) = (_terms[t].Cells, _terms[t].Values);
            for (var row = 0; row < vector.Length; row++)
            {
                if ((cells is null ? 0 : cells[row]) is var column and >= 0)
                {
                    own[column] += values is null ? vector[row] : values[row] * vector[row];
                }
            }
        }

        return totals;
    }

    /// <summary>Xb, one number a row.</summary>
    public double[] Times(ReadOnlySpan<double> coefficients)
    {
        if (_patterned.Value is { } patterned)
        {
            return patterned.Times(coefficients);
        }

        var result = new double[Rows];
        for (var t = 0; t < _terms.Length; t++)
        {
            var own = coefficients.Slice(_first[t], _terms[t].Columns);
            var (cells, values) = (_terms[t].Cells, _terms[t].Values);
            for (var row = 0; row < result.Length; row++)
            {
                if ((cells is null ? 0 : cells[row]) is var column and >= 0)
                {
                    result[row] += values is null ? own[column] : own[column] * values[row];
                }
            }
        }

        return result;
    }

    /// <summary>X′QX for row weights q on the diagonal of Q; both triangles are filled.</summary>
    public double[,] Gram(ReadOnlySpan<double> rowWeights)
    {
        var gram = _patterned.Value?.LowerGram(rowWeights) ?? LowerGram(rowWeights);
        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[j, i] = gram[i, j];
            }
        }

        return gram;
    }

    private int TermOf(int column)
    {
        var term = _terms.Length - 1;
        while (_first[term] > column)
        {
            term--;
        }

        return term;
    }

    private double[,] LowerGram(ReadOnlySpan<double> rowWeights)
    {
        var gram = new double[Columns, Columns];
        for (var a = 0; a < _terms.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                Accumulate(gram, a, b, rowWeights);
            }
        }

        return gram;
    }

    // Fills the block of terms a ≥ b in the lower triangle.
    private void Accumulate(double[,] gram, int a, int b, ReadOnlySpan<double> weights)
    {
        var (first, second) = (_terms[a], _terms[b]);
        var (i, j) = (_first[a], _first[b]);
        for (var row = 0; row < weights.Length; row++)
        {
            var (left, right) = (first.Cells is null ? 0 : first.Cells[row], second.Cells is null ? 0 : second.Cells[row]);
            if (left >= 0 && right >= 0)
            {
                gram[i + left, j + right] += weights[row] * (first.Values?[row] ?? 1) * (second.Values?[row] ?? 1);
            }
        }
    }
}
