namespace Barometer.Analysis.Estimation;

/// <content>Outcomes as numbers a row.</content>
public sealed partial class SurveyDesign
{
    // The outcomes of a variable in the domain: a number's one, or the answers of a categorical variable.
    private List<Indicator> Indicators(string variable, string? category, AnswerBase answers = AnswerBase.Asked)
    {
        if (Data[variable] is NumericColumn number)
        {
            var inBase = Domain(row => !double.IsNaN(number.ValueArray[row]));
            return [new Indicator(new Outcome(variable, null, Labels.Of(variable)), inBase, number.ValueArray, null)];
        }

        var column = OutcomeColumn.Of(Data.Categorical(variable), Labels.Find(variable), category, answers);
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
        if (Labels.Find(variable)?.Routing is { } routing
            && Enumerable.Range(0, inBase.Length).Any(row => inBase[row] == 0 && Data[variable].MissingAt(row) == MissingReason.NotAsked))
        {
            throw new BarometerException(new Problem(
                $"«{variable}» was not asked of everybody in {what}",
                Expected: "variables asked of the same people",
                Hint: $"say that it is about those who were asked: design.Where(\"{routing.Variable}\", {string.Join(", ", routing.Codes.Select(code => $"\"{code}\""))})"));
        }
    }

    private static void RequireSomebody(int[] inBase, string what)
    {
        if (Array.TrueForAll(inBase, row => row < 0))
        {
            throw new BarometerException(new Problem(
                $"Nobody in the domain is in the base of {what}", Expected: "at least one respondent who was asked and answered"));
        }
    }
}
