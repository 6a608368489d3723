namespace SurveyStatistics.Design;

/// <summary>
/// A sample and how it was drawn: strata, clusters, weights, finite population; what was done to the weights since; and the
/// domain that estimates are about. Immutable: each verb gives another design. Weights and variances are computed when
/// first needed.
/// </summary>
/// <example><code>
/// var design = SurveyDesign.Of(answers, frame).StratifiedBy(["region", "size"]).WithFinitePopulation().RakedTo("region");
/// var share = design.Proportion("innovated", by: "region");
/// </code></example>
public sealed partial class SurveyDesign
{
    private readonly DesignState _state;

    private SurveyDesign(DesignState state) => _state = state;

    /// <summary>The respondents.</summary>
    public DataSet Data => _state.Specification.Data;

    /// <summary>The population, one row a unit; null when there is none.</summary>
    public DataSet? Frame => _state.Specification.Frame;

    /// <summary>The number of rows in the data, whatever the domain.</summary>
    public int RowCount => Data.RowCount;

    /// <summary>The variables whose crossing gives the strata; none for a sample without strata, and for one in which every answer counts once.</summary>
    public IReadOnlyList<string> Strata => _state.Specification.IsUnweighted ? [] : _state.Specification.Strata;

    /// <summary>Whether variances are corrected for the finite population.</summary>
    public bool HasFinitePopulation => _state.Specification is { IsUnweighted: false, IsFinite: true };

    /// <summary>How intervals of proportions are made.</summary>
    public IntervalMethod Intervals => _state.Method;

    /// <summary>The confidence level of all intervals.</summary>
    public double Level => _state.Level;

    /// <summary>For each row its weight: the number of population units it stands for.</summary>
    /// <exception cref="SurveyException">The design can't be used as it is; the message says what to do.</exception>
    public ReadOnlySpan<double> Weights => Sample.Weights;

    /// <summary>How the weights came about, step by step.</summary>
    /// <exception cref="SurveyException">The design can't be used as it is; the message says what to do.</exception>
    public IReadOnlyList<WeightStep> WeightHistory => Sample.History;

    /// <summary>The design's degrees of freedom: primary sampling units less strata, in the domain; no more than the replicates allow.</summary>
    public int DegreesOfFreedom => Variance.DegreesOfFreedom(Domain(_ => true), 1)[0];

    /// <summary>The sample with its weights.</summary>
    internal WeightedSample Sample => Variance.Sample;

    /// <summary>The variance estimator.</summary>
    internal VarianceEstimator Variance => _state.Variance.Value;

    /// <summary>A design for data: say next how they were sampled; unless said otherwise it is a simple random sample.</summary>
    /// <param name="data">The respondents.</param>
    /// <param name="frame">The population, one row a unit; null when there is none.</param>
    public static SurveyDesign Of(DataSet data, DataSet? frame = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var specification = new DesignSpecification { Data = data, Frame = frame };
        return new SurveyDesign(new DesignState { Cache = new DesignCache(data), Specification = specification }.Redescribed(specification));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Data.Name}: {RowCount} respondents; {string.Join(" → ", WeightHistory.Select(step => step.Name))}");

    /// <summary>The design with one more variable of its respondents, or another in the place of the one of its name.</summary>
    public SurveyDesign WithColumn(Column column) => new(_state.Of(Data.With(column)));

    /// <summary>
    /// The strata: the crossing of <paramref name="variables"/>. With a frame, a stratum's weight becomes N_h / r_h, its
    /// units over its respondents.
    /// </summary>
    /// <exception cref="SurveyException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign StratifiedBy(Grouping variables) => Redescribed(specification => specification with { Strata = [.. variables] }, variables);

    /// <summary>The sampling units of each stage, the first first, when respondents were not sampled directly.</summary>
    /// <param name="stages">The variables with the units' ids.</param>
    /// <param name="idsRepeat">Whether ids are numbered anew in every stratum.</param>
    /// <exception cref="SurveyException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign ClusteredBy(Grouping stages, bool idsRepeat = false) =>
        Redescribed(specification => specification with { Clusters = [.. stages], ClusterIdsRepeat = idsRepeat }, stages);

    /// <summary>
    /// The variable with the weights, in place of N_h / r_h. A row with a weight of zero is in the frame and outside the sample, as in public
    /// files: it is in no base, and counts among its stratum's units only.
    /// </summary>
    /// <exception cref="SurveyException">The variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WeightedBy(string variable) => Redescribed(specification => specification with { Weights = variable }, variable);

    /// <summary>
    /// Corrects variances for the finite population by the frame's counts: a stratum in which everybody answered has no
    /// sampling error.
    /// </summary>
    /// <exception cref="SurveyException">There is no frame, or weighting steps have been taken already.</exception>
    public SurveyDesign WithFinitePopulation() => _state.Specification.Frame is null
        ? throw new SurveyException(new Problem(
            "There is no frame to count the population in",
            Hint: "name the variables with the population counts: WithFinitePopulation(\"…\")"))
        : Redescribed(specification => specification with { IsFinite = true }, Grouping.None);

    /// <summary>
    /// Corrects variances for the finite population by counts in the data: for each stage a variable with the number of
    /// population units in the row's stratum.
    /// </summary>
    /// <exception cref="SurveyException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WithFinitePopulation(Grouping counts) =>
        Redescribed(specification => specification with { IsFinite = true, PopulationCounts = [.. counts] }, counts);

