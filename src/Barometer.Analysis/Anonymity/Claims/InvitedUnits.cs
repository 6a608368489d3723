namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// Who of the frame was invited in the group of an estimate: a public fact. No more can have answered, there or in any part of it.
/// </summary>
/// <param name="Survey">The survey of the frame.</param>
/// <param name="Units">The rows of the frame.</param>
/// <param name="IsWhole">Whether the estimate is of all in the group who answered; false where an answer or a missing one decided on it too.</param>
internal sealed record InvitedUnits(string Survey, RowSet Units, bool IsWhole)
{
    /// <summary>The invited of an estimate's group; null for a table of which no frame is known, or a frame that doesn't say who was invited.</summary>
    /// <param name="table">The table.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="all">The respondents in its base.</param>
    public static InvitedUnits? Of(UnreleasedTable table, UnreleasedEstimate estimate, RowSet all)
    {
        if (table.Data is not var (responses, frame) || !frame.TryGet("invited", out var found) || found is not CategoricalColumn invited)
        {
            return null;
        }

        // Conditions on what the frame doesn't have are left out: the bound is that of a larger group then.
        var (units, respondents) = (Everything(frame), Everything(responses));
        foreach (var (variable, codes) in Conditions(table, estimate).Where(one => frame.TryGet(one.Variable, out _) && responses.TryGet(one.Variable, out _)))
        {
            units.RemoveAll(Outside(frame[variable], codes));
            respondents.RemoveAll(Outside(responses[variable], codes));
        }

        var yes = invited.IndexOf("yes");
        return new InvitedUnits(table.Survey, new RowSet([.. units.Where(unit => invited.Codes[unit] == yes)]), respondents.Count == all.Count);
    }

    private static IEnumerable<(string Variable, IReadOnlyList<string> Codes)> Conditions(UnreleasedTable table, UnreleasedEstimate estimate) => estimate.Groups
        .Select(group => (group.Variable, (IReadOnlyList<string>)[group.Code]))
        .Concat((table.Design?.Conditions ?? []).Where(condition => condition.Told.Codes.Count > 0).Select(condition => (condition.Told.Variable, condition.Told.Codes)));

    private static Predicate<int> Outside(Column column, IReadOnlyList<string> codes)
    {
        var coded = CodedColumn.Of(column);
        var inside = codes.SelectMany(code => Claims.Conditions.Codes(code, coded)).ToHashSet();
        return row => !inside.Contains(coded.Codes[row]);
    }

    private static List<int> Everything(DataSet data) => [.. Enumerable.Range(0, data.RowCount)];
}
