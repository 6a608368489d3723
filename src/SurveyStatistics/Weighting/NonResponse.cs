namespace SurveyStatistics.Weighting;

/// <summary>
/// Adjustment for those of the invited who did not answer: by groups that answer with one probability, by estimated
/// propensities, or with response as the sample's second phase.
/// </summary>
internal static class NonResponse
{
    /// <summary>The invited units of a sample.</summary>
    /// <exception cref="SurveyException">The weights did not start from invitations.</exception>
    public static Invitation Invited(WeightedSample sample) => sample.Invitation ?? throw new SurveyException(new Problem(
        "Non-response can't be adjusted for: the weights do not start from the invitations",
        Expected: "WeightedByInvitation() before the adjustment",
        Hint: "weights of population units over respondents adjust for non-response by stratum already"));

    /// <summary>
    /// The sample adjusted by response homogeneity groups: within a group everybody invited is taken to answer with the same
    /// probability, so that respondents carry the weight of those who did not answer (Särndal, Swensson and Wretman 1992,
    /// 15.6). The factor is the group's invited weight over its respondents' weight.
    /// </summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a group has no respondent.</exception>
    public static WeightedSample ByGroups(WeightedSample sample, Grouping variables)
    {
        var invitation = Invited(sample);
        var crossing = CrossClassification.Of(sample.Data, variables);
        var factors = Factors(invitation, crossing.CellsIn(invitation.Units), crossing.CellCount, crossing.NameOf);
        return Adjusted(
            sample, crossing.Cells, factors, new WeightStep { Kind = WeightStepKind.ResponseGroups, Variables = variables.ToString() });
    }

    /// <summary>
    /// The sample adjusted by propensities of a logistic regression: in classes of their quantiles, which is steadier when the
    /// model is wrong (Little 1986; Rosenbaum and Rubin 1984 for five classes), or by the inverse of each respondent's own.
    /// </summary>
    /// <param name="sample">The sample.</param>
    /// <param name="predictors">Variables that frame and responses share; numbers also as <c>log(…)</c>.</param>
    /// <param name="classes">The number of classes; 0 for inverse propensities.</param>
    /// <param name="weightedModel">Whether invited units count by their weights in the regression.</param>
    /// <exception cref="SurveyException">
    /// The weights did not start from invitations, the model does not converge, or a class has no respondent.
    /// </exception>
    public static WeightedSample ByPropensity(WeightedSample sample, Grouping predictors, int classes, bool weightedModel)
    {
        var invitation = Invited(sample);
        var model = ResponseModel.Fit(invitation, predictors, weightedModel);
        var names = string.Join(", ", predictors);
        if (classes == 0)
        {
            return sample.After(
                [.. sample.Weights.Zip(model.Predict(sample.Data), (weight, propensity) => weight / propensity)],
                new WeightStep { Kind = WeightStepKind.InversePropensity, Variables = names });
        }

        var sorted = (double[])model.Propensities.Clone();
        Array.Sort(sorted);
        var breaks = Enumerable.Range(1, classes - 1).Select(i => Quantile7.OfSorted(sorted, i / (double)classes)).ToArray();
        var factors = Factors(
            invitation,
            Array.ConvertAll(model.Propensities, ClassOf),
            classes,
            one => FormattableString.Invariant($"{one + 1} of {classes} by propensity"));
        return Adjusted(
            sample,
            Array.ConvertAll(model.Predict(sample.Data), ClassOf),
            factors,
            new WeightStep { Kind = WeightStepKind.PropensityClasses, Variables = names, Classes = classes });

        // A propensity at a break belongs to the class below it, as in R's cut().
        int ClassOf(double propensity) => breaks.Count(limit => propensity > limit);
    }

    /// <summary>
    /// The sample with response as its second phase: the invited are a sample of the frame, and those who answered a simple
    /// random sample of each response group of the invited. Each group's factor is its invited units over its respondents.
    /// </summary>
    /// <exception cref="SurveyException">The weights did not start from invitations, or a group has too few respondents.</exception>
    public static WeightedSample AsSecondPhase(WeightedSample sample, Grouping variables)
    {
        var invitation = Invited(sample);
        var crossing = CrossClassification.Of(sample.Data, variables);
        var units = Array.ConvertAll(invitation.Weights, _ => 1.0);
        var (invited, answered) = Sums(invitation, units, crossing.CellsIn(invitation.Units), crossing.CellCount, crossing.NameOf);
        var filled = Enumerable.Range(0, answered.Length).Where(cell => answered[cell] > 0).ToArray();
        var phase = new SecondPhase(
            Array.ConvertAll(crossing.Cells, cell => Array.IndexOf(filled, cell)),
            Array.ConvertAll(filled, cell => (int)invited[cell]),
            Array.ConvertAll(filled, cell => (int)answered[cell]));
        phase.CheckLonely(stratum => crossing.NameOf(filled[stratum]));
        var adjusted = Adjusted(
            sample,
            phase.Stratum,
            Array.ConvertAll(phase.Fractions, fraction => 1 / fraction),
            new WeightStep { Kind = WeightStepKind.ResponsePhase, Variables = variables.ToString() });

        // The first phase is the invitations, of which the stages have seen the respondents only.
        return adjusted with { SecondPhase = phase, Stages = [sample.Stages[0] with { SampledUnits = invitation.PerStratum }] };
    }

    // Each group's invited weight over its respondents' weight; NaN where nobody was invited.
    private static double[] Factors(Invitation invitation, int[] groupOfUnit, int groups, Func<int, string> nameOf)
    {
        var (invited, answered) = Sums(invitation, invitation.Weights, groupOfUnit, groups, nameOf);
        return [.. invited.Select((weight, group) => weight / answered[group])];
    }