    /// <summary>
    /// Says that the data are several waves put together, and which rows are the same unit: estimates of the waves then covary by the units they have in common beyond those that independent samples
    /// would have. The wave must be among the strata; with a finite population the frame holds every wave's units, too.
    /// </summary>
    /// <param name="unit">The variable with the unit's id, the same in all waves.</param>
    /// <param name="wave">The variable with the wave, in its order.</param>
    /// <exception cref="SurveyException">A variable does not exist, or weighting steps have been taken already.</exception>
    /// <example><code>SurveyDesign.Of(bothWaves, bothFrames).StratifiedBy(["wave", "region"]).WithRepeatedUnits("unit_id", "wave").Difference("innovated", "wave", "2021", "2018")</code></example>
    public SurveyDesign WithRepeatedUnits(string unit, string wave)
    {
        _ = Data[wave];
        return Redescribed(specification => specification with { Repeated = (unit, wave) }, unit);
    }

    /// <summary>What to do with a stratum of a single sampled unit; see <see cref="LonelyStratum"/>.</summary>
    /// <exception cref="SurveyException">Weighting steps have been taken already.</exception>
    public SurveyDesign WithLonelyStrata(LonelyStratum option) =>
        Redescribed(specification => specification with { Lonely = option }, Grouping.None);

    /// <summary>
    /// Merges strata with fewer than <paramref name="minimum"/> respondents with their smaller neighbour along the last
    /// stratification variable. The merged strata stand in the weight history.
    /// </summary>
    /// <exception cref="SurveyException">Weighting steps have been taken already.</exception>
    public SurveyDesign CollapsingStrata(int minimum = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        return Redescribed(specification => specification with { CollapseBelow = minimum }, Grouping.None);
    }

    /// <summary>
    /// Every answer counts once, and intervals are those of a simple random sample: the plain shares, for comparison
    /// with the weighted ones. The domain stays.
    /// </summary>
    public SurveyDesign Unweighted() => new((_state with { HasSteps = false }).Redescribed(_state.Specification with { IsUnweighted = true }));

    private SurveyDesign Redescribed(Func<DesignSpecification, DesignSpecification> change, Grouping variables)
    {
        if (_state.HasSteps)
        {
            throw new SurveyException(new Problem(
                "The sampling is described after a weighting step",
                Expected: "strata, clusters, weights and finite population first, weighting steps after them"));
        }

        foreach (var variable in variables)
        {
            _ = Data[variable];
        }

        return new SurveyDesign(_state.Redescribed(change(_state.Specification)));
    }

    /// <summary>
    /// The part of the population with one of <paramref name="codes"/>. It is a domain, not a filtered file: the design
    /// stays, so that standard errors count the domain's random size.
    /// </summary>
    /// <exception cref="SurveyException">The variable or a code does not exist.</exception>
    public SurveyDesign Where(string variable, params string[] codes)
    {
        var column = CodedColumn.Of(Data[variable]);
        var wanted = new bool[column.Categories.Count];
        foreach (var code in codes)
        {
            wanted[IndexOf(column, code)] = true;
        }

        return new SurveyDesign(_state.Where(column.Source, row => column.Codes[row] >= 0 && wanted[column.Codes[row]]));
    }

    /// <summary>
    /// The design in which categories of a variable are taken together, for tables by it. The weights stay as they are:
    /// merge last, after the sampling and the weighting are described.
    /// </summary>
    /// <param name="variable">A categorical variable.</param>
    /// <param name="together">The codes to merge, list by list; categories in no list stay. A merged code joins them by <c>+</c>.</param>
    /// <exception cref="SurveyException">A code doesn't exist or stands in two lists.</exception>
    public SurveyDesign Merging(string variable, params IReadOnlyList<IReadOnlyList<string>> together)
    {
        var column = Data.Categorical(variable);
        var codes = together.SelectMany(list => list).ToList();
        codes.ForEach(code => IndexOf(CodedColumn.Of(column), code));
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Count)
        {
            throw new SurveyException(new Problem($"A category of «{variable}» is merged twice", Expected: "each code in one list"));
        }

        return WithColumn(column.Merging(together));
    }

    /// <summary>The part of the population whose number meets a condition; a missing number never does.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="condition">The condition on its value.</param>
    /// <exception cref="SurveyException">The variable does not exist or is not numeric.</exception>
    public SurveyDesign Where(string variable, Func<double, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var (column, values) = (Data.Numeric(variable), Data.Numeric(variable).ValueArray);
        return new SurveyDesign(_state.Where(column, row => !double.IsNaN(values[row]) && condition(values[row])));
    }

    /// <summary>Other confidence intervals for proportions, or another confidence level for all intervals.</summary>
    /// <param name="method">The method for proportions.</param>
    /// <param name="level">The confidence level, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">
    /// The degrees of freedom of t; null for those of the design in the base, infinite for the normal distribution. Beta
    /// intervals keep those of the design.
    /// </param>
    public SurveyDesign WithIntervals(IntervalMethod method, double level = 0.95, double? degreesOfFreedom = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return new SurveyDesign(_state with { Method = method, Level = level, FixedDegrees = degreesOfFreedom });
    }

    private static int IndexOf(CodedColumn column, string code) => column.IndexOf(code) is var index and >= 0
        ? index
        : throw new SurveyException(column.Source is CategoricalColumn
            ? Problem.NoSuch($"«{column.Name}» has no category «{code}»", code, column.Categories)
            : new Problem($"«{column.Name}» has no category «{code}»", Expected: "a value that occurs"));
}
