using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Estimation;

/// <summary>Respondents, weights and weighted totals for every stratum × group, gathered in one pass over the rows.</summary>
internal sealed class StratumSums(SamplingStage stage, int groups)
{
    private readonly double[] _weights = new double[stage.StratumCount * groups];
    private readonly double[] _totals = new double[stage.StratumCount * groups];

    /// <summary>The number of groups.</summary>
    public int Groups => groups;

    /// <summary>The respondents of each cell, strata by groups.</summary>
    public int[] Respondents { get; } = new int[stage.StratumCount * groups];

    /// <summary>Adds all rows.</summary>
    public void Add<TValues>(int[] group, double[] weights, TValues values)
        where TValues : struct, IRowValues
    {
        var strata = stage.Stratum;
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                var cell = (strata[row] * groups) + g;
                Respondents[cell]++;
                _weights[cell] += weights[row];
                _totals[cell] += weights[row] * values.At(row);
            }
        }
    }

    /// <summary>The base of each group.</summary>
    public GroupBase[] Bases()
    {
        var bases = new GroupBase[groups];
        for (var cell = 0; cell < _weights.Length; cell++)
        {
            var b = bases[cell % groups];
            bases[cell % groups] = new GroupBase(b.Respondents + Respondents[cell], b.Weight + _weights[cell], b.Total + _totals[cell]);
        }

        return bases;
    }

    /// <summary>For each group its respondents less the strata that they are in.</summary>
    public int[] RespondentsLessStrata()
    {
        var degrees = new int[groups];
        for (var cell = 0; cell < Respondents.Length; cell++)
        {
            degrees[cell % groups] += Math.Max(0, Respondents[cell] - 1);
        }

        return degrees;
    }

    /// <summary>For each cell the stratum's mean of the linearised variable; 0 where deviations are not from the mean.</summary>
    public double[] Means(Linearisation[] linear, ReadOnlySpan<bool> centred)
    {
        var means = new double[_weights.Length];
        for (var cell = 0; cell < means.Length; cell++)
        {
            var (stratum, g) = (cell / groups, cell % groups);
            means[cell] = centred[stratum]
                ? (_totals[cell] - (linear[g].Centre * _weights[cell])) * linear[g].Scale / stage.SampledUnits[stratum]
                : 0;
        }

        return means;
    }

    /// <summary>Whether every stratum with someone of the group was taken whole.</summary>
    public bool IsCensus(int group)
    {
        for (var stratum = 0; stratum < stage.StratumCount; stratum++)
        {
            if (Respondents[(stratum * groups) + group] > 0 && !stage.IsTakenWhole(stratum))
            {
                return false;
            }
        }

        return true;
    }
}
