namespace Barometer.Synthesis;

/// <summary>The answers of one survey: for each variable a code a respondent; an empty text where there is none.</summary>
internal sealed class AnswerSheet(IReadOnlyList<Unit> respondents)
{
    private readonly Dictionary<string, string[]> _answers = new(StringComparer.Ordinal);

    /// <summary>The respondents, in the order of the rows.</summary>
    public IReadOnlyList<Unit> Respondents { get; } = respondents;

    /// <summary>The respondents' unit ids, in the order of the rows.</summary>
    public string[] Ids => [.. Respondents.Select(unit => unit.Id)];

    /// <summary>The codes of a variable, one a respondent.</summary>
    public string[] this[string variable]
    {
        get
        {
            if (!_answers.TryGetValue(variable, out var answers))
            {
                _answers[variable] = answers = new string[Respondents.Count];
                Array.Fill(answers, "");
            }

            return answers;
        }
    }
}
