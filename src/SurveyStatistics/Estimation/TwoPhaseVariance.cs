namespace SurveyStatistics.Estimation;

/// <summary>
/// The variance of a two-phase sample: the first phase's, estimated from the second, and the second phase's given the first
/// (Särndal, Swensson and Wretman 1992, 9.3; <c>twophase(method = "full")</c> in R's survey package). Pairs of units count by
/// the inverse of their chance of being taken together, which sums over strata make short work of.
/// </summary>
internal sealed class TwoPhaseVariance : LinearisedVariance
{
    private readonly SecondPhase _phase;
    private readonly int[] _unit;

    /// <summary>The variance of a sample with a second phase, sampled in one stage in the first.</summary>
    /// <exception cref="SurveyException">The first phase has several stages.</exception>
    public TwoPhaseVariance(WeightedSample sample)
        : base(sample)
    {
        _phase = sample.SecondPhase!;
        _unit = sample.Stages[0].Unit ?? [.. Enumerable.Range(0, sample.Weights.Length)];
        if (sample.Stages.Count > 1)
        {
            throw new SurveyException(new Problem("A two-phase design is sampled in several stages first", Expected: "one stage in the first phase"));
        }

        if (sample.Repeated is not null)
        {
            throw new SurveyException(new Problem("Waves with units in common have a second phase of sampling", Expected: "response groups without a second phase", Hint: "AdjustedForNonResponse(…) in place of WithResponsePhase(…)"));
        }
    }

    /// <inheritdoc/>
    public override VarianceEstimator After(Func<WeightedSample, WeightedSample> step) => new TwoPhaseVariance(step(Sample));

    /// <summary>The second phase's units less its strata, of those with a respondent in the base.</summary>
    public override int[] DegreesOfFreedom(int[] group, int groups)
    {
        var degrees = new int[groups];
        var seen = new bool[_phase.Taken.Length * groups];
        for (var row = 0; row < group.Length; row++)
        {
            if (group[row] is var g and >= 0)
            {
                ref var known = ref seen[(_phase.Stratum[row] * groups) + g];
                degrees[g] += known ? 1 : 0;
                known = true;
            }
        }

        return degrees;
    }

    /// <inheritdoc/>
    public override int[] DegreesOfFreedom(int[] group, StratumSums sums) => DegreesOfFreedom(group, sums.Groups);

    /// <inheritdoc/>
    protected override double[,] OfTotals(double[][] columns, bool[]? inBase)
    {
        var covariance = new double[columns.Length, columns.Length];
        for (var a = 0; a < columns.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                covariance[a, b] = FirstPhase(columns[a], columns[b]) + SecondPhaseGiven(columns[a], columns[b]);
                covariance[b, a] = covariance[a, b];
            }
        }

        return covariance;
    }

    // Within a unit (1 − f), between units of a stratum −(1 − f) / (n − 1), over all pairs of rows.
    private double FirstPhase(double[] a, double[] b)
    {
        var stage = Sample.Stages[0];
        var within = new PairSums(stage.StratumOfUnit?.Length ?? a.Length, _phase);
        var among = new PairSums(stage.StratumCount, _phase);
        for (var row = 0; row < a.Length; row++)
        {
            within.Add(_unit[row], row, a[row], b[row]);
            among.Add(stage.Stratum[row], row, a[row], b[row]);
        }

        var units = new double[stage.StratumCount];
        foreach (var (unit, sum) in within.Sums())
        {
            units[stage.StratumOfUnit?[unit] ?? stage.Stratum[unit]] += sum;
        }

        var total = 0.0;
        foreach (var (stratum, sum) in among.Sums())
        {
            var n = stage.SampledUnits[stratum];
            total += stage.Unsampled(stratum) * (n > 1 ? ((n * units[stratum]) - sum) / (n - 1) : 0);
        }

        return total;
    }

    // A stratified simple random sample of the first phase: (1 − f) n / (n − 1) Σ (a − ā)(b − b̄) over its strata.
    private double SecondPhaseGiven(double[] a, double[] b)
    {
        var strata = _phase.Taken.Length;
        var (meanA, meanB, sums) = (new double[strata], new double[strata], new double[strata]);
        for (var row = 0; row < a.Length; row++)
        {
            meanA[_phase.Stratum[row]] += a[row] / _phase.Taken[_phase.Stratum[row]];
            meanB[_phase.Stratum[row]] += b[row] / _phase.Taken[_phase.Stratum[row]];
        }

        for (var row = 0; row < a.Length; row++)
        {
            var stratum = _phase.Stratum[row];
            sums[stratum] += (a[row] - meanA[stratum]) * (b[row] - meanB[stratum]);
        }

        var total = 0.0;
        for (var stratum = 0; stratum < strata; stratum++)
        {
            var taken = _phase.Taken[stratum];
            total += taken > 1 ? (1 - _phase.Fractions[stratum]) * taken / (taken - 1) * sums[stratum] : 0;
        }

        return total;
    }
}

/// <summary>
/// Σᵢⱼ aᵢbⱼ πᵢπⱼ / πᵢⱼ over all pairs of rows of each set, a row with itself included, where π are the chances of the second
/// phase: πᵢπⱼ / πᵢⱼ is 1 for rows of different strata, πᵢ for a row with itself, and follows from sampling without replacement
/// within a stratum. Only sums of sets and strata are kept.
/// </summary>
internal sealed class PairSums(int sets, SecondPhase phase)
{
    private readonly double[] _all = new double[sets];
    private readonly double[] _allOther = new double[sets];
    private readonly double[] _own = new double[sets];
    private readonly Dictionary<(int Set, int Stratum), (double A, double B, double Product)> _strata = [];

    /// <summary>Adds a row to a set.</summary>
    public void Add(int set, int row, double a, double b)
    {
        var stratum = phase.Stratum[row];
        _all[set] += a;
        _allOther[set] += b;
        _own[set] += a * b * phase.Fractions[stratum];
        var known = _strata.GetValueOrDefault((set, stratum));
        _strata[(set, stratum)] = (known.A + a, known.B + b, known.Product + (a * b));
    }

    /// <summary>Each set with its sum.</summary>
    public IEnumerable<(int Set, double Sum)> Sums()
    {
        // All pairs as if of different strata, and each row with itself …
        var sums = new double[sets];
        for (var set = 0; set < sets; set++)
        {
            sums[set] = (_all[set] * _allOther[set]) + _own[set];
        }

        // … less each row with itself, which the first already holds, and corrected for pairs of one stratum.
        foreach (var ((set, stratum), sum) in _strata)
        {
            var fraction = phase.Fractions[stratum];
            var (available, taken) = (phase.Available[stratum], phase.Taken[stratum]);
            var together = taken > 1 ? taken * (taken - 1.0) / (available * (available - 1.0)) : fraction * fraction;
            sums[set] += (((sum.A * sum.B) - sum.Product) * ((fraction * fraction / together) - 1)) - sum.Product;
        }

        return sums.Select((sum, set) => (set, sum));
    }
}
