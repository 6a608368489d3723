using System.Text.Json;

namespace Barometer.Conformance.Disclosure;

/// <summary>The rule of a case: which of its cells are primary.</summary>
internal sealed class CaseRule
{
    private readonly MatrixCase _case;
    private readonly JsonElement _rule;

    /// <summary>Reads the rule.</summary>
    public CaseRule(MatrixCase of)
    {
        _case = of;
        of.Json.TryGetProperty("rule", out _rule);
        AnswerVariables = Answers();
    }

    /// <summary>The coalition of group disclosure, or null when the rule has none.</summary>
    public int? Coalition => Number("attributeCoalition") is { } coalition ? (int)coalition : null;

    /// <summary>The fewest respondents, or null.</summary>
    public int? MinRespondents => (int?)Number("minRespondents");

    /// <summary>The fewest holdings, or null.</summary>
    public int? MinHoldings => (int?)Number("minHoldings");

    /// <summary>The p of the p % rule, or null.</summary>
    public double? Percent => Number("pPercent");

    /// <summary>Whether the primary set follows from the rule; otherwise it was set by hand.</summary>
    public bool DecidesPrimary => Coalition is not null || MinRespondents is not null || MinHoldings is not null || Percent is not null;

    /// <summary>The variables of answers that the case names; empty when it names none.</summary>
    public IReadOnlyList<string> AnswerVariables { get; }

    /// <summary>
    /// Every group with every answer given in it, for the named answer variables, or for the last dimension of the inner
    /// cells when none is named.
    /// </summary>
    public List<GroupSecret> Groups()
    {
        var variables = AnswerVariables.Count > 0 ? AnswerVariables : [LastDimension()];
        var cellOf = _case.System.Cells.Select((form, cell) => (form, cell)).ToDictionary(pair => pair.form, pair => pair.cell);
        var groups = new List<GroupSecret>();
        foreach (var variable in variables)
        {
            foreach (var group in _case.System.Cells.Where(cell => cell.Value(_case.System.Truth) > 0))
            {
                var answers = group.Unknowns.ToArray().GroupBy(row => _case.Inner[row][variable]).ToList();
                groups.AddRange(answers.Where(_ => answers.Count > 1)
                    .Select(rows => (rows.Key, Form: LinearForm.Sum(rows)))
                    .Where(answer => cellOf.ContainsKey(answer.Form))
                    .Select(answer => new GroupSecret($"{_case.Keys[cellOf[group]]}/{_case.Keys[cellOf[answer.Form]]}", group, answer.Form)));
            }
        }

        return groups;
    }

    private List<string> Answers()
    {
        if (_rule.ValueKind != JsonValueKind.Object || !_rule.TryGetProperty("answerVariable", out var variables))
        {
            return [];
        }

        return variables.ValueKind == JsonValueKind.Array
            ? [.. variables.EnumerateArray().Select(variable => variable.GetString()!)]
            : [variables.GetString()!];
    }

    private string LastDimension() =>
        _case.Inner[0].Keys.Last(name => name is not "row" && name != (_case.Text("freqVar") ?? "n") && name != _case.Text("numVar"));

    private double? Number(string name) =>
        _rule.ValueKind == JsonValueKind.Object && _rule.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number
            ? found.GetDouble()
            : null;
}
