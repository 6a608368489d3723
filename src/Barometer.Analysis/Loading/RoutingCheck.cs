namespace Barometer.Analysis.Loading;

/// <summary>
/// Applies the codebook's routing: a question led past must be empty, and its emptiness then means «not asked». An empty
/// field where the question was asked means «no answer».
/// </summary>
internal static class RoutingCheck
{
    /// <summary>Marks what was not asked, and notes what was answered all the same.</summary>
    public static void Apply(TableFile responses, ProblemLog problems)
    {
        foreach (var column in responses.Columns)
        {
            if (column.Variable.Routing is { } routing && responses.Find(routing.Variable) is { } gate)
            {
                Apply(responses, column, gate, routing, problems);
            }
        }
    }

    private static void Apply(TableFile responses, ColumnParser column, ColumnParser gate, Routing routing, ProblemLog problems)
    {
        var asks = gate.Variable.Categories.Select(category => routing.Codes.Contains(category.Code)).ToArray();
        for (var row = 0; row < responses.RowCount; row++)
        {
            var (state, answer) = (column.StateAt(row), gate.StateAt(row));
            var isReadable = state != CodeLookup.Unknown && answer != CodeLookup.Unknown;
            if (!isReadable || (answer >= 0 && asks[answer]))
            {
                continue;
            }

            if (state is -(int)MissingReason.NoAnswer or -(int)MissingReason.NotAsked)
            {
                column.SetNotAsked(row);
            }
            else
            {
                problems.Add(
                    "A question was answered that routing leads past",
                    responses.Lines[row],
                    column.Variable.Name,
                    $"an empty field unless {routing.Variable} is {string.Join(" or ", routing.Codes)}",
                    "an answer",
                    $"mend {routing.Variable} or empty this field");
            }
        }
    }
}
