using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SurveyStatistics.Weighting;

/// <summary>
/// Products of an <see cref="AuxiliaryMatrix"/> of crossings and numbers by its <see cref="CategoryPatterns"/>. Sums of
/// numbers run in four lanes of fixed width, so that they are the same on every machine.
/// </summary>
/// <param name="terms">The matrix's terms.</param>
/// <param name="first">The first column of each.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="patterns">The combinations of the crossings' categories.</param>
internal sealed class PatternedProducts(AuxiliaryTerm[] terms, int[] first, int columns, CategoryPatterns patterns)
{
    /// <summary>X′v.</summary>
    public double[] Totalled(ReadOnlySpan<double> vector)
    {
        var (totals, sums) = (new double[columns], patterns.Sums(vector));
        for (var t = 0; t < terms.Length; t++)
        {
            if (patterns.CellsOf(t) is { } cells)
            {
                AddByCell(totals.AsSpan(first[t]), cells, sums);
            }
            else
            {
                totals[first[t]] = Product(terms[t].Values!, vector);
            }
        }

        return totals;
    }

    /// <summary>Xb.</summary>
    public double[] Times(ReadOnlySpan<double> coefficients)
    {
        var ofPattern = new double[patterns.Count];
        for (var t = 0; t < terms.Length; t++)
        {
            for (var pattern = 0; patterns.CellsOf(t) is { } cells && pattern < cells.Length; pattern++)
            {
                ofPattern[pattern] += coefficients[first[t] + cells[pattern]];
            }
        }

        var result = patterns.Spread(ofPattern);
        for (var t = 0; t < terms.Length; t++)
        {
            if (patterns.CellsOf(t) is null)
            {
                AddTimes(result, terms[t].Values!, coefficients[first[t]]);
            }
        }

        return result;
    }

    /// <summary>The lower triangle of X′QX.</summary>
    public double[,] LowerGram(ReadOnlySpan<double> rowWeights)
    {
        var gram = new double[columns, columns];
        var ones = patterns.Sums(rowWeights);
        var weighted = new double[rowWeights.Length];
        for (var a = 0; a < terms.Length; a++)
        {
            if (terms[a].Values is { } values)
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
        var sums = patterns.Sums(weighted);
        for (var b = 0; b < terms.Length; b++)
        {
            if (patterns.CellsOf(b) is { } cells)
            {
                var block = new double[terms[b].Columns];
                AddByCell(block, cells, sums);
                for (var j = 0; j < block.Length; j++)
                {
                    gram[Math.Max(first[a], first[b] + j), Math.Min(first[a], first[b] + j)] = block[j];
                }
            }
            else if (b <= a)
            {
                gram[first[a], first[b]] = Product(terms[b].Values!, weighted);
            }
        }
    }

    private void CellBlock(double[,] gram, int a, int b, double[] sums)
    {
        if (patterns.CellsOf(b) is not { } right)
        {
            return;
        }

        var left = patterns.CellsOf(a)!;
        for (var pattern = 0; pattern < sums.Length; pattern++)
        {
            gram[first[a] + left[pattern], first[b] + right[pattern]] += sums[pattern];
        }
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
