namespace SurveyStatistics.Weighting;

/// <summary>
/// The combinations of the categories of all crossings of an <see cref="AuxiliaryMatrix"/>: what depends on categories
/// only is summed over combinations, which are far fewer than rows.
/// </summary>
internal sealed class CategoryPatterns
{
    private const int Most = 1 << 16;
    private readonly int[] _ofRow;
    private readonly int[]?[] _cells;

    private CategoryPatterns(int[] ofRow, int[]?[] cells, int count) => (_ofRow, _cells, Count) = (ofRow, cells, count);

    /// <summary>The number of combinations, filled or not.</summary>
    public int Count { get; }

    /// <summary>
    /// The combinations; null when there are too many to gain by them, or when a row has no category or a category has
    /// numbers, as in regressions.
    /// </summary>
    public static CategoryPatterns? Of(IReadOnlyList<AuxiliaryTerm> terms, int rows)
    {
        var (ofRow, cells, count) = (new int[rows], new int[]?[terms.Count], 1);
        for (var t = 0; t < terms.Count; t++)
        {
            if (terms[t].Cells is not { } own)
            {
                continue;
            }

            if (terms[t].Values is not null || (long)count * terms[t].Columns > Math.Min(Most, rows) || !Append(ofRow, own, terms[t].Columns))
            {
                return null;
            }

            count *= terms[t].Columns;
            cells[t] = [];
        }

        Decode(terms, cells, count);
        return new CategoryPatterns(ofRow, cells, count);
    }

    /// <summary>For each combination its cell in a term; null when the term is a number.</summary>
    public int[]? CellsOf(int term) => _cells[term];

    /// <summary>For each combination the sum over its rows.</summary>
    public double[] Sums(ReadOnlySpan<double> vector)
    {
        var sums = new double[Count];
        for (var row = 0; row < vector.Length; row++)
        {
            sums[_ofRow[row]] += vector[row];
        }

        return sums;
    }

    /// <summary>For each row the value of its combination.</summary>
    public double[] Spread(double[] values) => Array.ConvertAll(_ofRow, pattern => values[pattern]);

    private static bool Append(int[] ofRow, int[] cells, int columns)
    {
        for (var row = 0; row < ofRow.Length; row++)
        {
            if (cells[row] < 0)
            {
                return false;
            }

            ofRow[row] = (ofRow[row] * columns) + cells[row];
        }

        return true;
    }

    // The last crossing varies fastest.
    private static void Decode(IReadOnlyList<AuxiliaryTerm> terms, int[]?[] cells, int count)
    {
        var stride = 1;
        for (var t = terms.Count - 1; t >= 0; t--)
        {
            if (cells[t] is not null)
            {
                var (divisor, columns) = (stride, terms[t].Columns);
                cells[t] = [.. Enumerable.Range(0, count).Select(pattern => pattern / divisor % columns)];
                stride *= columns;
            }
        }
    }
}
