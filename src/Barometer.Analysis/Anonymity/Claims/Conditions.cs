using Barometer.Analysis.Estimation;
using Barometer.Analysis.Loading;
using Barometer.Analysis.Weighting;

namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// What the size of a base tells: where the respondents of a table are chosen by their answers (as groups, as a domain, or
/// because only some are asked), the number in the base is a number of answers.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="codebook">The survey's codebook, or null.</param>
internal sealed class Conditions(EstimateTable table, Codebook? codebook)
{
    /// <summary>Whether answers to a variable need protection; those of unknown variables do.</summary>
    public bool IsSensitive(string variable) => Find(variable) is not { } known || known.Role == DisclosureRole.Sensitive;

    /// <summary>What the number in an estimate's base tells of answers.</summary>
    public IEnumerable<Told> Told(Estimate estimate)
    {
        if (table.Origin is not { } origin)
        {
            return [];
        }

        var all = Of(estimate, origin).ToList();
        var answers = all.FindAll(condition => IsSensitive(condition.Variable));
        if (answers.Count == 0)
        {
            return [];
        }

        var open = all.Except(answers).ToList();
        var decisive = answers.FindAll(condition => !answers.Exists(other => IsAskedOf(condition, other)));
        Answer Together(List<Condition> conditions) => new(
            string.Join(" & ", conditions.Select(condition => condition.Key(decisive.Count > 1)).Order(StringComparer.Ordinal)),
            Rows(origin.Data, [.. open, .. conditions]));

        return
        [
            new Told(
                string.Join(" & ", decisive.Select(condition => condition.Variable).Distinct().Order(StringComparer.Ordinal)),
                Rows(origin.Data, open),
                IsSensitive: true)
            {
                Counted = Together(decisive),
                Asked = Asked(origin.Data, decisive, Rows(origin.Data, open)),
                Also = answers.Count == 1 ? [] : [.. answers.Select(condition => Together([condition]))],
            },
        ];
    }

    /// <summary>Those of a set who were asked all of the questions behind the conditions; null when everybody was.</summary>
    private static RowSet? Asked(DataSet data, List<Condition> conditions, RowSet set)
    {
        var rows = set.Rows.ToArray();
        var asked = Array.FindAll(rows, row => conditions.TrueForAll(condition => data[condition.Variable].MissingAt(row) != MissingReason.NotAsked));
        return asked.Length == rows.Length ? null : new RowSet(asked);
    }

    private IEnumerable<Condition> Of(Estimate estimate, TableOrigin origin)
    {
        foreach (var group in estimate.Groups.Where(group => origin.Data.TryGet(group.Variable, out _)))
        {
            var column = CodedColumn.Of(origin.Data[group.Variable]);
            if (column.IndexOf(group.Code) is var index and >= 0)
            {
                yield return new Condition(group.Variable, group.Code, row => column.Codes[row] == index);
            }
        }

        foreach (var (variable, rows) in origin.Domain.Parts)
        {
            yield return new Condition(variable, Name(variable, rows, origin.Data), row => rows[row]);
        }

        if (Routing(estimate, origin.Data) is { } routing)
        {
            yield return routing;
        }
    }

    /// <summary>Only some are asked, and the base holds nobody who wasn't.</summary>
    private Condition? Routing(Estimate estimate, DataSet data)
    {
        if (Find(estimate.Outcome.Variable)?.Routing is not { } routing
            || !data.TryGet(estimate.Outcome.Variable, out var outcome)
            || Array.Exists(estimate.Members!.BaseRows, row => outcome.MissingAt(row) == MissingReason.NotAsked))
        {
            return null;
        }

        var column = CodedColumn.Of(data[routing.Variable]);
        var codes = routing.Codes.Select(column.IndexOf).ToHashSet();
        return new Condition(routing.Variable, string.Join('|', routing.Codes), row => codes.Contains(column.Codes[row]));
    }

    /// <summary>The codes that a condition allows, or the lowest and the highest number.</summary>
    private static string Name(string variable, bool[] rows, DataSet data)
    {
        var column = CodedColumn.Of(data[variable]);
        var allowed = column.Codes.Where((code, row) => code >= 0 && rows[row]).Distinct().Order().Select(code => column.Categories[code].Code).ToList();
        return column.Source is NumericColumn && allowed.Count > 1 ? $"{allowed[0]} to {allowed[^1]}" : string.Join('|', allowed);
    }

    /// <summary>Whether only those who meet the one condition are asked what the other is about.</summary>
    private bool IsAskedOf(Condition one, Condition other) => Find(other.Variable)?.Routing?.Variable == one.Variable;

    private Variable? Find(string name) =>
        codebook?.Variables.FirstOrDefault(variable => variable.Name == name);

    private static RowSet Rows(DataSet data, List<Condition> conditions) =>
        new([.. Enumerable.Range(0, data.RowCount).Where(row => conditions.TrueForAll(condition => condition.Holds(row)))]);

    private sealed record Condition(string Variable, string Code, Func<int, bool> Holds)
    {
        public string Key(bool amongOthers) => amongOthers ? $"{Variable}={Code}" : Code;
    }
}
