namespace SurveyStatistics.Weighting;

/// <summary>
/// Products of an <see cref="AuxiliaryMatrix"/> in twice the precision, for columns that nearly follow from each other: what
/// tells them apart is far behind the point of their sums of squares.
/// </summary>
internal sealed class PreciseProducts(IReadOnlyList<AuxiliaryTerm> terms, int columns)
{
    /// <summary>X′QX for row weights q on the diagonal of Q; both triangles are filled.</summary>
    public DoubleDouble[,] Gram(ReadOnlySpan<double> rowWeights)
    {
        var gram = new DoubleDouble[columns, columns];
        var first = 0;
        for (var a = 0; a < terms.Count; first += terms[a++].Columns)
        {
            var second = 0;
            for (var b = 0; b <= a; second += terms[b++].Columns)
            {
                Accumulate(gram, (terms[a], first), (terms[b], second), rowWeights);
            }
        }

        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[j, i] = gram[i, j];
            }
        }

        return gram;
    }

    /// <summary>X′v.</summary>
    public DoubleDouble[] Totalled(ReadOnlySpan<double> vector)
    {
        var totals = new DoubleDouble[columns];
        var first = 0;
        foreach (var term in terms)
        {
            for (var row = 0; row < vector.Length; row++)
            {
                if (term.CellAt(row) is var cell and >= 0)
                {
                    totals[first + cell] += term.At(row) * vector[row];
                }
            }

            first += term.Columns;
        }

        return totals;
    }

    /// <summary>Xb, rounded once a row.</summary>
    public double[] Times(ReadOnlySpan<DoubleDouble> coefficients, int rows)
    {
        var sums = new DoubleDouble[rows];
        var first = 0;
        foreach (var term in terms)
        {
            for (var row = 0; row < rows; row++)
            {
                if (term.CellAt(row) is var cell and >= 0)
                {
                    sums[row] += coefficients[first + cell] * term.At(row);
                }
            }

            first += term.Columns;
        }

        return Array.ConvertAll(sums, sum => sum.High);
    }

    private static void Accumulate(DoubleDouble[,] gram, (AuxiliaryTerm Term, int First) a, (AuxiliaryTerm Term, int First) b, ReadOnlySpan<double> weights)
    {
        if (a.Term is { Cells: null, Tails: null } && b.Term is { Cells: null, Tails: null })
        {
            gram[a.First, b.First] = DoubleDouble.Total(weights, a.Term.Values, b.Term.Values);
            return;
        }

        for (var row = 0; row < weights.Length; row++)
        {
            var (left, right) = (a.Term.CellAt(row), b.Term.CellAt(row));
            if (left >= 0 && right >= 0)
            {
                gram[a.First + left, b.First + right] += a.Term.At(row) * weights[row] * b.Term.At(row);
            }
        }
    }
}
