namespace SurveyStatistics.Weighting;

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
