namespace SurveyStatistics.Design;

/// <content>What is done to the weights: fitting to totals, trimming, non-response, second phases, replicates.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// Post-stratifies: the weights of each cell of variables crossed add up to the population's count of it.
    /// </summary>
    /// <param name="variables">The variables crossed.</param>
    /// <param name="counts">Each cell's codes and count; null to count the frame.</param>
    /// <exception cref="SurveyException">A cell has no respondent or no total; the message names it.</exception>
    public SurveyDesign PostStratifiedTo(Grouping variables, IEnumerable<(string[] Codes, double Total)>? counts = null)
    {
        var totals = counts is null ? KnownTotals.Counts(variables) : KnownTotals.Counts(variables, counts);
        return After(sample => PostStratification.Apply(sample, totals));
    }

    /// <summary>Rakes: the weights add up to the population's counts of every margin.</summary>
    /// <param name="margins">The margins; a variable's name stands for its counts in the frame.</param>
    /// <exception cref="SurveyException">
    /// A category has no respondent or no total, the margins are of different populations or can't be met together; the
    /// message names the category.
    /// </exception>
    public SurveyDesign RakedTo(params KnownTotals[] margins) => After(sample => Raking.Apply(sample, margins));

    /// <summary>
    /// Calibrates: the weights closest to those before that meet counts and sums exactly. Variances are those of the
    /// residuals that the auxiliary variables leave.
    /// </summary>
    /// <param name="totals">The totals; without one of counts, add <see cref="KnownTotals.Size"/> if the population's size is known.</param>
    /// <param name="distance">How closeness is measured.</param>
    /// <param name="bounds">The smallest and largest factor between the weights before and after.</param>
    /// <exception cref="SurveyException">
    /// As for <see cref="RakedTo"/>, or the totals can't be met within the bounds, or weights become negative.
    /// </exception>
    public SurveyDesign CalibratedTo(
        IReadOnlyList<KnownTotals> totals,
        CalibrationDistance distance = CalibrationDistance.Linear,
        (double Lower, double Upper)? bounds = null) => After(sample => Calibration.Apply(sample, totals, distance, bounds));

    /// <summary>
    /// Standardises directly: each group gets the composition of one population by other variables, so that groups differ in a share or a mean by something else than
    /// that. The groups keep the sums of their weights (<c>svystandardize</c> in R's survey package). Of a domain its own respondents are standardised.
    /// </summary>
    /// <param name="standard">The population: a variable's name stands for its counts in the frame.</param>
    /// <param name="over">The groups; null for everybody as one.</param>
    /// <param name="answered">Questions: only those with an answer to all of them are standardised, so that their shares have the composition exactly; null for all respondents.</param>
    /// <exception cref="SurveyException">A group lacks respondents of a category, or a category lacks a count; the message names the cells.</exception>
    public SurveyDesign StandardisedTo(KnownTotals standard, Grouping? over = null, Grouping? answered = null)
    {
        ArgumentNullException.ThrowIfNull(standard);
        var columns = (answered ?? Grouping.None).Select(variable => Data[variable]).ToList();
        bool IsAmong(int row) => _state.IsInDomain(row) && columns.TrueForAll(column => column.MissingAt(row) == MissingReason.None);
        return After(sample => Standardisation.Apply(sample, standard, over ?? Grouping.None, IsAmong));
    }

    /// <summary>
    /// Trims the weights to between two limits and spreads what was cut evenly over the others; a weight that was cut once stays at
    /// its limit. Totals that the weights were fitted to are no longer met exactly.
    /// </summary>
    /// <param name="lower">The least weight; 0 for no limit.</param>
    /// <param name="upper">The largest weight; infinite for no limit.</param>
    /// <exception cref="SurveyException">The limits do not hold the mean weight between them, or leave nobody to spread what was cut over.</exception>
    public SurveyDesign TrimmedTo(double lower, double upper) => After(sample => Trimming.Apply(sample, lower, upper));

    /// <summary>Trims at quantiles of the weights; see <see cref="TrimmedTo"/>.</summary>
    /// <param name="lower">The share of the weights below the lower limit; 0 for none.</param>
    /// <param name="upper">The share of the weights below the upper limit; 1 for none above it.</param>
    /// <exception cref="SurveyException">The limits do not hold the mean weight between them.</exception>
    public SurveyDesign TrimmedAtQuantiles(double lower, double upper) => After(sample => Trimming.Apply(
        sample,
        lower <= 0 ? 0 : Quantile7.Of(sample.Weights, lower),
        upper >= 1 ? double.PositiveInfinity : Quantile7.Of(sample.Weights, upper)));

    /// <summary>Multiplies all weights by one factor so that they add up to <paramref name="total"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The total is not above zero.</exception>
    public SurveyDesign ScaledTo(double total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        return After(sample =>
        {
            var factor = total / WeightSummary.Of(sample.Weights).Sum;
            return sample.After(
                Array.ConvertAll(sample.Weights, weight => weight * factor), new WeightStep { Kind = WeightStepKind.Scaling, Total = total });
        });
    }

    // Steps are taken at once, so that an error shows where the step stands.
    private SurveyDesign After(Func<WeightedSample, WeightedSample> step)
    {
        if (_state.Specification.IsUnweighted)
        {
            throw new SurveyException(new Problem("An unweighted design can't be weighted", Hint: "start from the design before Unweighted()"));
        }

        return new SurveyDesign(_state.After(Variance.After(step)));
    }

    /// <summary>
    /// Starts the weights from the invitations: N_h / n_h, the population units of a stratum over its invited ones. Adjust
    /// for non-response next.
    /// </summary>
    /// <param name="invited">The frame's variable that says who was invited: «yes», or 1.</param>
    /// <param name="answered">The frame's variable that says who answered: «yes», or 1.</param>
    /// <exception cref="SurveyException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WeightedByInvitation(string invited = "invited", string answered = "answered") =>
        Redescribed(specification => specification with { Invitation = (invited, answered) }, Grouping.None);

    /// <summary>
    /// The same design with weights to the last digit as they were computed elsewhere, where fitting stopped at next to the same: so that what is estimated of waves together and of each alone are the same numbers.
    /// </summary>
    /// <param name="weights">For each row its weight, within a millionth of the one it has.</param>
    /// <exception cref="SurveyException">They are other weights.</exception>
    public SurveyDesign WithSettledWeights(ReadOnlySpan<double> weights)
    {
        var (settled, own) = (weights.ToArray(), Sample.Weights);
        return settled.Length == own.Length && settled.Zip(own).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * pair.Second)
            ? new SurveyDesign(_state.After(Variance.After(sample => sample with { Weights = settled })))
            : throw new SurveyException(new Problem("The weights are not next to the same", Expected: "for each row its weight, within a millionth", Hint: "WeightedBy(…) takes other weights"));
    }

    /// <summary>
    /// Adjusts for non-response within groups in which everybody invited is taken to answer with the same probability.
    /// </summary>
    /// <param name="groups">Variables that frame and responses share.</param>
    /// <exception cref="SurveyException">
    /// The weights do not start from the invitations, or nobody in a group answered; the message names it.
    /// </exception>
    public SurveyDesign AdjustedForNonResponse(Grouping groups) => After(sample => NonResponse.ByGroups(sample, groups));

    /// <summary>
    /// Takes response as a second phase of sampling: those who answered are a simple random sample of each group of the
    /// invited, who are a sample of the frame. Each group's factor is its invited units over its respondents, and variances
    /// count both phases; <see cref="AdjustedForNonResponse"/> takes the respondents as one sample of the frame.
    /// </summary>
    /// <param name="groups">Variables that frame and responses share.</param>
    /// <exception cref="SurveyException">
    /// The weights do not start from the invitations, or a group has no respondent, or one of several; the message names it.
    /// </exception>
    public SurveyDesign WithResponsePhase(Grouping groups) =>
        new(_state.After(new TwoPhaseVariance(NonResponse.AsSecondPhase(Linearised(), groups))));

    /// <summary>
    /// Keeps the rows of a second phase: a simple random sample, within strata, of the sample so far. Variances count both
    /// phases.
    /// </summary>
    /// <param name="taken">The variable that says who was taken on: «yes», or 1.</param>
    /// <param name="strata">The second phase's strata; none for a simple random sample.</param>
    /// <exception cref="SurveyException">
    /// The design is that of a survey with a codebook, whose answers are all there are; weighting steps have been taken; or a
    /// stratum has nobody, or one of several.
    /// </exception>
    public SurveyDesign WithSecondPhase(string taken, Grouping? strata = null)
    {
        if (_state.HasSteps)
        {
            throw new SurveyException(new Problem(
                "A second phase is drawn from rows of data right after their first phase is described",
                Expected: "no weighting step yet",
                Hint: "for those who answered of the invited, use WithResponsePhase"));
        }

        var sample = SecondPhase.Draw(Linearised(), Data.YesOrNo(taken), strata ?? Grouping.None);
        return new SurveyDesign(_state.Of(sample.Data).After(new TwoPhaseVariance(sample)));
    }

    /// <summary>
    /// Adjusts for non-response by a logistic regression of having answered, in classes of similar propensity.
    /// </summary>
    /// <param name="predictors">Variables that frame and responses share; a number also as <c>log(employees)</c>.</param>
    /// <param name="classes">The number of classes; 0 divides each weight by the respondent's own propensity.</param>
    /// <param name="weightedModel">Whether invited units count by their weights in the regression.</param>
    /// <exception cref="SurveyException">
    /// The weights do not start from the invitations, the model does not converge, or nobody in a class answered.
    /// </exception>
    public SurveyDesign AdjustedForPropensity(Grouping predictors, int classes = 5, bool weightedModel = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        return After(sample => NonResponse.ByPropensity(sample, predictors, classes, weightedModel));
    }

    /// <summary>How representative the response is of the invited, by variables of the frame.</summary>
    /// <param name="variables">Categorical variables of the frame.</param>
    /// <exception cref="SurveyException">The weights do not start from the invitations, or the response model fails.</exception>
    public Representativity Representativity(Grouping variables) =>
        Weighting.Representativity.Of(NonResponse.Invited(Sample), variables);

    private WeightedSample Linearised() => Variance is TaylorVariance
        ? Sample
        : throw new SurveyException(new Problem("The design can't have a second phase: it has replicate weights or a second phase already"));

    /// <summary>The replicate weights; null while variances are by linearisation.</summary>
    /// <exception cref="SurveyException">The design can't be used as it is; the message says what to do.</exception>
    public ReplicateWeights? Replicates => (Variance as ReplicateVariance)?.Replicates;

    /// <summary>
    /// Takes all variances from replicate weights rather than by linearisation. Post-stratification, raking and
    /// calibration are repeated in every replicate, those taken before as well as those taken after; non-response
    /// adjustments, trimming and scaling keep their factors.
    /// </summary>
    /// <param name="replication">How the replicates are made.</param>
    /// <exception cref="SurveyException">
    /// The method does not suit the design, a step can't be taken in a replicate, the design is replicated already, or
    /// replicate weights from the data come after a step; the message says what to do.
    /// </exception>
    public SurveyDesign Replicated(Replication replication)
    {
        ArgumentNullException.ThrowIfNull(replication);
        if (Variance is not TaylorVariance)
        {
            throw new SurveyException(new Problem(
                "The design has replicate weights or a second phase already", Hint: "start from the design before Replicated(…) or its second phase"));
        }

        if (Sample.Repeated is not null)
        {
            throw new SurveyException(new Problem(
                "Waves with units in common have no replicate weights", Expected: "linearised variances: replicates of one wave don't know whom another took", Hint: "leave Replicated(…) out"));
        }

        return new SurveyDesign(_state.After(ReplicateVariance.Of(Sample, replication)));
    }
}
