namespace SurveyStatistics.Weighting;

/// <summary>
/// A logistic regression of having answered on what the frame knows of the invited, fitted by iteratively reweighted
/// least squares; <c>glm(…, family = binomial)</c> in R. It predicts from categories, and from numbers as they are or, written
/// <c>log(employees)</c>, by their natural logarithm.
/// </summary>
internal sealed class ResponseModel
{
    private const int MaxIterations = 50;
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
    /// <exception cref="SurveyException">The model does not converge: some category answers always or never.</exception>
    public static ResponseModel Fit(Invitation invitation, IReadOnlyList<string> predictors, bool weighted)
    {
        var matrix = Matrix(invitation.Units, invitation.Units, predictors);
        var prior = weighted ? invitation.Weights : [.. Enumerable.Repeat(1.0, matrix.Rows)];
        var coefficients = new double[matrix.Columns];
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var step = Step(matrix, invitation.Answered, prior, coefficients);
            coefficients = [.. coefficients.Zip(step, (c, s) => c + s)];

            // The largest change of a linear predictor, not of a coefficient: those of dependent columns are arbitrary, and
            // those of numbers depend on their unit.
            if (matrix.Times(step).Max(Math.Abs) < 1e-10)
            {
                return new ResponseModel(invitation, predictors, coefficients, Probabilities(matrix, coefficients));
            }
        }

        throw new SurveyException(new Problem(
            "The response model does not converge",
            Expected: "categories in which some answered and some did not",
            Hint: "merge categories in which everybody or nobody answered, or use fewer predictors"));
    }

    /// <summary>The probabilities of units with the same variables as the frame's.</summary>
    public double[] Predict(DataSet units) => Probabilities(Matrix(_invitation.Units, units, _predictors), _coefficients);

    private static double[] Step(AuxiliaryMatrix matrix, bool[] answered, double[] prior, double[] coefficients)
    {
        var probabilities = Probabilities(matrix, coefficients);
        var (residuals, information) = (new double[matrix.Rows], new double[matrix.Rows]);
        for (var row = 0; row < residuals.Length; row++)
        {
            residuals[row] = prior[row] * ((answered[row] ? 1 : 0) - probabilities[row]);
            information[row] = prior[row] * probabilities[row] * (1 - probabilities[row]);
        }

        return new LeastSquares(matrix, information).Solve(residuals).Coefficients;
    }

    private static double[] Probabilities(AuxiliaryMatrix matrix, double[] coefficients) =>
        Array.ConvertAll(matrix.Times(coefficients), linear => 1 / (1 + Math.Exp(-linear)));

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
