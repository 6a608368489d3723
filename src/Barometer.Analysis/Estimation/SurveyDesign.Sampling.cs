namespace Barometer.Analysis.Estimation;

/// <content>How the respondents were sampled.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// The strata: the crossing of <paramref name="variables"/>. With a frame, a stratum's weight becomes N_h / r_h, its
    /// units over its respondents.
    /// </summary>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign StratifiedBy(Grouping variables) => Redescribed(specification => specification with { Strata = [.. variables] }, variables).WeightsFrom(variables);

    /// <summary>The sampling units of each stage, the first first, when respondents were not sampled directly.</summary>
    /// <param name="stages">The variables with the units' ids.</param>
    /// <param name="idsRepeat">Whether ids are numbered anew in every stratum.</param>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign ClusteredBy(Grouping stages, bool idsRepeat = false) =>
        Redescribed(specification => specification with { Clusters = [.. stages], ClusterIdsRepeat = idsRepeat }, stages);

    /// <summary>The variable with the weights, in place of N_h / r_h.</summary>
    /// <exception cref="BarometerException">The variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WeightedBy(string variable) => Redescribed(specification => specification with { Weights = variable }, variable).WeightsFrom(variable);

    /// <summary>
    /// Corrects variances for the finite population by the frame's counts: a stratum in which everybody answered has no
    /// sampling error.
    /// </summary>
    /// <exception cref="BarometerException">There is no frame, or weighting steps have been taken already.</exception>
    public SurveyDesign WithFinitePopulation() => _state.Specification.Frame is null
        ? throw new BarometerException(new Problem(
            "There is no frame to count the population in",
            Hint: "name the variables with the population counts: WithFinitePopulation(\"…\")"))
        : Redescribed(specification => specification with { IsFinite = true }, Grouping.None);

    /// <summary>
    /// Corrects variances for the finite population by counts in the data: for each stage a variable with the number of
    /// population units in the row's stratum.
    /// </summary>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WithFinitePopulation(Grouping counts) =>
        Redescribed(specification => specification with { IsFinite = true, PopulationCounts = [.. counts] }, counts).WeightsFrom(counts);

    /// <summary>What to do with a stratum of a single sampled unit; see <see cref="LonelyStratum"/>.</summary>
    /// <exception cref="BarometerException">Weighting steps have been taken already.</exception>
    public SurveyDesign WithLonelyStrata(LonelyStratum option) =>
        Redescribed(specification => specification with { Lonely = option }, Grouping.None);

    /// <summary>
    /// Merges strata with fewer than <paramref name="minimum"/> respondents with their smaller neighbour along the last
    /// stratification variable. The merged strata stand in the weight history.
    /// </summary>
    /// <exception cref="BarometerException">Weighting steps have been taken already.</exception>
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
            throw new BarometerException(new Problem(
                "The sampling is described after a weighting step",
                Expected: "strata, clusters, weights and finite population first, weighting steps after them"));
        }

        foreach (var variable in variables)
        {
            _ = Data[variable];
        }

        return new SurveyDesign(_state.Redescribed(change(_state.Specification)));
    }
}
