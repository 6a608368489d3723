namespace SurveyStatistics.Design;

/// <content>Who is in the base of an estimate, and what a variable must be for that.</content>
public sealed partial class SurveyDesign
{
    private int[] Domain(OutcomeColumn outcome) =>
        _state.HasEverybody && outcome.IsComplete ? _state.Cache.Everybody : Domain(outcome.IsInBase);

    // Those of the domain who were asked, with or without an answer: the base itself where every row has a category.
    private int[] DomainAsked(OutcomeColumn outcome) =>
        _state.HasEverybody && outcome.IsComplete ? _state.Cache.Everybody : Domain(outcome.IsAsked);

    // 0 for the rows of the domain that meet the condition, −1 for all others: the group array of «everybody».
    private int[] Domain(Func<int, bool> condition)
    {
        int[]? group = null;
        for (var row = 0; row < RowCount; row++)
        {
            if (!_state.IsInDomain(row) || !condition(row))
            {
                group ??= new int[RowCount];
                group[row] = -1;
            }
        }

        // One array serves all tables that leave nobody out.
        return group ?? _state.Cache.Everybody;
    }

    private int[] InDomain(int[] codes) => [.. codes.Select((code, row) => _state.IsInDomain(row) ? code : -1)];

    // The outcomes of a variable in the domain: a number's one, or the answers of a categorical variable.
    private List<Indicator> Indicators(string variable, string? category, AnswerBase answers = AnswerBase.Asked)
    {
        if (Data[variable] is NumericColumn number)
        {
            var inBase = Domain(row => !double.IsNaN(number.ValueArray[row]));
            return [new Indicator(new Outcome(variable, null), inBase, number.ValueArray, null)];
        }

        var column = OutcomeColumn.Of(Data.Categorical(variable), category, answers);
        var rows = Domain(column.IsInBase);
        return [.. column.Outcomes.Select(one => new Indicator(
            one.Outcome,
            rows,
            Array.ConvertAll(column.Codes, code => code == one.Code ? 1.0 : 0.0),
            row => column.Codes[row] == one.Code))];
    }

    // Routing would narrow the base to those whom another answer led to the question, without a word about it.
    private void RequireAsked(string variable, int[] inBase, string what)
    {
        if (Data[variable].Routing is { } routing
            && Enumerable.Range(0, inBase.Length).Any(row => inBase[row] == 0 && Data[variable].MissingAt(row) == MissingReason.NotAsked))
        {
            throw new SurveyException(new Problem(
                $"«{variable}» was not asked of everybody in {what}",
                Expected: "variables asked of the same people",
                Hint: $"say that it is about those who were asked: design.Where(\"{routing.Variable}\", {string.Join(", ", routing.Codes.Select(code => $"\"{code}\""))})"));
        }
    }

    private static void RequireSomebody(int[] inBase, string what)
    {
        if (Array.TrueForAll(inBase, row => row < 0))
        {
            throw new SurveyException(new Problem(
                $"Nobody in the domain is in the base of {what}", Expected: "at least one respondent who was asked and answered"));
        }
    }

    private CategoricalColumn Ordered(string variable) => Data.Categorical(variable) is { Ordered: true } column
        ? column
        : throw new SurveyException(new Problem(
            $"The categories of «{variable}» have no order", Expected: "a column made as ordered, its categories from low to high"));

    private void CheckSameUniverse(IEnumerable<string> variables, AnswerBase answers)
    {
        var routings = variables.Select(variable => Data[variable].Routing).ToList();
        if (answers != AnswerBase.Everybody && routings.Exists(routing => !Routing.IsSame(routing, routings[0])))
        {
            throw new SurveyException(new Problem(
                "The variables were asked of different people",
                Expected: "variables with one universe in a table",
                Hint: "make a table for each universe, or choose AnswerBase.Everybody where not being asked counts as not having given the answer"));
        }
    }
}
