namespace SurveyStatistics.Weighting;

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
