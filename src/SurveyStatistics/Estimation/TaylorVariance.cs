using MathNet.Numerics.LinearAlgebra;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Variance of a linearised statistic under a stratified, clustered or multistage design with finite population
/// corrections: at each stage Σ_h (1 − f_h) n_h / (n_h − 1) Σ_i (z_hi − z̄_h)², where z_hi is the unit's total of
/// weight × influence and later stages count by the sampling fractions above them (Särndal, Swensson and Wretman 1992,
/// ch. 4 and 5.5; <c>svyrecvar</c> in R's survey package).
/// </summary>
internal sealed class TaylorVariance : LinearisedVariance
{
    private readonly double[][] _factors;
    private readonly LonelyUnits[] _lonely;

    /// <summary>Prepares the factors of every stratum once.</summary>
    public TaylorVariance(WeightedSample sample)
        : base(sample)
    {
        _lonely = [.. sample.Stages.Select((stage, number) => new LonelyUnits(stage, number, sample.Lonely))];
        _factors = [.. _lonely.Select(lonely => lonely.Factors())];
    }

    /// <inheritdoc/>
    protected override bool NeedsBase => Array.Exists(_lonely, lonely => lonely.NeedBase);

    private bool IsSimple => Sample.Repeated is null && Sample.Projections.Count == 0 && Sample.Stages.Count == 1 && Sample.Stages[0].Unit is null;

    /// <inheritdoc/>
    public override VarianceEstimator After(Func<WeightedSample, WeightedSample> step) => new TaylorVariance(step(Sample));

    /// <inheritdoc/>
    public override double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean) => IsSimple
        ? OfElements(group, sums, linear, values)
        : base.OfGroups(group, sums, linear, values, isMean);

    /// <inheritdoc/>
    protected override Matrix<double> OfCells(int[] cells, int count) => Sample.Repeated is null ? CellCovariance.Of(Sample, _lonely, cells, count) : base.OfCells(cells, count);

    /// <inheritdoc/>
    protected override double[,] OfTotals(double[][] columns, bool[]? inBase)
    {
        var covariance = new double[columns.Length, columns.Length];
        for (var stage = 0; stage < _factors.Length; stage++)
        {
            // Where weights were fitted to totals, every row has a residual and every stratum counts, as in R.
            var present = Sample.Projections.Count == 0 ? _lonely[stage].Present(inBase) : null;
            var factors = _lonely[stage].HaveVariance(inBase) ? _lonely[stage].Averaged(_factors[stage], present) : Array.ConvertAll(_factors[stage], _ => double.NaN);
            var totals = Array.ConvertAll(columns, column => UnitDeviations(stage, column, present));
            for (var a = 0; a < columns.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    covariance[a, b] += Product(stage, factors, totals[a], totals[b]);
                    covariance[b, a] = covariance[a, b];
                }
            }
        }

        if (Sample.Repeated is { } repeated)
        {
            for (var a = 0; a < columns.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    covariance[a, b] += repeated.Covariance(columns[a], columns[b]);
                    covariance[b, a] = covariance[a, b];
                }
            }
        }

        return covariance;
    }

    // Respondents sampled directly from strata, without calibration: all groups of a table at once, as deviations from the
    // stratum's mean, which the sums already give. A row of the stratum outside the group has the value zero, and so deviates
    // by the mean.
    private double[] OfElements<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values)
        where TValues : struct, IRowValues
    {
        var (stage, groups, lonely) = (Sample.Stages[0], linear.Length, _lonely[0]);
        var means = sums.Means(linear);
        var factors = new double[groups][];
        for (var g = 0; g < groups; g++)
        {
            var present = lonely.NeedBase ? lonely.Present(sums, g) : null;
            factors[g] = lonely.Averaged(_factors[0], present);
            lonely.Centre(means, g, groups, present);
        }

        var squares = TValues.IsIndicator ? sums.SquaredDeviations(linear, means) : SquaredDeviations(group, linear, means, values);
        var variances = new double[groups];
        for (var cell = 0; cell < squares.Length; cell++)
        {
            var outside = stage.SampledUnits[cell / groups] - sums.Cells[cell].Respondents;
            variances[cell % groups] += factors[cell % groups][cell / groups] * (squares[cell] + (outside * means[cell] * means[cell]));
        }

        return variances;
    }

    // A number's deviations take a second pass over the rows, as its square doesn't follow from its sums.
    private double[] SquaredDeviations<TValues>(int[] group, Linearisation[] linear, double[] means, TValues values)
        where TValues : struct, IRowValues
    {
        var (weights, strata) = (Sample.Weights, Sample.Stages[0].Stratum);
        var squares = new double[means.Length];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                var cell = (strata[row] * linear.Length) + g;
                var deviation = (weights[row] * (values.At(row) - linear[g].Centre) * linear[g].Scale) - means[cell];
                squares[cell] += deviation * deviation;
            }
        }

        return squares;
    }

    // Each unit's total less its stratum's mean.
    private double[] UnitDeviations(int number, double[] column, bool[]? present)
    {
        var stage = Sample.Stages[number];
        var totals = stage.UnitTotals(column);
        var strata = stage.StratumOfEachUnit;
        var means = new double[stage.StratumCount];
        for (var unit = 0; unit < totals.Length; unit++)
        {
            means[strata[unit]] += totals[unit];
        }

        for (var stratum = 0; stratum < means.Length; stratum++)
        {
            means[stratum] /= stage.SampledUnits[stratum];
        }

        _lonely[number].Centre(means, 0, 1, present);

        for (var unit = 0; unit < totals.Length; unit++)
        {
            totals[unit] -= means[strata[unit]];
        }

        return totals;
    }

    private double Product(int number, double[] factors, double[] a, double[] b)
    {
        var strata = Sample.Stages[number].StratumOfEachUnit;
        var sum = 0.0;
        for (var unit = 0; unit < a.Length; unit++)
        {
            sum += factors[strata[unit]] * a[unit] * b[unit];
        }

        return sum;
    }
}
