namespace SurveyStatistics.Estimation;

/// <summary>
/// Variance by replication: every statistic is computed anew from the weights of each replicate, and the replicates'
/// spread is its variance (Wolter 2007; <c>svrVar</c> in R's survey package). Sums, and what is made of sums, are gathered
/// for all replicates at once; any other statistic is evaluated replicate by replicate.
/// </summary>
internal sealed class ReplicateVariance : VarianceEstimator
{
    private readonly Replication _replication;

    private ReplicateVariance(WeightedSample sample, Replication replication, ReplicateWeights replicates)
        : base(sample) => (_replication, Replicates) = (replication, replicates);

    /// <summary>The replicate weights.</summary>
    public ReplicateWeights Replicates { get; }

    /// <summary>Whether quantiles of the replicates vary as quantiles of samples do.</summary>
    public bool SuitsQuantiles => _replication.SuitsQuantiles;

    /// <summary>Whether the replicate weights were made elsewhere.</summary>
    public bool IsStored => _replication.IsStored;

    /// <inheritdoc/>
    public override bool IsFinite => _replication.CountsFinitePopulation;

    /// <summary>Replicates the sample, with all the weighting steps it has been through.</summary>
    /// <exception cref="SurveyException">The method does not suit the design, or a step can't be taken in a replicate.</exception>
    public static ReplicateVariance Of(WeightedSample sample, Replication replication)
    {
        if (replication.IsStored && sample.Steps.Count > 0)
        {
            throw new SurveyException(new Problem(
                "Replicate weights from the data come after a weighting step",
                Expected: "Replicated(Replication.Stored(…)) first, steps after it: they are repeated in every replicate"));
        }

        var replicates = sample.Steps.Aggregate(replication.Make(sample), RepeatedSteps.Repeat);
        var told = sample with
        {
            History = [.. sample.History, new WeightStep
            {
                Kind = WeightStepKind.Replication,
                Method = replication.Describe(sample),
                Weights = WeightSummary.Of(sample.Weights),
            }],
        };
        return new ReplicateVariance(told, replication, replicates);
    }

    /// <inheritdoc/>
    public override VarianceEstimator After(Func<WeightedSample, WeightedSample> step)
    {
        var sample = step(Sample);
        return new ReplicateVariance(sample, _replication, RepeatedSteps.Repeat(Replicates, sample.Steps[^1]));
    }

    /// <inheritdoc/>
    public override EstimateVector Estimate(IStatistic statistic)
    {
        var values = statistic.Evaluate(Sample.Weights);
        return new EstimateVector(values, Replicates.Scaling.Covariance(values, InReplicates(statistic)));
    }

    /// <inheritdoc/>
    public override EstimateVector Estimate(ICellStatistic statistic)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, Sample.Weights.Length)];
        var counts = Replicates.Totals(statistic.Cells, statistic.Count, [ones]);
        double[][] replicates = [.. Enumerable.Range(0, Replicates.Count).Select(r => statistic.Evaluate(Array.ConvertAll(counts, one => one[r])))];
        var own = new double[statistic.Count];
        for (var row = 0; row < ones.Length; row++)
        {
            if (statistic.Cells[row] is var cell and >= 0)
            {
                own[cell] += Sample.Weights[row];
            }
        }

        var values = statistic.Evaluate(own);
        double[][] ofNumbers = [.. Enumerable.Range(0, values.Length).Select(i => Array.ConvertAll(replicates, one => one[i]))];
        return new EstimateVector(values, Replicates.Scaling.Covariance(values, ofNumbers));
    }

    // For each number of a statistic its value in every replicate.
    private double[][] InReplicates(IStatistic statistic) => statistic switch
    {
        Ratios ratios => OfRatios(ratios),
        JointStatistic joint => joint.Selected([.. joint.Parts.Select(InReplicates)]),
        FunctionStatistic function => function.OfReplicates(InReplicates(function.Inner)),
        _ => OfAny(statistic),
    };

    /// <inheritdoc/>
    public override double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean)
    {
        var (column, ones) = (new double[group.Length], new double[group.Length]);
        for (var row = 0; row < group.Length; row++)
        {
            (column[row], ones[row]) = (group[row] >= 0 ? values.At(row) : 0, 1);
        }

        // A mean is the ratio of two totals, which are summed together: the replicates' weights are read once.
        var totals = Replicates.Totals(group, linear.Length, isMean ? [column, ones] : [column]);
        var bases = sums.Bases();
        var variances = new double[linear.Length];
        for (var g = 0; g < variances.Length; g++)
        {
            if (isMean)
            {
                Divide(totals[g], totals[linear.Length + g]);
            }

            variances[g] = Replicates.Scaling.Covariance([isMean ? bases[g].Mean : bases[g].Total], [totals[g]])[0, 0];
        }

        return variances;
    }

    /// <inheritdoc/>
    public override int[] DegreesOfFreedom(int[] group, int groups) =>
        Array.ConvertAll(base.DegreesOfFreedom(group, groups), degrees => Math.Min(degrees, Replicates.DegreesOfFreedom));

    /// <inheritdoc/>
    public override int[] DegreesOfFreedom(int[] group, StratumSums sums) =>
        Array.ConvertAll(base.DegreesOfFreedom(group, sums), degrees => Math.Min(degrees, Replicates.DegreesOfFreedom));

    private double[][] OfRatios(Ratios ratios)
    {
        var columns = ratios.Terms.SelectMany(term => term.Denominator is null ? [term.Numerator] : new[] { term.Numerator, term.Denominator });
        var totals = new Queue<double[]>(Replicates.Totals(new int[Sample.Weights.Length], 1, [.. columns]));
        return [.. ratios.Terms.Select(term =>
        {
            var numerator = totals.Dequeue();
            if (term.Denominator is not null)
            {
                Divide(numerator, totals.Dequeue());
            }

            return numerator;
        })];
    }

    private double[][] OfAny(IStatistic statistic)
    {
        var values = new double[Replicates.Count][];
        var failed = new SurveyException?[Replicates.Count];
        Parallel.For(0, values.Length, () => new double[Sample.Weights.Length], (replicate, _, weights) =>
        {
            Replicates.Fill(replicate, weights);
            try
            {
                values[replicate] = statistic.Evaluate(weights);
            }
            catch (SurveyException error)
            {
                failed[replicate] = error;
            }

            return weights;
        }, _ => { });

        // The first in order, whichever came first.
        return Array.FindIndex(failed, error => error is not null) is var first and >= 0
            ? throw RepeatedSteps.InReplicate(failed[first]!, first, "The estimate can't be made")
            : [.. Enumerable.Range(0, values[0].Length).Select(i => Array.ConvertAll(values, one => one[i]))];
    }

    private static void Divide(double[] numerators, double[] denominators)
    {
        for (var i = 0; i < numerators.Length; i++)
        {
            numerators[i] /= denominators[i];
        }
    }
}
