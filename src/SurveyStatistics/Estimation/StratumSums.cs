using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The sums of some answers to a question, those of all in one pass over the rows.</summary>
    /// <param name="stage">The strata.</param>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="weights">For each row its weight.</param>
    /// <param name="codes">For each row its answer, or −1.</param>
    /// <param name="answers">The answers wanted.</param>
    /// <param name="categories">The number of answers that there are.</param>
    public static StratumSums[] OfAnswers(SamplingStage stage, int[] group, int groups, double[] weights, int[] codes, ReadOnlySpan<int> answers, int categories)
    {
        // Those without an answer come first in each cell.
        var width = categories + 1;
        var gathered = Gather(stage, group, groups, weights, codes, width);
        var result = new StratumSums[answers.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new StratumSums(stage, groups);
            for (var cell = 0; cell < result[i]._cells.Length; cell++)
            {
                var (all, given) = (Vector256<double>.Zero, gathered[(cell * width) + answers[i] + 1]);
                foreach (var one in gathered.AsSpan(cell * width, width))
                {
                    all += one;
                }

                result[i]._cells[cell] = new StratumCell
                {
                    Respondents = (int)all[0],
                    Weight = all[1],
                    SquaredWeight = all[2],
                    Total = given[1],
                    SquaredTotal = given[2],
                };
            }
        }

        return result;
    }

    // For each cell and answer the respondents, Σw and Σw², each row added at once. Compiled at its best from the start: a notebook calls it once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double>[] Gather(SamplingStage stage, int[] group, int groups, double[] weights, int[] codes, int width)
    {
        var strata = stage.Stratum;
        var sums = new Vector256<double>[stage.StratumCount * groups * width];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                var weight = weights[row];
                sums[(((strata[row] * groups) + g) * width) + codes[row] + 1] += Vector256.Create(1, weight, weight * weight, 0);
            }
        }

        return sums;
    }

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

    /// <summary>For each cell the stratum's mean of the linearised variable.</summary>
    public double[] Means(Linearisation[] linear)
    {
        var means = new double[_cells.Length];
        for (var cell = 0; cell < means.Length; cell++)
        {
            var (stratum, g) = (cell / groups, cell % groups);
            means[cell] = (_cells[cell].Total - (linear[g].Centre * _cells[cell].Weight)) * linear[g].Scale / stage.SampledUnits[stratum];
        }

        return means;
    }

    /// <summary>For each cell of an indicator the sum of the squared deviations from the stratum's mean, without a pass over the rows.</summary>
    public double[] SquaredDeviations(Linearisation[] linear, double[] means)
    {
        var squares = new double[means.Length];
        for (var cell = 0; cell < squares.Length; cell++)
        {
            squares[cell] = _cells[cell].SquaredDeviations(linear[cell % linear.Length], means[cell]);
        }

        return squares;
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

/// <summary>What is summed over the respondents of one stratum and group.</summary>
internal struct StratumCell
{
    /// <summary>The number of respondents.</summary>
    public int Respondents;

    /// <summary>The sum of their weights, Σw.</summary>
    public double Weight;

    /// <summary>The weighted total of the variable, Σwy.</summary>
    public double Total;

    /// <summary>The sum of the squared weights, Σw²; of an indicator only.</summary>
    public double SquaredWeight;

    /// <summary>The sum of the squared weights of those that have it, Σw²y; of an indicator only.</summary>
    public double SquaredTotal;

    /// <summary>Adds another cell.</summary>
    public void Add(in StratumCell other)
    {
        Respondents += other.Respondents;
        Weight += other.Weight;
        Total += other.Total;
        SquaredWeight += other.SquaredWeight;
        SquaredTotal += other.SquaredTotal;
    }

    /// <summary>
    /// The sum over an indicator's respondents of the squared deviations of w (y − centre) scale from a mean.
    /// </summary>
    public readonly double SquaredDeviations(Linearisation linear, double mean)
    {
        // Expanded, since y² = y for an indicator: Σw²(y − c)² = Σw²y − 2cΣw²y + c²Σw².
        var raw = linear.Scale * linear.Scale
            * (SquaredTotal - (2 * linear.Centre * SquaredTotal) + (linear.Centre * linear.Centre * SquaredWeight));
        var crossed = 2 * mean * linear.Scale * (Total - (linear.Centre * Weight));
        var sum = raw - crossed + (Respondents * mean * mean);

        // The expansion cancels where all deviate equally: what is within the rounding of its terms is zero.
        return sum > Rounding * raw ? sum : 0;
    }

    private const double Rounding = 1e-12;
}

/// <summary>The base of a group.</summary>
/// <param name="Respondents">The number of respondents.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Total">The weighted total of the variable.</param>
internal readonly record struct GroupBase(int Respondents, double Weight, double Total)
{
    /// <summary>The weighted mean.</summary>
    public double Mean => Total / Weight;
}

/// <summary>The influence of a row on a mean or total: (value − centre) × scale.</summary>
/// <param name="Centre">The mean itself for a mean, 0 for a total.</param>
/// <param name="Scale">One over the weighted base for a mean, 1 for a total.</param>
internal readonly record struct Linearisation(double Centre, double Scale);
