namespace Barometer.Analysis.Loading;

/// <summary>
/// What the form demands of the answers of one respondent: the routing between questions, and the limits of batteries. That a
/// row breaks a rule tells what was answered there, so such rows are counted; their lines are listed only while exploring.
/// </summary>
internal static class AnswerRules
{
    /// <summary>
    /// Marks what was not asked, and notes the answers that break a rule. A question led past must be empty, and its emptiness
    /// then means «not asked»; an empty field where the question was asked means «no answer».
    /// </summary>
    public static void Apply(TableFile responses, Codebook codebook, ProblemLog problems)
    {
        foreach (var column in responses.Columns)
        {
            if (column.Variable.Routing is { } routing && responses.Find(routing.Variable) is { } gate)
            {
                ApplyRouting(responses, column, gate, routing, problems);
            }
        }

        foreach (var limit in codebook.BatteryLimits)
        {
            CheckBattery(responses, limit, codebook, problems);
        }
    }

    private static void ApplyRouting(TableFile responses, ColumnParser column, ColumnParser gate, Routing routing, ProblemLog problems)
    {
        var asks = gate.Variable.Categories.Select(category => routing.Codes.Contains(category.Code)).ToArray();
        var states = column.States;
        var answers = gate.States;
        var broken = new List<int>();
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

        Report(
            broken,
            "A question was answered that routing leads past",
            column.Variable.Name,
            $"an empty field unless {routing.Variable} is {string.Join(" or ", routing.Codes)}",
            problems,
            $"mend {routing.Variable} or empty this field");
    }

    // Not more than so many chosen, and «none» chosen alone.
    private static void CheckBattery(TableFile responses, BatteryLimit limit, Codebook codebook, ProblemLog problems)
    {
        var items = codebook.Items(limit.Battery).Select(item => responses.Find(item.Name)).OfType<ColumnParser>().ToArray();
        var yes = Array.ConvertAll(items, item => item.Variable.Categories.Select(c => c.Code).ToList().IndexOf("yes"));
        var alone = Array.FindIndex(items, item => item.Variable.Name == limit.Exclusive);
        var (tooMany, together) = (new List<int>(), new List<int>());
        for (var row = 0; row < responses.RowCount; row++)
        {
            var chosen = 0;
            for (var i = 0; i < items.Length; i++)
            {
                chosen += items[i].States[row] == yes[i] ? 1 : 0;
            }

            if (chosen > limit.Maximum)
            {
                tooMany.Add(responses.Lines[row]);
            }

            if (chosen > 1 && alone >= 0 && items[alone].States[row] == yes[alone])
            {
                together.Add(responses.Lines[row]);
            }
        }

        Report(
            tooMany,
            "More answers were chosen than the form allows",
            limit.Battery,
            FormattableString.Invariant($"at most {limit.Maximum} of the battery’s items"),
            problems);
        Report(
            together,
            "An answer that stands alone was chosen with others",
            limit.Exclusive,
            $"no other item of the battery {limit.Battery} beside it",
            problems);
    }

    private static void Report(List<int> lines, string what, string? column, string expected, ProblemLog problems, string? hint = null)
    {
        if (Exploration.IsOn)
        {
            lines.ForEach(line => problems.Add(what, line, column, expected, "other answers", hint));
        }
        else if (lines.Count > 0)
        {
            var why = $"the lines are listed while exploring ({Exploration.EnvironmentVariable}=1), because they tell answers";
            problems.Add(what, null, column, expected, Counted.Of(lines.Count, "row with another answer", "rows with other answers"), hint is null ? why : $"{hint}; {why}");
        }
    }
}
