namespace Barometer.Analysis.Estimation;

/// <content>Weights that start from the invitations and are adjusted for non-response.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// Starts the weights from the invitations: N_h / n_h, the population units of a stratum over its invited ones. Adjust
    /// for non-response next.
    /// </summary>
    /// <param name="invited">The frame's variable that says who was invited: «yes», or 1.</param>
    /// <param name="answered">The frame's variable that says who answered: «yes», or 1.</param>
    /// <exception cref="BarometerException">A variable does not exist, or weighting steps have been taken already.</exception>
    public SurveyDesign WeightedByInvitation(string invited = "invited", string answered = "answered") =>
        Redescribed(specification => specification with { Invitation = (invited, answered) }, Grouping.None);

    /// <summary>
    /// Adjusts for non-response within groups in which everybody invited is taken to answer with the same probability.
    /// </summary>
    /// <param name="groups">Variables that frame and responses share.</param>
    /// <exception cref="BarometerException">
    /// The weights do not start from the invitations, or nobody in a group answered; the message names it.
    /// </exception>
    public SurveyDesign AdjustedForNonResponse(Grouping groups) => After(sample => ResponseGroups.Apply(sample, groups)).WeightsFrom(groups);

    /// <summary>
    /// Takes response as a second phase of sampling: those who answered are a simple random sample of each group of the
    /// invited, who are a sample of the frame. Each group's factor is its invited units over its respondents, and variances
    /// count both phases; <see cref="AdjustedForNonResponse"/> takes the respondents as one sample of the frame.
    /// </summary>
    /// <param name="groups">Variables that frame and responses share.</param>
    /// <exception cref="BarometerException">
    /// The weights do not start from the invitations, or a group has no respondent, or one of several; the message names it.
    /// </exception>
    public SurveyDesign WithResponsePhase(Grouping groups) =>
        new SurveyDesign(_state.After(new TwoPhaseVariance(ResponsePhase.Apply(Linearised("a second phase"), groups)))).WeightsFrom(groups);

    /// <summary>
    /// Keeps the rows of a second phase: a simple random sample, within strata, of the sample so far. Variances count both
    /// phases.
    /// </summary>
    /// <param name="taken">The variable that says who was taken on: «yes», or 1.</param>
    /// <param name="strata">The second phase's strata; none for a simple random sample.</param>
    /// <exception cref="BarometerException">
    /// The design is that of a survey with a codebook, whose answers are all there are; weighting steps have been taken; or a
    /// stratum has nobody, or one of several.
    /// </exception>
    public SurveyDesign WithSecondPhase(string taken, Grouping? strata = null)
    {
        if (_state.HasSteps || _state.Survey is not null)
        {
            throw new BarometerException(new Problem(
                "A second phase is drawn from rows of data right after their first phase is described",
                Expected: "data without a codebook, and no weighting step yet",
                Hint: "for those who answered of the invited, use WithResponsePhase"));
        }

        var sample = Subsample.Of(Linearised("a second phase"), YesOrNo.Of(Data, taken), strata ?? Grouping.None);
        return new SurveyDesign(_state.Of(sample.Data).After(new TwoPhaseVariance(sample)));
    }

    /// <summary>
    /// Adjusts for non-response by a logistic regression of having answered, in classes of similar propensity.
    /// </summary>
    /// <param name="predictors">Variables that frame and responses share; a number also as <c>log(employees)</c>.</param>
    /// <param name="classes">The number of classes; 0 divides each weight by the respondent's own propensity.</param>
    /// <param name="weightedModel">Whether invited units count by their weights in the regression.</param>
    /// <exception cref="BarometerException">
    /// The weights do not start from the invitations, the model does not converge, or nobody in a class answered.
    /// </exception>
    public SurveyDesign AdjustedForPropensity(Grouping predictors, int classes = 5, bool weightedModel = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        return After(sample =>
        {
            var model = ResponseModel.Fit(sample.Invitation ?? throw ResponseGroups.NoInvitation(), predictors, weightedModel);
            var names = string.Join(", ", predictors);
            return classes == 0
                ? ResponsePropensity.ByInverse(sample, model, names)
                : ResponsePropensity.ByClasses(sample, model, names, classes);
        }).WeightsFrom(predictors);
    }

    /// <summary>How representative the response is of the invited, by variables of the frame.</summary>
    /// <param name="variables">Categorical variables of the frame.</param>
    /// <exception cref="BarometerException">The weights do not start from the invitations, or the response model fails.</exception>
    public Representativity Representativity(Grouping variables) =>
        Weighting.Representativity.Of(Sample.Invitation ?? throw ResponseGroups.NoInvitation(), variables);

    private WeightedSample Linearised(string what) => Variance is TaylorVariance
        ? Sample
        : throw new BarometerException(new Problem($"The design can't have {what}: it has replicate weights or a second phase already"));
}
