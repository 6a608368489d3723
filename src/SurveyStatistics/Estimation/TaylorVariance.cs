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
    private readonly bool[][] _centred;

    /// <summary>Prepares the factors of every stratum once.</summary>
    public TaylorVariance(WeightedSample sample)
        : base(sample)
    {
        _factors = [.. sample.Stages.Select(stage => Factors(stage, sample.Lonely))];
        _centred = [.. sample.Stages.Select(stage => Centred(stage, sample.Lonely))];
    }

    private bool IsSimple => Sample.Projections.Count == 0 && Sample.Stages.Count == 1 && Sample.Stages[0].Unit is null;

    /// <inheritdoc/>
    public override VarianceEstimator After(Func<WeightedSample, WeightedSample> step) => new TaylorVariance(step(Sample));

    /// <inheritdoc/>
    public override double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean) => IsSimple
        ? OfElements(group, sums, linear, values)
        : base.OfGroups(group, sums, linear, values, isMean);

    /// <inheritdoc/>
    protected override double[,] OfTotals(double[][] columns)
    {
        var covariance = new double[columns.Length, columns.Length];
        for (var stage = 0; stage < _factors.Length; stage++)
        {
            var totals = Array.ConvertAll(columns, column => UnitDeviations(stage, column));
            for (var a = 0; a < columns.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    covariance[a, b] += Product(stage, totals[a], totals[b]);
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
        var (stage, groups) = (Sample.Stages[0], linear.Length);
        var means = sums.Means(linear, _centred[0]);
        var squares = TValues.IsIndicator ? sums.SquaredDeviations(linear, means) : SquaredDeviations(group, linear, means, values);
        var variances = new double[groups];
        for (var cell = 0; cell < squares.Length; cell++)
        {
            var outside = stage.SampledUnits[cell / groups] - sums.Cells[cell].Respondents;
            variances[cell % groups] += _factors[0][cell / groups] * (squares[cell] + (outside * means[cell] * means[cell]));
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
    private double[] UnitDeviations(int number, double[] column)
    {
        var stage = Sample.Stages[number];
        var totals = stage.Unit is null ? (double[])column.Clone() : UnitTotals(stage, column);
        var strata = stage.StratumOfUnit ?? stage.Stratum;
        var means = new double[stage.StratumCount];
        for (var unit = 0; unit < totals.Length; unit++)
        {
            means[strata[unit]] += totals[unit];
        }

        for (var stratum = 0; stratum < means.Length; stratum++)
        {
            means[stratum] = _centred[number][stratum] ? means[stratum] / stage.SampledUnits[stratum] : 0;
        }

        for (var unit = 0; unit < totals.Length; unit++)
        {
            totals[unit] -= means[strata[unit]];
        }

        return totals;
    }

    private static double[] UnitTotals(SamplingStage stage, double[] column)
    {
        var totals = new double[stage.StratumOfUnit!.Length];
        for (var row = 0; row < column.Length; row++)
        {
            totals[stage.Unit![row]] += column[row];
        }

        return totals;
    }

    private double Product(int number, double[] a, double[] b)
    {
        var stage = Sample.Stages[number];
        var (strata, factors) = (stage.StratumOfUnit ?? stage.Stratum, _factors[number]);
        var sum = 0.0;
        for (var unit = 0; unit < a.Length; unit++)
        {
            sum += factors[strata[unit]] * a[unit] * b[unit];
        }

        return sum;
    }

    // (1 − f) n / (n − 1) for each stratum, times the sampling fractions above it. A lonely unit has no spread: its stratum
    // counts nothing, or, adjusted, by its distance from the mean of all strata, which is 0 for a linearised variable.
    private static double[] Factors(SamplingStage stage, LonelyStratum lonely)
    {
        var factors = new double[stage.StratumCount];
        for (var stratum = 0; stratum < factors.Length; stratum++)
        {
            var n = stage.SampledUnits[stratum];
            var correction = stage.IsTakenWhole(stratum) ? 0 : stage.FractionAbove[stratum] * stage.Unsampled(stratum);
            factors[stratum] = n > 1 ? correction * n / (n - 1) : lonely == LonelyStratum.Adjust ? correction : 0;
        }

        return lonely == LonelyStratum.Average ? Averaged(stage, factors) : factors;
    }

    // Lonely strata get the average variance of the others under the same unit: those count by (all) / (not lonely).
    private static double[] Averaged(SamplingStage stage, double[] factors)
    {
        var (all, usable) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var stratum = 0; stratum < factors.Length; stratum++)
        {
            var parent = stage.ParentOfStratum[stratum];
            all[parent] = all.GetValueOrDefault(parent) + 1;
            usable[parent] = usable.GetValueOrDefault(parent) + (stage.IsLonely(stratum) ? 0 : 1);
        }

        return [.. factors.Select((factor, stratum) =>
            factor == 0 ? 0 : factor * all[stage.ParentOfStratum[stratum]] / usable[stage.ParentOfStratum[stratum]])];
    }

    private static bool[] Centred(SamplingStage stage, LonelyStratum lonely) =>
        [.. stage.SampledUnits.Select(n => n > 1 || lonely != LonelyStratum.Adjust)];
}

/// <summary>
/// Variance by linearisation: of the total of weight × influence under the design, after the residuals that calibrations
/// leave have taken the influence's place.
/// </summary>
internal abstract class LinearisedVariance(WeightedSample sample) : VarianceEstimator(sample)
{
    /// <inheritdoc/>
    public override EstimateVector Estimate(IStatistic statistic)
    {
        var values = statistic.Evaluate(Sample.Weights);
        var columns = statistic.Linearise(Sample.Weights, values);
        foreach (var column in columns)
        {
            Project(column);
        }

        return new EstimateVector(values, OfTotals(columns));
    }

    /// <inheritdoc/>
    public override double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean)
    {
        var variances = new double[linear.Length];
        var column = new double[group.Length];
        for (var g = 0; g < variances.Length; g++)
        {
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = group[row] == g ? Sample.Weights[row] * (values.At(row) - linear[g].Centre) * linear[g].Scale : 0;
            }

            Project(column);
            variances[g] = OfTotals([column])[0, 0];
        }

        return variances;
    }

    /// <summary>The covariance matrix of totals of weighted linearised variables, one value a row each.</summary>
    protected abstract double[,] OfTotals(double[][] columns);

    private void Project(double[] column)
    {
        foreach (var projection in Sample.Projections)
        {
            projection.Project(column);
        }
    }
}
