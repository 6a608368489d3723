using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SurveyStatistics.Weighting;

/// <summary>
/// Products of an <see cref="AuxiliaryMatrix"/> of crossings and numbers by combinations of the categories of all crossings:
/// what depends on categories only is summed over combinations, which are far fewer than rows. Sums of numbers run in four
/// lanes of fixed width, so that they are the same on every machine.
/// </summary>
internal sealed class PatternedProducts
{
    // Half a megabyte of sums.
    private const int Most = 1 << 16;

    private readonly AuxiliaryTerm[] _terms;
    private readonly int[] _first;
    private readonly int _columns;
    private readonly int _patterns;
    private readonly int[] _patternOfRow;

    // For each term the cell of every combination; null when the term is a number.
    private readonly int[]?[] _cells;

    private PatternedProducts(AuxiliaryTerm[] terms, int[] first, int columns, int[] patternOfRow, int patterns)
    {
        (_terms, _first, _columns, _patternOfRow, _patterns) = (terms, first, columns, patternOfRow, patterns);
        _cells = new int[]?[terms.Length];

        // The last crossing varies fastest.
        var stride = 1;
        for (var t = terms.Length - 1; t >= 0; t--)
        {
            if (terms[t].Cells is not null)
            {
                var (divisor, own) = (stride, terms[t].Columns);
                _cells[t] = [.. Enumerable.Range(0, patterns).Select(pattern => pattern / divisor % own)];
                stride *= own;
            }
        }
    }

    /// <summary>
    /// The products; null when there are too many combinations to gain by them, or when a row has no category or a category
    /// has numbers, as in regressions.
    /// </summary>
    /// <param name="terms">The matrix's terms.</param>
    /// <param name="first">The first column of each.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="rows">The number of rows.</param>
    public static PatternedProducts? Of(AuxiliaryTerm[] terms, int[] first, int columns, int rows)
    {
        var (patternOfRow, patterns) = (new int[rows], 1);
        foreach (var term in terms)
        {
            if (term.Cells is not { } cells)
            {
                continue;
            }

            if (term.Values is not null || (long)patterns * term.Columns > Math.Min(Most, rows) || Array.Exists(cells, cell => cell < 0))
            {
                return null;
            }

            for (var row = 0; row < rows; row++)
            {
                patternOfRow[row] = (patternOfRow[row] * term.Columns) + cells[row];
            }

            patterns *= term.Columns;
        }

        return new PatternedProducts(terms, first, columns, patternOfRow, patterns);
    }

    /// <summary>X′v.</summary>
    public double[] Totalled(ReadOnlySpan<double> vector)
    {
        var (totals, sums) = (new double[_columns], PatternSums(vector));
        for (var t = 0; t < _terms.Length; t++)
        {
            if (_cells[t] is { } cells)
            {
                AddByCell(totals.AsSpan(_first[t]), cells, sums);
            }
            else
            {
                totals[_first[t]] = Product(_terms[t].Values!, vector);
            }
        }

        return totals;
    }

    /// <summary>Xb.</summary>
    public double[] Times(ReadOnlySpan<double> coefficients)
    {
        var ofPattern = new double[_patterns];
        for (var t = 0; t < _terms.Length; t++)
        {
            for (var pattern = 0; _cells[t] is { } cells && pattern < cells.Length; pattern++)
            {
                ofPattern[pattern] += coefficients[_first[t] + cells[pattern]];
            }
        }

        var result = Array.ConvertAll(_patternOfRow, pattern => ofPattern[pattern]);
        for (var t = 0; t < _terms.Length; t++)
        {
            if (_cells[t] is null)
            {
                AddTimes(result, _terms[t].Values!, coefficients[_first[t]]);
            }
        }

        return result;
    }

    /// <summary>The lower triangle of X′QX.</summary>
    public double[,] LowerGram(ReadOnlySpan<double> rowWeights)
    {
        var gram = new double[_columns, _columns];
        var ones = PatternSums(rowWeights);
        var weighted = new double[rowWeights.Length];
        for (var a = 0; a < _terms.Length; a++)
        {
            if (_terms[a].Values is { } values)
            {
                Multiply(values, rowWeights, weighted);
                NumberBlocks(gram, a, weighted);
            }
            else
            {
                for (var b = 0; b <= a; b++)
                {
                    CellBlock(gram, a, b, ones);
                }
            }
        }

        return gram;
    }

    // A number with all numbers up to it, and with all crossings, before or after it.
    private void NumberBlocks(double[,] gram, int a, double[] weighted)
    {
        var sums = PatternSums(weighted);
        for (var b = 0; b < _terms.Length; b++)
        {
            if (_cells[b] is { } cells)
            {
                var block = new double[_terms[b].Columns];
                AddByCell(block, cells, sums);
                for (var j = 0; j < block.Length; j++)
                {
                    gram[Math.Max(_first[a], _first[b] + j), Math.Min(_first[a], _first[b] + j)] = block[j];
                }
            }
            else if (b <= a)
            {
                gram[_first[a], _first[b]] = Product(_terms[b].Values!, weighted);
            }
        }
    }

    private void CellBlock(double[,] gram, int a, int b, double[] sums)
    {
        if (_cells[b] is not { } right)
        {
            return;
        }

        var left = _cells[a]!;
        for (var pattern = 0; pattern < sums.Length; pattern++)
        {
            gram[_first[a] + left[pattern], _first[b] + right[pattern]] += sums[pattern];
        }
    }

    // For each combination the sum over its rows.
    private double[] PatternSums(ReadOnlySpan<double> vector)
    {
        var sums = new double[_patterns];
        for (var row = 0; row < vector.Length; row++)
        {
            sums[_patternOfRow[row]] += vector[row];
        }

        return sums;
    }

    private static void AddByCell(Span<double> totals, int[] cells, double[] sums)
    {
        for (var pattern = 0; pattern < cells.Length; pattern++)
        {
            totals[cells[pattern]] += sums[pattern];
        }
    }

    private static void Multiply(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double[] result)
    {
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = values[row] * weights[row];
        }
    }

    private static void AddTimes(double[] result, ReadOnlySpan<double> values, double factor)
    {
        for (var row = 0; row < result.Length; row++)
        {
            result[row] += values[row] * factor;
        }
    }

    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            lanes += left[i] * right[i];
        }

        var sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (var row = left.Length * Vector256<double>.Count; row < a.Length; row++)
        {
            sum += a[row] * b[row];
        }

        return sum;
    }
}
