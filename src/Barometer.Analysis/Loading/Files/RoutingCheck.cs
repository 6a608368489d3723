namespace Barometer.Analysis.Loading.Files;

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
        var states = column.States;
        var answers = gate.States;
        var broken = new BrokenRule(
            "A question was answered that routing leads past",
            column.Variable.Name,
            $"an empty field unless {routing.Variable} is {string.Join(" or ", routing.Codes)}",
            $"mend {routing.Variable} or empty this field");
        for (var row = 0; row < states.Length; row++)
        {
            var isReadable = states[row] != CodeLookup.Unknown && answers[row] != CodeLookup.Unknown;
            if (!isReadable || (answers[row] >= 0 && asks[answers[row]]))
            {
                continue;
            }

            if (states[row] is -(int)MissingReason.NoAnswer or -(int)MissingReason.NotAsked)
            {
                states[row] = -(int)MissingReason.NotAsked;
            }
            else
            {
                broken.Add(responses.Lines[row]);
            }
        }

        broken.Report(problems);
    }
}
