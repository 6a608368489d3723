namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// What the size of a base tells: where the respondents of a table are chosen by their answers (as groups, as a domain, or
/// because only some are asked), the number in the base is a number of answers.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="codebook">The survey's codebook, or null.</param>
internal sealed class Conditions(UnreleasedTable table, Codebook? codebook)
{
    /// <summary>The answers to each variable.</summary>
    public AnswerCategories Categories { get; } = AnswerCategories.Of(table, codebook);

    /// <summary>Whether answers to a variable need protection; those of unknown variables do.</summary>
    public bool IsSensitive(string variable) => Categories.IsSensitive(variable);

    /// <summary>
    /// The respondents whose place in the base follows from the frame alone: of a group or domain that is made of answers, all among whom it
    /// was made.
    /// </summary>
    public RowSet OfFrame(UnreleasedEstimate estimate) => table.Design is { } design
        ? Rows(design.Engine.Data, [.. Of(estimate, design).Where(condition => !IsSensitive(condition.Variable))])
        : new RowSet(estimate.Members!.BaseRows);

    /// <summary>Whether the estimate is made of answers, or of respondents chosen by them.</summary>
    public bool TellsAnswers(UnreleasedEstimate estimate) => Variables(estimate).Any(IsSensitive)
        || (table.Design is { } design && Of(estimate, design).Any(condition => IsSensitive(condition.Variable)));

    /// <summary>What the number in an estimate's base tells of answers.</summary>
    public IEnumerable<DisclosedSum> Sums(UnreleasedEstimate estimate)
    {
        if (table.Design is not { } design)
        {
            return [];
        }

        var all = Of(estimate, design).ToList();
        var answers = all.FindAll(condition => IsSensitive(condition.Variable));
        if (answers.Count == 0)
        {
            return [];
        }

        var open = all.Except(answers).ToList();
        var everybody = Rows(design.Engine.Data, open);
        var decisive = answers.FindAll(condition => !answers.Exists(other => IsAskedOf(condition, other)));
        var questions = answers.SelectMany(condition => Categories.QuestionsOf(condition.Variable)).Distinct().Order(StringComparer.Ordinal).ToList();
        Answer Together(List<Condition> conditions, RowSet part) => new(
            string.Join(" & ", conditions.Select(condition => Categories.KeyOf(condition.Variable, condition.Code)).Order(StringComparer.Ordinal)),
            Rows(design.Engine.Data, [.. open, .. conditions]).Intersect(part));

        return Parts(answers, everybody).Select(part => new DisclosedSum(questions, part)
        {
            Counted = Together(decisive, part),
            Asked = Asked(design.Engine.Data, decisive, part),
            Also =
            [
                .. answers.Where(_ => answers.Count > 1).Select(condition => Together([condition], part)),
                .. answers.Select(condition => condition.Variable).Distinct().Order(StringComparer.Ordinal).SelectMany(variable => Categories.Of(variable, part)).DistinctBy(answer => answer.Key),
            ],
            Defined = [.. answers.Select(condition => condition.Variable).Distinct().SelectMany(Categories.Defined).DistinctBy(answer => answer.Key)],
        });
    }

    /// <summary>The parts of a set in which what the conditions ask follows from answers in one way; those in which it follows from the frame are left out.</summary>
    private IEnumerable<RowSet> Parts(List<Condition> conditions, RowSet set)
    {
        List<(RowSet Rows, bool IsOpen)> parts = [(set, false)];
        foreach (var condition in conditions.DistinctBy(condition => condition.Variable))
        {
            parts = [.. parts.SelectMany(part => Categories.Parts(condition.Variable, part.Rows)
                .Where(one => one.IsOpen || condition.Holds(one.Rows.Rows[0])).Select(one => (one.Rows, part.IsOpen || one.IsOpen)))];
        }

        return parts.Where(part => part.IsOpen).Select(part => part.Rows);
    }

    /// <summary>Those of a set who were asked all of the questions behind the conditions; null when everybody was.</summary>
    private static RowSet? Asked(DataSet data, List<Condition> conditions, RowSet set)
    {
        var rows = set.Rows.ToArray();
        var asked = Array.FindAll(rows, row => conditions.TrueForAll(condition => data[condition.Variable].MissingAt(row) != MissingReason.NotAsked));
        return asked.Length == rows.Length ? null : new RowSet(asked);
    }

    private IEnumerable<Condition> Of(UnreleasedEstimate estimate, BarometerDesign design)
    {
        foreach (var group in estimate.Groups.Where(group => design.Engine.Data.TryGet(group.Variable, out _)))
        {
            var column = CodedColumn.Of(design.Engine.Data[group.Variable]);
            var codes = Codes(group.Code, column);
            yield return new Condition(group.Variable, string.Join('|', codes.Select(code => column.Categories[code])), row => codes.Contains(column.Codes[row]));
        }

        foreach (var ((variable, _, _), rows) in design.Conditions)
        {
            yield return new Condition(variable, Name(variable, rows, design.Engine.Data), row => rows[row]);
        }

        foreach (var variable in Variables(estimate))
        {
            if (Routing(variable, estimate, design.Engine.Data) is { } routing)
            {
                yield return routing;
            }
        }
    }

    /// <summary>The categories in a group: one, or those that a contrast such as «+1·a -1·b» compares.</summary>
    public static List<int> Codes(string group, CodedColumn column) => column.IndexOf(group) is var one and >= 0
        ? [one]
        : [.. group.Split(' ').Select(term => column.IndexOf(term[(term.IndexOf('·') + 1)..])).Where(code => code >= 0)];

    private static IEnumerable<string> Variables(UnreleasedEstimate estimate) => estimate.Members!.Parts.Select(part => part.Outcome?.Variable).OfType<string>()
        .Concat(estimate.Outcome.Variable.Split('/')).Distinct();

    /// <summary>Only some are asked, and the base holds nobody who wasn't.</summary>
    private Condition? Routing(string variable, UnreleasedEstimate estimate, DataSet data)
    {
        if (Find(variable)?.Routing is not { } routing
            || !data.TryGet(variable, out var outcome)
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
        var allowed = column.Codes.Where((code, row) => code >= 0 && rows[row]).Distinct().Order().Select(code => column.Categories[code]).ToList();
        return column.Source is NumericColumn && allowed.Count > 1 ? $"{allowed[0]} to {allowed[^1]}" : string.Join('|', allowed);
    }

    /// <summary>Whether only those who meet the one condition are asked what the other is about.</summary>
    private bool IsAskedOf(Condition one, Condition other) => Find(other.Variable)?.Routing?.Variable == one.Variable;

    private Variable? Find(string name) => Categories.Find(name);

    private static RowSet Rows(DataSet data, List<Condition> conditions) =>
        new([.. Enumerable.Range(0, data.RowCount).Where(row => conditions.TrueForAll(condition => condition.Holds(row)))]);

    private sealed record Condition(string Variable, string Code, Func<int, bool> Holds);
}
