namespace SurveyStatistics.Estimation;

/// <summary>
/// Estimates of one design with their covariances, over domains, variables and models: the total of the product of their linearised variables,
/// or of the replicates' deviations (<c>svyby(…, covmat = TRUE)</c> and <c>vcov</c> in R's survey package). Functions of them and tests of
/// several at once start here.
/// </summary>
/// <example><code>
/// var shares = design.Proportion("car", by: "region");
/// var risk = shares.Joint().Function("north over south", x => x["north"] / x["south"], IntervalScale.Log);
/// </code></example>
public sealed class JointEstimates
{
    private const double RoundingError = 1e-9;
    private readonly DesignState _state;
    private readonly IStatistic _statistic;
    private readonly Lazy<EstimateVector> _vector;
    private readonly double _lostDegrees;

    private JointEstimates(IReadOnlyList<Estimate> estimates, IReadOnlyList<EstimateSource> sources)
    {
        (Estimates, _state) = (estimates, sources[0].State);
        _statistic = JointStatistic.Of(sources);
        _vector = new(() =>
        {
            RequireSomebody(estimates);
            return WithoutRounding(_state.Variance.Value.Estimate(_statistic));
        });
        _lostDegrees = sources.Max(source => source.LostDegrees);
    }

    /// <summary>The estimates, in the order of the tables.</summary>
    public IReadOnlyList<Estimate> Estimates { get; }

    /// <summary>The design's degrees of freedom among those in any of the bases, less those that a model took.</summary>
    public double DegreesOfFreedom => _state.Variance.Value.DegreesOfFreedom(Rows(Estimates), 1)[0] - _lostDegrees;

    /// <summary>The estimates of tables together.</summary>
    /// <exception cref="SurveyException">There is none; they are of several designs, whose covariance nothing tells; or one has no linearised variable.</exception>
    public static JointEstimates Of(params IEnumerable<EstimateTable> tables) => Of([.. tables.SelectMany(table => table.Estimates)]);

    /// <summary>Estimates together.</summary>
    /// <exception cref="SurveyException">As for tables.</exception>
    public static JointEstimates Of(IReadOnlyList<Estimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        if (estimates.Count == 0)
        {
            throw new SurveyException(new Problem("There is no estimate to take together", Expected: "one estimate or more"));
        }

        var without = estimates.Where(one => one.Source is null).ToList();
        if (without.Count > 0)
        {
            throw new SurveyException(new Problem(
                FormattableString.Invariant($"{without.Count} of {estimates.Count} estimates {(without.Count == 1 ? "has" : "have")} no covariance with others, «{without[0].Outcome.Variable}» among them"),
                Expected: "shares, means, totals, ratios, differences, margins, or functions of them",
                Hint: "a number of respondents has no sampling variance, and a quantile no linearised variable"));
        }

        var sources = estimates.Select(one => one.Source!).ToList();
        return sources.TrueForAll(source => ReferenceEquals(source.State.Variance, sources[0].State.Variance))
            ? new JointEstimates(estimates, sources)
            : throw new SurveyException(new Problem(
                "The estimates are of several designs: nothing tells how they vary together",
                Expected: "estimates of one design, its domains among them",
                Hint: "put the surveys into one data set with a variable for the wave, and take the waves as strata and as groups"));
    }

    /// <summary>The covariance of two estimates; the variance of one with itself.</summary>
    /// <param name="first">The place of the one in <see cref="Estimates"/>.</param>
    /// <param name="second">The place of the other.</param>
    public double Covariance(int first, int second) => _vector.Value.Covariance[first, second];

    /// <summary>A smooth function of the estimates, with the delta method's standard error, or the replicates' own where the design has them.</summary>
    /// <param name="name">What the function is called.</param>
    /// <param name="function">The function: <c>x => x["a"] / x["b"]</c>.</param>
    /// <param name="scale">On which scale the interval is symmetric.</param>
    /// <exception cref="SurveyException">The function uses no estimate, or has no value or derivative at them, or the scale doesn't suit its value.</exception>
    public Estimate Function(string name, Func<NamedEstimates, SmoothNumber> function, IntervalScale scale = IntervalScale.Identity)
    {
        var made = new EstimateFunction(name, Estimates, function);
        List<Estimate> parts = [.. made.Used.Select(place => Estimates[place])];
        RequireSomebody(parts);
        made.RequireValueAt(_statistic.Evaluate(_state.Variance.Value.Sample.Weights));
        var statistic = new FunctionStatistic(_statistic, made.Compute);
        var vector = _state.Variance.Value.Estimate(statistic);
        var variance = parts.TrueForAll(IsFixed) ? 0 : vector.Covariance[0, 0];
        var rows = Rows(parts);
        var degrees = _state.Variance.Value.DegreesOfFreedom(rows, 1)[0] - _lostDegrees;
        var sample = _state.Variance.Value.Sample;
        return new Estimate
        {
            Outcome = new Outcome(name, null),
            Groups = [],
            Value = vector.Values[0],
            StandardError = Math.Sqrt(variance),
            Interval = scale.Interval(_state, name, vector.Values[0], variance, degrees),
            Respondents = rows.Count(row => row == 0),
            Base = rows.Select((row, i) => row == 0 ? sample.Weights[i] : 0).Sum(),
            DegreesOfFreedom = degrees,

            // No better known than the least known of its parts.
            Reliability = ReliabilityRule.Judge(
                parts.Min(part => double.IsNaN(part.EffectiveRespondents) ? part.Respondents ?? 0 : part.EffectiveRespondents), degrees, null),
            Members = new CellMembers([.. parts.SelectMany(PartsOf)]),
            Source = new EstimateSource(_state, new Lazy<IStatistic>(statistic), 0, _lostDegrees),
        };
    }