    // Each group's sum over the invited, and over those of them who answered: somebody in every group.
    private static (double[] Invited, double[] Answered) Sums(
        Invitation invitation, double[] weights, int[] groupOfUnit, int groups, Func<int, string> nameOf)
    {
        var (invited, answered) = (new double[groups], new double[groups]);
        for (var unit = 0; unit < groupOfUnit.Length; unit++)
        {
            if (groupOfUnit[unit] is not (var group and >= 0))
            {
                throw new SurveyException(new Problem("An invited unit belongs to no response group", Expected: "a category that respondents can have"));
            }

            invited[group] += weights[unit];
            answered[group] += invitation.Answered[unit] ? weights[unit] : 0;
        }

        for (var group = 0; group < groups; group++)
        {
            if (invited[group] > 0 && answered[group] == 0)
            {
                throw new SurveyException(new Problem(
                    $"Nobody answered in the response group {nameOf(group)}",
                    Expected: "at least one respondent in every group of the invited",
                    Hint: "form larger groups, of fewer variables"));
            }
        }

        return (invited, answered);
    }

    private static WeightedSample Adjusted(WeightedSample sample, int[] groupOfRow, double[] factors, WeightStep step) =>
        sample.After([.. sample.Weights.Zip(groupOfRow, (weight, group) => weight * factors[group])], step);
}

/// <summary>
/// A logistic regression of having answered on what the frame knows of the invited, fitted by Newton's method;
/// <c>glm(…, family = binomial)</c> in R. It predicts from categories, and from numbers as they are or, written
/// <c>log(employees)</c>, by their natural logarithm.
/// </summary>
internal sealed class ResponseModel
{
    private readonly Invitation _invitation;
    private readonly IReadOnlyList<string> _predictors;
    private readonly double[] _coefficients;

    private ResponseModel(Invitation invitation, IReadOnlyList<string> predictors, double[] coefficients, double[] fitted) =>
        (_invitation, _predictors, _coefficients, Propensities) = (invitation, predictors, coefficients, fitted);

    /// <summary>The estimated response probability of each invited unit.</summary>
    public double[] Propensities { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="invitation">The invited units.</param>
    /// <param name="predictors">Variables of the frame; numbers also as <c>log(…)</c>.</param>
    /// <param name="weighted">Whether units count by their weights; else each counts once.</param>
    /// <exception cref="SurveyException">Predictors separate those who answered: some category answers always or never. They are named.</exception>
    public static ResponseModel Fit(Invitation invitation, IReadOnlyList<string> predictors, bool weighted)
    {
        var matrix = Matrix(invitation.Units, invitation.Units, predictors);
        var prior = weighted ? invitation.Weights : [.. Enumerable.Repeat(1.0, matrix.Rows)];
        var newton = new NewtonFit
        {
            Matrix = matrix,

            // A constant beside all categories of a variable: one of them follows from the others.
            Rank = matrix.Rank(),
            Slopes = linear => [.. linear.Select((one, row) => prior[row] * ((invitation.Answered[row] ? 1 : 0) - Probability(one)))],
            Curvatures = linear => [.. linear.Select((one, row) => prior[row] * Probability(one) * Probability(-one))],
            Deviance = linear => -2 * linear.Select((one, row) => prior[row] * Math.Log(Probability(invitation.Answered[row] ? one : -one))).Sum(),
            Separated = (step, rows) => Separation.Found(matrix, ["", .. predictors], step, rows, row => invitation.Answered[row] ? -rows[row] : rows[row]),
        };
        var coefficients = newton.From(new double[matrix.Columns], new double[matrix.Rows]).Coefficients;

        // From the coefficients, as of all units they are predicted for: classes compare them.
        return new ResponseModel(invitation, predictors, coefficients, Probabilities(matrix, coefficients));
    }

    /// <summary>The probabilities of units with the same variables as the frame's.</summary>
    public double[] Predict(DataSet units) => Probabilities(Matrix(_invitation.Units, units, _predictors), _coefficients);

    private static double Probability(double linear) => 1 / (1 + Math.Exp(-linear));

    private static double[] Probabilities(AuxiliaryMatrix matrix, double[] coefficients) => Array.ConvertAll(matrix.Times(coefficients), Probability);

    // The predictors of the rows of the data, with the categories of the model's units.
    private static AuxiliaryMatrix Matrix(DataSet model, DataSet data, IReadOnlyList<string> names) =>
        new([AuxiliaryTerm.Constant(data.RowCount), .. names.Select(name => Term(model, data, name))], data.RowCount);

    private static AuxiliaryTerm Term(DataSet model, DataSet data, string name)
    {
        var isLog = name.StartsWith("log(", StringComparison.Ordinal) && name.EndsWith(')');
        var variable = isLog ? name[4..^1] : name;
        if (isLog || model[variable] is NumericColumn)
        {
            var values = Array.ConvertAll(data.Numeric(variable).ValueArray, value => isLog ? Math.Log(value) : value);
            return values.All(double.IsFinite) ? AuxiliaryTerm.Number(values, name) : throw Missing(name);
        }

        var crossing = CrossClassification.Of(model, [variable]);
        var cells = ReferenceEquals(model, data) ? crossing.Cells : crossing.CellsIn(data);
        return cells.All(cell => cell >= 0) ? AuxiliaryTerm.Category(cells, crossing) : throw Missing(name);
    }

    private static SurveyException Missing(string name) => new(new Problem(
        $"The predictor «{name}» is missing or not finite for some units", Expected: "a value for every invited unit and every respondent"));
}
