namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The same count from the other side. How many of those who evaluate work with others is how many of those who work with others evaluate: so that it is one count in whichever direction tables divide, it is read as an
/// answer to the later of two questions among those who gave one to the earlier. A group of the frame is no answer: among it an answer is counted.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="categories">The answers behind it.</param>
internal sealed class TurnedAnswers(UnreleasedTable table, AnswerCategories categories)
{
    /// <summary>
    /// What an estimate tells from the other side, where that is how it is read: how many gave the answer that is its group, of all who share everything else with it, and how many of its base did. Several sums
    /// where a rule names variables of the frame besides answers; null where it is read as it stands.
    /// </summary>
    public TurnedEstimate? Of(UnreleasedEstimate estimate)
    {
        if (table.Design?.Engine.Data is not { } data || Counted(estimate) is not { } joint || Turned(estimate, data) is not { } group || Among(estimate, group, data) is not { } everybody)
        {
            return null;
        }

        var column = (CategoricalColumn)data[group.Variable];
        return new TurnedEstimate(
            estimate with { Groups = [.. estimate.Groups.Where(one => one != group)] },
            [.. Sums(group, joint, IsNumberOfRespondents ? everybody.Base : everybody.Counted, column)],
            IsNumberOfRespondents ? [] : [.. Sums(group, estimate.Members!.BaseRows, everybody.Base, column)]);
    }

    private IEnumerable<DisclosedSum> Sums(LabelledGroup group, int[] givers, int[] all, CategoricalColumn column)
    {
        var asked = new RowSet(Array.FindAll(all, row => column.MissingAt(row) is MissingReason.None or MissingReason.DontKnow or MissingReason.NotRelevant));
        return categories.Open(group.Variable, asked).Where(part => part.Count > 0).Select(part => new DisclosedSum(categories.QuestionsOf(group.Variable), part)
        {
            Counted = new Answer(categories.KeyOf(group.Variable, group.Code), new RowSet(givers).Intersect(part)),
            Also = [.. categories.Of(group.Variable, part)],
            Defined = categories.Defined(group.Variable),
        });
    }

    private bool IsNumberOfRespondents => table.Measure == Measure.Count;

    // Of a share those who gave the answer, of a number of respondents in a crossing all of them.
    private int[]? Counted(UnreleasedEstimate estimate) => estimate.Members switch
    {
        { Parts.Count: 0, OpposedRows: null, CountedRows: { } rows } => rows,
        { Parts.Count: 0, CountedRows: null } members when IsNumberOfRespondents && estimate.Groups.Count > 1 => members.BaseRows,
        _ => null,
    };

    // The one answer among the groups that is later than the answer that is counted; in a crossing the later of two.
    private LabelledGroup? Turned(UnreleasedEstimate estimate, DataSet data)
    {
        var answers = estimate.Groups.Where(group => data.TryGet(group.Variable, out var column) && column is CategoricalColumn known && known.IndexOf(group.Code) >= 0 && categories.IsSensitive(group.Variable)).ToList();
        return IsNumberOfRespondents ? (answers.Count == 2 ? answers.MaxBy(group => categories.PlaceOf(group.Variable)) : null)
            : answers is [var only] && (!categories.IsSensitive(estimate.Outcome.Variable) || categories.PlaceOf(only.Variable).CompareTo(categories.PlaceOf(estimate.Outcome.Variable)) > 0) ? only
            : null;
    }

    /// <summary>All who share the other groups with an estimate, whatever they said to the question of one: the base, and who of it gave the answer.</summary>
    private (int[] Base, int[] Counted)? Among(UnreleasedEstimate estimate, LabelledGroup group, DataSet data)
    {
        if (table.Estimates.FirstOrDefault(one => one.Groups.Count == 0 && one.Numbers.Outcome == estimate.Numbers.Outcome)?.Members is not { } everybody)
        {
            return null;
        }

        var others = estimate.Groups.Where(other => other != group && data.TryGet(other.Variable, out _)).Select(other => CodedColumn.Of(data[other.Variable]) is var column ? (column, Code: column.IndexOf(other.Code)) : default).ToList();
        int[] Same(int[] rows) => Array.FindAll(rows, row => others.TrueForAll(other => other.column.Codes[row] == other.Code));
        return (Same(everybody.BaseRows), Same(everybody.CountedRows ?? []));
    }
}

/// <summary>What an estimate tells from the other side.</summary>
/// <param name="Rest">The estimate without the group that is read as the answer.</param>
/// <param name="Cells">How many gave that answer, of all who share everything else with it.</param>
/// <param name="Bases">How many of its base did.</param>
internal sealed record TurnedEstimate(UnreleasedEstimate Rest, IReadOnlyList<DisclosedSum> Cells, IReadOnlyList<DisclosedSum> Bases);
