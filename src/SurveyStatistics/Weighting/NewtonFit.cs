namespace SurveyStatistics.Weighting;

/// <summary>
/// Newton's method for a concave (pseudo) log likelihood of linear predictors Xb: each step is weighted least squares of the
/// likelihood's slopes on the columns. A step that makes the fit worse is halved.
/// </summary>
internal sealed class NewtonFit
{
    private const int MaxIterations = 100;

    // Newton's decrement: the size of a step in standard errors, whatever the predictors' units.
    private const double Converged = 1e-10;

    // With so little left, a step that doesn't get smaller is the rounding of the sums.
    private const double Stationary = 1e-6;

    /// <summary>The columns X.</summary>
    public required AuxiliaryMatrix Matrix { get; init; }

    /// <summary>The number of columns that don't depend on others.</summary>
    public required int Rank { get; init; }

    /// <summary>The derivative of the log likelihood by each row's linear predictor.</summary>
    public required Func<double[], double[]> Slopes { get; init; }

    /// <summary>Minus its second derivative: the weights of a step.</summary>
    public required Func<double[], double[]> Curvatures { get; init; }

    /// <summary>Minus twice the log likelihood.</summary>
    public required Func<double[], double> Deviance { get; init; }

    /// <summary>The error when a step, with what it adds to each row, is along a direction that separates the answers; else null.</summary>
    public required Func<LinearCombination, double[], SurveyException?> Separated { get; init; }

    /// <summary>Fits the coefficients from starting values.</summary>
    /// <param name="coefficients">The coefficients to start from.</param>
    /// <param name="linear">Their linear predictors.</param>
    /// <exception cref="SurveyException">The predictors separate the answers.</exception>
    public (double[] Coefficients, double[] Linear, double Deviance) From(double[] coefficients, double[] linear)
    {
        var (deviance, previous) = (Deviance(linear), double.PositiveInfinity);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var slopes = Slopes(linear);
            var equations = new LeastSquares(Matrix, Curvatures(linear));
            var step = equations.Solve(slopes);
            var rows = step.Rows();
            if (equations.Rank < Rank)
            {
                throw Separated(step, rows) ?? Separation.Suspected();
            }

            var (part, next) = (1.0, Moved(linear, rows, 1));
            var fallen = Deviance(next);
            while (!(fallen <= deviance + (1e-10 * (1 + deviance))) && part > 1e-6)
            {
                part /= 2;
                next = Moved(linear, rows, part);
                fallen = Deviance(next);
            }

            (linear, deviance) = (next, fallen);
            coefficients = [.. coefficients.Zip(step.Coefficients, (one, change) => one + (part * change))];
            var decrement = Math.Sqrt(Math.Max(0, rows.Zip(slopes, (one, slope) => one * slope).Sum()));
            if (decrement <= Converged || (decrement <= Stationary && decrement > previous / 2 && rows.Max(Math.Abs) < 0.1))
            {
                return (coefficients, linear, deviance);
            }

            // Where predictors separate the answers each step adds as much as that before, and the deviance stands still.
            if (iteration > Separation.Patience && Separated(step, rows) is { } separated)
            {
                throw separated;
            }

            previous = decrement;
        }

        throw Separation.Suspected();
    }

    /// <summary>A vector moved by a part of another.</summary>
    public static double[] Moved(double[] vector, double[] step, double part)
    {
        var moved = new double[vector.Length];
        for (var row = 0; row < moved.Length; row++)
        {
            moved[row] = vector[row] + (part * step[row]);
        }

        return moved;
    }
}

/// <summary>
/// Predictors that separate the answers, completely or in part: then the likelihood grows without end along a direction in
/// which no answer is predicted worse (Albert and Anderson 1984), and there is no estimate. Newton's method walks along it, each
/// step adding about one to the linear predictors of the separated answers while those of the others stand still.
/// </summary>
internal static class Separation
{
    /// <summary>How many steps a fit has before its steps are looked at: what converges is then settled to all digits.</summary>
    public const int Patience = 12;

    // What a direction may change the wrong way, as a part of its largest change; and which terms make it.
    private const double Negligible = 1e-5;
    private const double Contributing = 0.1;

    /// <summary>
    /// The terms that separate, as an error that names them; null when the step's direction doesn't. Which category of a term it is would tell how
    /// its members answered, so that only the term is named.
    /// </summary>
    /// <param name="matrix">The columns.</param>
    /// <param name="names">The names of the matrix's terms, empty for those that can't separate, as the constant.</param>
    /// <param name="step">The last step.</param>
    /// <param name="rows">What the step adds to each row's linear predictor.</param>
    /// <param name="wrong">How far that is the wrong way for the row's answer.</param>
    public static SurveyException? Found(AuxiliaryMatrix matrix, IReadOnlyList<string> names, LinearCombination step, double[] rows, Func<int, double> wrong)
    {
        var largest = rows.Max(Math.Abs);
        if (!(largest > 0.5) || Enumerable.Range(0, rows.Length).Any(row => wrong(row) > Negligible * largest))
        {
            return null;
        }

        var (first, contributions) = (0, new List<(string Name, double Size)>());
        foreach (var (term, name) in matrix.Terms.Zip(names))
        {
            var own = new double[matrix.Columns];
            step.Coefficients.AsSpan(first, term.Columns).CopyTo(own.AsSpan(first));
            contributions.Add((name, name.Length == 0 ? 0 : matrix.Times(own).Max(Math.Abs)));
            first += term.Columns;
        }

        var most = contributions.Max(one => one.Size);
        return Error(string.Join(" with ", contributions.Where(one => one.Size > Contributing * most).Select(one => $"«{one.Name}»")) + " separates the answers");
    }

    /// <summary>The error where no single direction was found.</summary>
    public static SurveyException Suspected() => Error("the predictors separate the answers, or nearly so");

    private static SurveyException Error(string what) => new(new Problem(
        $"The model does not converge: {what}",
        Expected: "predictors that do not tell with certainty who gave which answer, or who answered at all",
        Hint: "merge categories in which everybody or nobody did, or leave the term out"));
}