    /// <summary>
    /// Wald's test that the estimates have given values, as an F test with the design's degrees of freedom; adjusted for their number, (d − k + 1) W / (k d)
    /// on k and d − k + 1 (Korn and Graubard 1990), where there are few.
    /// </summary>
    /// <param name="values">The value of each; null for zeros.</param>
    /// <param name="adjusted">Whether the degrees of freedom are adjusted for the number of estimates.</param>
    /// <exception cref="SurveyException">Their number is another, or the covariances are singular: estimates follow from others or do not vary.</exception>
    public SignificanceTest Test(IReadOnlyList<double>? values = null, bool adjusted = false)
    {
        if (values is not null && values.Count != Estimates.Count)
        {
            throw new SurveyException(new Problem(
                "The hypothesis has another number of values than there are estimates",
                Expected: FormattableString.Invariant($"{Estimates.Count}"),
                Got: FormattableString.Invariant($"{values.Count}")));
        }

        var vector = _vector.Value with { Values = [.. _vector.Value.Values.Select((value, i) => value - (values?[i] ?? 0))] };
        return Wald(vector, DegreesOfFreedom, adjusted);
    }

    /// <summary>
    /// Wald's test that all estimates are the same, for example the shares of all groups: an F test on k − 1 and, as in a regression on the groups, d − k + 1 degrees of
    /// freedom (<c>regTermTest</c> of <c>svyglm(y ~ group)</c> in R's survey package).
    /// </summary>
    /// <param name="adjusted">Whether the degrees of freedom are adjusted for the number of estimates; see <see cref="Test"/>.</param>
    /// <exception cref="SurveyException">There is one estimate only, or the differences' covariances are singular.</exception>
    public SignificanceTest EqualityTest(bool adjusted = false)
    {
        if (Estimates.Count < 2)
        {
            throw new SurveyException(new Problem("There is nothing to compare one estimate with", Expected: "two estimates or more"));
        }

        var count = Estimates.Count - 1;
        var (all, covariance) = (_vector.Value, new double[count, count]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                covariance[i, j] = all.Covariance[i + 1, j + 1] - all.Covariance[i + 1, 0] - all.Covariance[0, j + 1] + all.Covariance[0, 0];
            }
        }

        var differences = new EstimateVector([.. all.Values.Skip(1).Select(value => value - all.Values[0])], covariance);
        return Wald(differences, adjusted ? DegreesOfFreedom : DegreesOfFreedom - count, adjusted);
    }

    /// <inheritdoc/>
    public override string ToString() => Problem.Counted(Estimates.Count, "estimate with its variance", "estimates with their covariances");

    private SignificanceTest Wald(EstimateVector vector, double degrees, bool adjusted)
    {
        if (!((adjusted ? degrees - vector.Count + 1 : degrees) > 0))
        {
            throw new SurveyException(new Problem(
                FormattableString.Invariant($"A Wald test of {Problem.Counted(vector.Count, "number", "numbers")} is not possible: too few degrees of freedom are left"),
                Expected: "more sampling units less strata than numbers to test"));
        }

        // What the weights fix varies by rounding errors, from which no test follows.
        var size = Estimates.Max(one => Math.Abs(one.Value));
        return Enumerable.Range(0, vector.Count).All(i => vector.StandardError(i) > RoundingError * size)
            ? Independence.Wald(vector, degrees, adjusted)
            : throw new SurveyException(new Problem(
                "A Wald test is not possible: not all of the numbers vary from sample to sample", // of how many all gave the same answer is theirs
                Expected: "estimates that the strata and the weights leave open"));
    }

    private static void RequireSomebody(IReadOnlyList<Estimate> estimates)
    {
        // How many are empty would tell of unreleased groups.
        if (estimates.Any(one => double.IsNaN(one.Value)))
        {
            throw new SurveyException(new Problem(
                "An estimate has nobody in its base", Expected: "groups with respondents", Hint: "leave them out, or merge them with others"));
        }
    }

    private static bool IsFixed(Estimate estimate) => estimate.StandardError == 0;

    // What the strata or the weights fix has no variance, where sums leave that of their rounding.
    private EstimateVector WithoutRounding(EstimateVector vector)
    {
        for (var i = 0; i < vector.Count; i++)
        {
            for (var j = 0; j < vector.Count; j++)
            {
                vector.Covariance[i, j] = IsFixed(Estimates[i]) || IsFixed(Estimates[j]) ? 0 : vector.Covariance[i, j];
            }
        }

        return vector;
    }

    // 0 for the rows in any of the bases, −1 for the others.
    private int[] Rows(IEnumerable<Estimate> estimates)
    {
        var rows = new int[_state.Variance.Value.Sample.Weights.Length];
        Array.Fill(rows, -1);
        foreach (var row in estimates.SelectMany(one => one.Members!.BaseRows))
        {
            rows[row] = 0;
        }

        return rows;
    }

    private static IEnumerable<CellMembers> PartsOf(Estimate estimate) => estimate.Members!.Parts.Count > 0 ? estimate.Members.Parts : [estimate.Members.About(estimate.Outcome)];
}
