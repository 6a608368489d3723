namespace SurveyStatistics.Estimation;

/// <summary>A categorical variable as an outcome: which answers are counted, and who is in the base.</summary>
internal sealed class OutcomeColumn
{
    private readonly CategoricalColumn _column;
    private readonly AnswerBase _answers;

    private OutcomeColumn(CategoricalColumn column, AnswerBase answers, IReadOnlyList<(Outcome, int)> outcomes, int[] codes)
    {
        (_column, _answers, Outcomes, Codes) = (column, answers, outcomes, codes);
    }

    /// <summary>The outcomes, each with the number it has in <see cref="Codes"/>.</summary>
    public IReadOnlyList<(Outcome Outcome, int Code)> Outcomes { get; }

    /// <summary>For each row its category; «don't know» and «not relevant» follow after the categories when they are shown.</summary>
    public int[] Codes { get; }

    /// <summary>The number of categories that <see cref="Codes"/> tells apart.</summary>
    public int Categories => Math.Max(_column.Categories.Count, Outcomes.Max(one => one.Code) + 1);

    /// <summary>
    /// The outcomes of a variable: the category asked for; «yes» of a yes/no question; else all categories, and «don't
    /// know» and «not relevant» where they are in the base, so that the shares add up.
    /// </summary>
    /// <param name="column">The variable.</param>
    /// <param name="category">The category asked for, or null.</param>
    /// <param name="answers">Who is in the base.</param>
    /// <param name="isWhole">Whether a yes/no question has all its answers, too.</param>
    /// <exception cref="SurveyException">The category does not exist.</exception>
    public static OutcomeColumn Of(CategoricalColumn column, string? category, AnswerBase answers, bool isWhole = false)
    {
        if (category is not null || (IsYesNo(column) && !isWhole))
        {
            var index = column.IndexOf(category ?? "yes");
            return index >= 0
                ? new OutcomeColumn(column, answers, [(Make(column, column.Categories[index]), index)], column.CodeArray)
                : throw new SurveyException(Problem.NoSuch($"«{column.Name}» has no category «{category}»", category ?? "yes", column.Categories));
        }

        var outcomes = column.Categories.Select((one, i) => (Make(column, one), i)).ToList();
        return answers == AnswerBase.AskedWithAView
            ? new OutcomeColumn(column, answers, outcomes, column.CodeArray)
            : WithReasons(column, answers, outcomes);
    }

    /// <summary>Whether every row has a category, and is in the base whoever else is.</summary>
    public bool IsComplete => Array.IndexOf(_column.CodeArray, -1) < 0;

    /// <summary>Whether the row is in the base.</summary>
    public bool IsInBase(int row) => Includes(_answers, _column.MissingAt(row));

    /// <summary>Whether the row was asked, with or without an answer.</summary>
    public bool IsAsked(int row) => IsAsked(_answers, _column.MissingAt(row));

    /// <summary>Whether a row with this reason for a missing value, or none, is in the base.</summary>
    public static bool Includes(AnswerBase answers, MissingReason reason) => reason switch
    {
        MissingReason.None => true,
        MissingReason.DontKnow or MissingReason.NotRelevant => answers != AnswerBase.AskedWithAView,
        MissingReason.NotAsked => answers == AnswerBase.Everybody,
        _ => false,
    };

    /// <summary>Whether a row with this reason for a missing value, or none, was asked.</summary>
    public static bool IsAsked(AnswerBase answers, MissingReason reason) => answers == AnswerBase.Everybody || reason != MissingReason.NotAsked;

    private static bool IsYesNo(CategoricalColumn column) => column.Categories.Count == 2 && column.IndexOf("yes") >= 0;

    private static Outcome Make(CategoricalColumn column, string category) => new(column.Name, category);

    private static OutcomeColumn WithReasons(
        CategoricalColumn column, AnswerBase answers, List<(Outcome, int)> outcomes)
    {
        var codes = column.CodeArray;
        foreach (var reason in (MissingReason[])[MissingReason.DontKnow, MissingReason.NotRelevant])
        {
            if (column.ReasonCodes.TryGetValue(reason, out var shown))
            {
                var number = outcomes.Count;
                codes = [.. codes.Select((code, row) => column.MissingAt(row) == reason ? number : code)];
                outcomes.Add((new Outcome(column.Name, shown) { IsReason = true }, number));
            }
        }

        return new OutcomeColumn(column, answers, outcomes, codes);
    }
}

/// <summary>Who is in the base of a percentage or mean.</summary>
public enum AnswerBase
{
    /// <summary>
    /// Those who were asked and answered. «Don't know» and «not relevant» are answers and in the base of a percentage;
    /// a question left blank and a question not asked are not.
    /// </summary>
    Asked = 0,

    /// <summary>Those who were asked and gave one of the categories: «don't know» and «not relevant» are left out.</summary>
    AskedWithAView,

    /// <summary>
    /// Everybody who answered or was not asked: routing past the question counts as not having given the answer. To be
    /// chosen only where that is true, for example «share of all workplaces that work with partners».
    /// </summary>
    Everybody,
}
