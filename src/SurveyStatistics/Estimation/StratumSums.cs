namespace SurveyStatistics.Estimation;

/// <summary>
/// Respondents, weights and weighted totals for every stratum × group, gathered in one pass over the rows; of an
/// indicator also what its variance needs.
/// </summary>
internal sealed class StratumSums(SamplingStage stage, int groups)
{
    private readonly StratumCell[] _cells = new StratumCell[stage.StratumCount * groups];

    /// <summary>The number of groups.</summary>
    public int Groups => groups;

    /// <summary>The sums, strata by groups.</summary>
    public ReadOnlySpan<StratumCell> Cells => _cells;

    /// <summary>Adds all rows.</summary>
    public void Add<TValues>(int[] group, double[] weights, TValues values)
        where TValues : struct, IRowValues
    {
        var strata = stage.Stratum;
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is not (var g and >= 0))
            {
                continue;
            }

            ref var cell = ref _cells[(strata[row] * groups) + g];
            var (weight, value) = (weights[row], values.At(row));
            cell.Respondents++;
            cell.Weight += weight;
            cell.Total += weight * value;
            if (TValues.IsIndicator)
            {
                cell.SquaredWeight += weight * weight;
                cell.SquaredTotal += weight * weight * value;
            }
        }
    }

    /// <summary>The sums of all groups together.</summary>
    public StratumSums Together()
    {
        var together = new StratumSums(stage, 1);
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            together._cells[cell / groups].Add(_cells[cell]);
        }

        return together;
    }

    /// <summary>The base of each group.</summary>
    public GroupBase[] Bases()
    {
        var bases = new GroupBase[groups];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var b = bases[cell % groups];
            bases[cell % groups] = new GroupBase(
                b.Respondents + _cells[cell].Respondents, b.Weight + _cells[cell].Weight, b.Total + _cells[cell].Total);
        }

        return bases;
    }

    /// <summary>For each group its respondents less the strata that they are in.</summary>
    public int[] RespondentsLessStrata()
    {
        var degrees = new int[groups];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            degrees[cell % groups] += Math.Max(0, _cells[cell].Respondents - 1);
        }

        return degrees;
    }

    /// <summary>For each cell the stratum's mean of the linearised variable; 0 where deviations are not from the mean.</summary>
    public double[] Means(Linearisation[] linear, ReadOnlySpan<bool> centred)
    {
        var means = new double[_cells.Length];
        for (var cell = 0; cell < means.Length; cell++)
        {
            var (stratum, g) = (cell / groups, cell % groups);
            means[cell] = centred[stratum]
                ? (_cells[cell].Total - (linear[g].Centre * _cells[cell].Weight)) * linear[g].Scale / stage.SampledUnits[stratum]
                : 0;
        }

        return means;
    }

    /// <summary>Whether every stratum with someone of the group was taken whole.</summary>
    public bool IsCensus(int group)
    {
        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            if (_cells[(stratum * groups) + group].Respondents > 0 && !stage.IsTakenWhole(stratum))
            {
                return false;
            }
        }

        return true;
    }
}
