namespace SurveyStatistics.Estimation;

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

    /// <summary>The error that names the separating terms; null when the step's direction doesn't separate.</summary>
    /// <param name="matrix">The columns.</param>
    /// <param name="terms">The model's terms, whose positions are the columns'.</param>
    /// <param name="step">The last step.</param>
    /// <param name="rows">What the step adds to each row's linear predictor.</param>
    /// <param name="wrong">How far that is the wrong way for the row's answer.</param>
    public static SurveyException? Found(
        AuxiliaryMatrix matrix, IReadOnlyList<ModelTerm> terms, LinearCombination step, double[] rows, Func<int, double> wrong)
    {
        var largest = rows.Max(Math.Abs);
        return largest > 0.5 && Enumerable.Range(0, rows.Length).All(row => wrong(row) <= Negligible * largest)
            ? Of(matrix, terms, step.Coefficients)
            : null;
    }

    /// <summary>The error where no single direction was found.</summary>
    public static SurveyException Suspected() => new(new Problem(
        "The regression does not converge",
        Expected: "predictors that do not separate the answers",
        Hint: "merge categories in which everybody or nobody gave the answer"));

    // Which category it is would tell how its members answered, so that only the term is named.
    private static SurveyException Of(AuxiliaryMatrix matrix, IReadOnlyList<ModelTerm> modelTerms, double[] direction)
    {
        var contributions = modelTerms.Select(term =>
        {
            var own = new double[direction.Length];
            foreach (var position in term.Positions)
            {
                own[position] = direction[position];
            }

            return (term.Text, Size: term.Parts.Count == 0 ? 0 : matrix.Times(own).Max(Math.Abs));
        }).ToList();
        var largest = contributions.Max(one => one.Size);
        var terms = contributions.Where(one => one.Size > Contributing * largest).Select(one => one.Text).ToList();
        return new SurveyException(new Problem(
            $"The regression does not converge: {string.Join(" with ", terms.Select(term => $"«{term}»"))} separates the answers",
            Expected: "predictors that do not tell with certainty who gave the answer",
            Hint: "merge categories in which everybody or nobody gave the answer, or leave the term out"));
    }
}
