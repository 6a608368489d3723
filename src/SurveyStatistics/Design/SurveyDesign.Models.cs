namespace SurveyStatistics.Design;

/// <content>Models: regressions, and items that measure one thing together.</content>
public sealed partial class SurveyDesign
{
    /// <summary>
    /// A regression with design-based standard errors: of a number, of a yes/no answer (logistic), of a count (Poisson).
    /// </summary>
    /// <param name="response">A numeric variable, or a categorical one whose <paramref name="category"/> counts as 1.</param>
    /// <param name="predictors">
    /// Variables; a number also as <c>log(employees)</c>, a product as <c>size_band:region</c> beside its parts, a power as
    /// <c>year:year</c>. Categories are compared with the first that occurs. <c>0</c> leaves the constant out.
    /// </param>
    /// <param name="family">The family.</param>
    /// <param name="category">The answer that counts as 1; null for «yes».</param>
    /// <param name="answers">Who is in the base; «don't know» counts as 0 unless left out.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist, does not suit the family or does not vary, predictors depend on each other or separate the answers,
    /// or the fit does not converge.
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
                throw new SurveyException(new Problem(
                    $"«{response}» does not suit the family {family}",
                    Expected: family == RegressionFamily.Logistic ? "a yes/no variable, or numbers between 0 and 1" : "numbers that are not negative"));
            }
        }

        return new Regression(_state, indicator, model, family);
    }

    /// <summary>
    /// A proportional odds model of an ordered answer, such as an item from 1 to 5, with design-based standard errors; see
    /// <see cref="Estimation.OrdinalRegression"/>.
    /// </summary>
    /// <param name="response">An ordered categorical variable; respondents without a category are left out.</param>
    /// <param name="predictors">As for <see cref="Regression"/>; the thresholds take the place of the constant.</param>
    /// <exception cref="SurveyException">
    /// A variable does not exist or does not vary, the response has no order, predictors depend on each other or separate the
    /// answers, or the fit does not converge.
    /// </exception>
    public OrdinalRegression OrdinalRegression(string response, Grouping predictors)
    {
        var column = Ordered(response);
        var inBase = Domain(row => column.CodeArray[row] >= 0);
        var model = ModelMatrix.Of(Data, inBase, predictors, hasConstant: false);
        RequireSomebody(model.InBase, $"the regression of «{response}»");
        foreach (var part in model.Parts)
        {
            RequireAsked(part.Variable, inBase, $"the base of «{response}»");
        }

        return new OrdinalRegression(_state, column, model);
    }

    /// <summary>Items that measure one thing together: means, spread, correlations and consistency.</summary>
    /// <param name="items">Two or more ordered categorical variables or numbers, asked of the same people.</param>
    /// <exception cref="SurveyException">
    /// There are fewer than two, an item does not exist, has no order or was asked of others, or nobody answered all of them.
    /// </exception>
    public ItemScale Scale(Grouping items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2 || items.Distinct().Count() < items.Count)
        {
            throw new SurveyException(new Problem("A scale is made of several items", Expected: "two or more variables, each once"));
        }

        CheckSameUniverse(items, AnswerBase.Asked);
        var columns = items.Select(item => Data[item] is NumericColumn ? Data[item] : Ordered(item)).ToList();
        var inBase = Domain(row => columns.TrueForAll(column => column is NumericColumn number ? !double.IsNaN(number.ValueArray[row]) : ((CategoricalColumn)column).CodeArray[row] >= 0));
        RequireSomebody(inBase, $"all items of «{items}»");
        return new ItemScale(_state, items, inBase);
    }
}
