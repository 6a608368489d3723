namespace Barometer.Analysis.Loading.Files;

/// <summary>
/// A rule between the answers of one respondent, and the rows that break it. That a row breaks it tells what was answered
/// there, so the rows are counted; their lines are listed only while exploring.
/// </summary>
/// <param name="what">What is wrong.</param>
/// <param name="column">The variable or battery.</param>
/// <param name="expected">What the rule is.</param>
/// <param name="hint">What to do about it, or null.</param>
internal sealed class BrokenRule(string what, string? column, string expected, string? hint = null)
{
    private readonly List<int> _lines = [];

    /// <summary>Notes that the row on this line breaks the rule.</summary>
    public void Add(int line) => _lines.Add(line);

    /// <summary>Tells of it when any row does.</summary>
    public void Report(ProblemLog problems)
    {
        if (Exploration.IsOn)
        {
            _lines.ForEach(line => problems.Add(what, line, column, expected, "other answers", hint));
        }
        else if (_lines.Count > 0)
        {
            var lines = $"the lines are listed while exploring ({Exploration.Variable}=1), because they tell answers";
            problems.Add(what, null, column, expected, FormattableString.Invariant($"{_lines.Count} rows with other answers"), hint is null ? lines : $"{hint}; {lines}");
        }
    }
}
