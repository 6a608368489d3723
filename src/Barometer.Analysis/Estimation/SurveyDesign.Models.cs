namespace Barometer.Analysis.Estimation;

/// <content>Regression.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// A regression with design-based standard errors: of a number, of a yes/no answer (logistic), of a count (Poisson).
    /// </summary>
    /// <param name="response">A numeric variable, or a categorical one whose <paramref name="category"/> counts as 1.</param>
    /// <param name="predictors">
    /// Variables; a number also as <c>log(employees)</c>, a product as <c>size_band:region</c> beside its parts.
    /// Categories are compared with the first that occurs.
    /// </param>
    /// <param name="family">The family.</param>
    /// <param name="category">The answer that counts as 1; null for «yes».</param>
    /// <param name="answers">Who is in the base; «don't know» counts as 0 unless left out.</param>
    /// <exception cref="BarometerException">
    /// A variable does not exist, does not suit the family or does not vary, predictors depend on each other, or the fit does
    /// not converge.
    /// </exception>
    public Regression Regression(
        string response,
        Grouping predictors,
        RegressionFamily family = RegressionFamily.Linear,
        string? category = null,
        AnswerBase answers = AnswerBase.Asked)
    {
        var indicator = Data[response] is NumericColumn
            ? Indicators(response, null)[0]
            : Indicators(response, category ?? "yes", answers)[0];
        var model = ModelMatrix.Of(Data, indicator.InBase, predictors);
        RequireSomebody(model.InBase, $"the regression of «{response}»");
        foreach (var part in model.Parts)
        {
            RequireAsked(part.Variable, indicator.InBase, $"the base of «{response}»");
        }

        for (var row = 0; row < model.InBase.Length; row++)
        {
            if (model.InBase[row] == 0 && !RegressionLink.Allows(family, indicator.Values[row]))
            {
                throw new BarometerException(new Problem(
                    $"«{response}» does not suit the family {family}",
                    Expected: family == RegressionFamily.Logistic ? "a yes/no variable, or numbers between 0 and 1" : "numbers that are not negative"));
            }
        }

        return new Regression(_state, indicator, model, family, Universe(response, answers));
    }
}
