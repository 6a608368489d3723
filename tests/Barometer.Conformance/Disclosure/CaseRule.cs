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

    /// <summary>The rule; null when it doesn't decide the primary set, which was set by hand then.</summary>
    public SensitivityRule? Rule => Coalition is null && Number("minRespondents") is null && Number("minHoldings") is null && Number("pPercent") is null ? null : new SensitivityRule
    {
        MinContributions = (int)(Number("minRespondents") ?? 0),
        MinContributors = _case.Text("contributorVar") is null ? 0 : (int)(Number("minHoldings") ?? 0),
        ProtectionPercent = Number("pPercent") ?? 0,
        Coalition = Coalition,
    };

    /// <summary>The variables of answers that the case names; empty when it names none.</summary>
    public IReadOnlyList<string> AnswerVariables { get; }

    /// <summary>
    /// Every group with every answer given in it, for the named answer variables, or for the last dimension of the inner
    /// cells when none is named.
    /// </summary>
    public List<GroupDisclosure> Groups()
    {
        var variables = AnswerVariables.Count > 0 ? AnswerVariables : [LastDimension()];
        var cellOf = _case.Tables.Cells.Select((form, cell) => (form, cell)).ToDictionary(pair => pair.form, pair => pair.cell);
        var groups = new List<GroupDisclosure>();
        foreach (var variable in variables)
        {
            foreach (var group in _case.Tables.Cells.Where(cell => cell.Value(_case.Values) > 0))
            {
                var answers = group.InnerCells.ToArray().GroupBy(row => _case.Inner[row][variable]).ToList();
                groups.AddRange(answers.Where(_ => answers.Count > 1)
                    .Select(rows => (rows.Key, Form: CellSum.Of(rows)))
                    .Where(answer => cellOf.ContainsKey(answer.Form))
                    .Select(answer => new GroupDisclosure($"{_case.Keys[cellOf[group]]}/{_case.Keys[cellOf[answer.Form]]}", group, answer.Form)));
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
