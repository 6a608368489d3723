namespace SurveyStatistics.Replicates;

/// <summary>
/// Rows in classes in which a count adds the same weight, such as the strata of a sample before any weighting step: in a
/// class a variable that is zero or one number has a total that follows from the sum of the counts.
/// </summary>
internal sealed class WeightClasses
{
    private readonly CountedStage _stage;
    private readonly int[] _ofRow;
    private readonly double[] _added;
    private readonly double[] _fixed;

    /// <summary>Forms the classes.</summary>
    public WeightClasses(double[] weights, CountedStage stage)
    {
        _stage = stage;
        (_ofRow, _fixed) = (new int[weights.Length], new double[weights.Length]);
        var numbers = new Dictionary<double, int>();
        for (var row = 0; row < weights.Length; row++)
        {
            var unit = stage.UnitOf(row);
            _fixed[row] = weights[row] * stage.Base[unit];
            _ofRow[row] = numbers.TryGetValue(weights[row] * stage.Step[unit], out var number) ? number : numbers.Count;
            numbers.TryAdd(weights[row] * stage.Step[unit], _ofRow[row]);
        }

        _added = [.. numbers.Keys];
    }

    /// <summary>The number of classes.</summary>
    public int Count => _added.Length;

    /// <summary>The one number besides zero that a column has in the base; NaN when there are more.</summary>
    public static double OnlyValue(int[] group, double[] column)
    {
        var only = 0.0;
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                if (only != 0 && column[row] != only)
                {
                    return double.NaN;
                }

                only = column[row];
            }
        }

        return only;
    }

    /// <summary>The totals of a column that is zero or <paramref name="value"/>, for each group in every replicate.</summary>
    public double[][] Totals(int[] group, int groups, double[] column, double value, int replicates)
    {
        var (units, ends) = Cells(group, groups, column);
        var totals = new double[groups][];
        for (var g = 0; g < groups; g++)
        {
            totals[g] = new double[replicates];
        }

        Start(totals, group, column, value);
        RowwiseWeights.ForBlocks(replicates, CountedStage.TileLength, (long)units.Length * replicates / 16, (from, length) =>
        {
            var tile = _stage.Tile(from);
            var begin = 0;
            for (var cell = 0; cell < ends.Length; cell++)
            {
                BlockArithmetic.AddCounts(
                    tile, units.AsSpan(begin..ends[cell]), _added[cell / groups] * value, totals[cell % groups].AsSpan(from, length));
                begin = ends[cell];
            }
        });
        return totals;
    }

    // What a total has without any count.
    private void Start(double[][] totals, int[] group, double[] column, double value)
    {
        var starts = new double[totals.Length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                starts[group[row]] += _fixed[row] * value;
            }
        }

        for (var g = 0; g < totals.Length; g++)
        {
            Array.Fill(totals[g], starts[g]);
        }
    }

    // The units of the rows that count, class by class, in each group by group, and where each cell ends.
    private (int[] Units, int[] Ends) Cells(int[] group, int groups, double[] column)
    {
        var ends = new int[Count * groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                ends[(_ofRow[row] * groups) + group[row]]++;
            }
        }

        var total = 0;
        for (var cell = 0; cell < ends.Length; cell++)
        {
            (ends[cell], total) = (total, total + ends[cell]);
        }

        var units = new int[total];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] >= 0 && column[row] != 0)
            {
                units[ends[(_ofRow[row] * groups) + group[row]]++] = _stage.UnitOf(row);
            }
        }

        return (units, ends);
    }
}
