using Barometer.Analysis.Loading;

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

    private static void RequireSomebody(int[] inBase, string what)
    {
        if (Array.TrueForAll(inBase, row => row < 0))
        {
            throw new BarometerException(new Problem(
                $"Nobody in the domain is in the base of {what}", Expected: "at least one respondent who was asked and answered"));
        }
    }
}
