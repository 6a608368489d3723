namespace SurveyStatistics.Estimation;

/// <summary>How variances are estimated for a sample: by linearisation or by replication.</summary>
internal abstract class VarianceEstimator(WeightedSample sample)
{
    /// <summary>The sample whose design it is.</summary>
    public WeightedSample Sample { get; } = sample;

    /// <summary>Whether variances are corrected for the finite population where the design says so.</summary>
    public virtual bool IsFinite => true;

    /// <summary>The same way of estimating after one more weighting step.</summary>
    public abstract VarianceEstimator After(Func<WeightedSample, WeightedSample> step);

    /// <summary>Estimates several statistics together, with their covariances.</summary>
    public abstract EstimateVector Estimate(IStatistic statistic);

    /// <summary>Estimates numbers that follow from the counts of cells, with their covariances.</summary>
    public abstract EstimateVector Estimate(ICellStatistic statistic);

    /// <summary>The variances of means or totals of one variable in disjoint groups.</summary>
    /// <param name="group">For each row its group, or −1 outside the base.</param>
    /// <param name="sums">Respondents, weights and totals of each stratum and group.</param>
    /// <param name="linear">The groups' linearisations.</param>
    /// <param name="values">The variable; read in the base only.</param>
    /// <param name="isMean">Whether they are means rather than totals.</param>
    public abstract double[] OfGroups<TValues>(int[] group, StratumSums sums, Linearisation[] linear, TValues values, bool isMean)
        where TValues : struct, IRowValues;

    /// <summary>
    /// The design's degrees of freedom for each group as a domain: primary sampling units less strata, counting those with a
    /// respondent in the group (Korn and Graubard 1999, 5.2; <c>degf</c> of a subset in R's survey package).
    /// </summary>
    /// <param name="group">For each row its group, or −1.</param>
    /// <param name="groups">The number of groups.</param>
    public virtual int[] DegreesOfFreedom(int[] group, int groups)
    {
        var stage = Sample.Stages[0];
        var seenStrata = new bool[stage.StratumCount * groups];
        var seenUnits = stage.Unit is null ? null : new bool[stage.StratumOfUnit!.Length * groups];
        var degrees = new int[groups];
        for (var row = 0; row < group.Length; row++)
        {
            // As in R, a row with a weight of zero isn't counted.
            if (group[row] is not (var g and >= 0) || Sample.Weights[row] == 0)
            {
                continue;
            }

            if (seenUnits is null || IsFirst(ref seenUnits[(stage.Unit![row] * groups) + g]))
            {
                degrees[g]++;
            }

            if (IsFirst(ref seenStrata[(stage.Stratum[row] * groups) + g]))
            {
                degrees[g]--;
            }
        }

        return degrees;
    }

    /// <summary>The same, from the sums where respondents were sampled directly.</summary>
    public virtual int[] DegreesOfFreedom(int[] group, StratumSums sums) => Sample.Stages[0].Unit is null
        ? sums.RespondentsLessStrata()
        : DegreesOfFreedom(group, sums.Groups);

    private static bool IsFirst(ref bool seen)
    {
        var first = !seen;
        seen = true;
        return first;
    }
}

/// <summary>
/// One or more numbers computed from weighted respondents, known in the two ways that variance estimation needs: as a
/// function of the weights, and by each respondent's influence.
/// </summary>
internal interface IStatistic
{
    /// <summary>The numbers under some weights, one weight a row.</summary>
    double[] Evaluate(ReadOnlySpan<double> weights);

    /// <summary>
    /// For each number its linearised variable: weight × the derivative of the number by the row's weight, one value a row.
    /// </summary>
    /// <param name="weights">The weights.</param>
    /// <param name="values">What <see cref="Evaluate"/> gave for them.</param>
    double[][] Linearise(double[] weights, double[] values);

    /// <summary>For each row whether it is in the base; null when those are the rows with an influence on some number.</summary>
    bool[]? InBase => null;
}

/// <summary>Numbers estimated together, with their covariance matrix.</summary>
/// <param name="Values">The estimates.</param>
/// <param name="Covariance">Their covariances.</param>
internal sealed record EstimateVector(double[] Values, double[,] Covariance)
{
    /// <summary>The number of estimates.</summary>
    public int Count => Values.Length;

    /// <summary>The standard error of one.</summary>
    public double StandardError(int index) => Math.Sqrt(Math.Max(0, Covariance[index, index]));

    /// <summary>A linear combination Σ cᵢθᵢ and its variance.</summary>
    public (double Value, double Variance) Combine(ReadOnlySpan<double> coefficients)
    {
        // What doesn't count is left out rather than multiplied by zero: it may be no number.
        var (value, variance) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            value += coefficients[i] == 0 ? 0 : coefficients[i] * Values[i];
            for (var j = 0; j < Count; j++)
            {
                variance += coefficients[i] == 0 || coefficients[j] == 0 ? 0 : coefficients[i] * Covariance[i, j] * coefficients[j];
            }
        }

        return (value, Math.Max(0, variance));
    }

    /// <summary>The estimates at some positions, with their covariances.</summary>
    public EstimateVector Select(ReadOnlySpan<int> positions)
    {
        var values = new double[positions.Length];
        var covariance = new double[positions.Length, positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            values[i] = Values[positions[i]];
            for (var j = 0; j < positions.Length; j++)
            {
                covariance[i, j] = Covariance[positions[i], positions[j]];
            }
        }

        return new EstimateVector(values, covariance);
    }

    /// <summary>Wald's statistic θ′V⁻¹θ, for the hypothesis that all are zero.</summary>
    /// <exception cref="SurveyException">The covariance matrix is singular: too few sampling units for so many estimates.</exception>
    public double Wald()
    {
        var solver = new SymmetricSolver(Covariance);
        if (solver.Rank < Count)
        {
            throw new SurveyException(new Problem(
                "A Wald test is not possible: the estimates' covariances are singular",
                Expected: "more sampling units than estimates, and estimates that vary",
                Hint: "use Rao and Scott's test, or merge categories"));
        }

        var solution = solver.Solve(Values);
        return Values.Zip(solution, (value, one) => value * one).Sum();
    }
}
