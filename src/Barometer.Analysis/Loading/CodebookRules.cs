namespace Barometer.Analysis.Loading;

/// <summary>What must hold between the parts of a codebook.</summary>
internal static class CodebookRules
{
    /// <summary>The key that joins the responses to the frame.</summary>
    public const string Key = "unit_id";

    /// <summary>The frame variables that tell the response process, as categorical yes/no.</summary>
    public static readonly IReadOnlyList<string> ResponseFlags = [Invited, Answered];

    /// <summary>Whether a unit was invited.</summary>
    public const string Invited = "invited";

    /// <summary>Whether it answered.</summary>
    public const string Answered = "answered";

    public static void Check(Codebook codebook, ProblemLog problems)
    {
        CheckNames(codebook.Responses, problems);
        CheckNames(codebook.Frame, problems);
        CheckKeys(codebook, problems);
        CheckLimits(codebook, problems);
        CheckMerged(codebook, problems);
        DesignRules.Check(codebook, problems);
        CheckDefaults(codebook, problems);
        foreach (var variable in codebook.Variables)
        {
            CheckCodes(variable, problems);
            CheckBattery(codebook, variable, problems);
            CheckRouting(codebook, variable, problems);
        }
    }

    private static void CheckNames(IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        foreach (var group in variables.GroupBy(variable => variable.Name).Where(group => group.Count() > 1))
        {
            problems.Add("A variable is described twice", null, group.Key, "one description of each variable in a file");
        }
    }

    private static void CheckKeys(Codebook codebook, ProblemLog problems)
    {
        Require(codebook.Responses, Key, VariableKind.Identifier, problems);
        Require(codebook.Frame, Key, VariableKind.Identifier, problems);
        foreach (var flag in ResponseFlags)
        {
            Require(codebook.Frame, flag, VariableKind.Categorical, problems);
            if (codebook.Frame.FirstOrDefault(v => v.Name == flag) is { } found && found.Categories.All(c => c.Code != "yes"))
            {
                problems.Add("A variable the frame needs has no code for yes", null, flag, "the categories yes and no");
            }
        }

        var shared = codebook.Responses.Select(v => v.Name).Intersect(codebook.Frame.Select(v => v.Name)).Where(name => name != Key);
        foreach (var name in shared)
        {
            problems.Add("A variable stands in both files", null, name, $"only {Key} in both");
        }
    }

    private static void Require(IReadOnlyList<Variable> variables, string name, VariableKind kind, ProblemLog problems)
    {
        if (variables.All(variable => variable.Name != name || variable.Kind != kind))
        {
            problems.Add("A variable that must be there is missing", null, name, $"a variable of kind {kind}");
        }
    }

    private static void CheckCodes(Variable variable, ProblemLog problems)
    {
        var codes = variable.Categories.Select(c => c.Code).Concat(variable.MissingCodes.Select(m => m.Code)).ToList();
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Count)
        {
            problems.Add("A code is used twice", null, variable.Name, "each code once, over categories and missing values");
        }

        var labels = variable.Categories.Select(c => c.Label).ToList();
        if (labels.DistinctBy(label => label.Nb).Count() < labels.Count || labels.DistinctBy(label => label.En).Count() < labels.Count)
        {
            problems.Add("A label is used twice", null, variable.Name, "each category a label of its own, in both languages");
        }
    }

    private static void CheckBattery(Codebook codebook, Variable variable, ProblemLog problems)
    {
        if (variable.Battery is not null && !codebook.Batteries.ContainsKey(variable.Battery))
        {
            problems.Add("A battery has no label", null, variable.Name, "each battery listed under «batteries»");
        }
    }

    private static void CheckLimits(Codebook codebook, ProblemLog problems)
    {
        foreach (var limit in codebook.BatteryLimits)
        {
            var items = codebook.Items(limit.Battery);
            if (items.Count == 0 || limit.Maximum <= 0 || (limit.Exclusive is not null && items.All(item => item.Name != limit.Exclusive)))
            {
                problems.Add("A battery’s limit cannot hold", null, limit.Battery, "a maximum above 0, and an exclusive item that is in the battery");
            }

            if (items.Any(item => item.Kind != VariableKind.Categorical || item.Categories.All(c => c.Code != "yes")))
            {
                problems.Add("A battery with a limit has other items than yes/no", null, limit.Battery, "items with a category yes");
            }
        }
    }

    private static void CheckMerged(Codebook codebook, ProblemLog problems)
    {
        foreach (var merged in codebook.Merged)
        {
            var name = merged.Variable.Name;
            var source = codebook.Frame.FirstOrDefault(variable => variable.Name == merged.Of && variable.Role == DisclosureRole.Group);
            if (source is null || !source.Categories.Select(category => category.Code).ToHashSet().SetEquals(merged.CodeOf.Keys))
            {
                problems.Add("A merged variable does not fit its source", null, name, "a grouping variable of the frame, each of whose codes it holds once");
            }

            if (codebook.Variables.Count(variable => variable.Name == name) > 1)
            {
                problems.Add("A variable is described twice", null, name, "one description of each variable");
            }
        }
    }

    private static void CheckDefaults(Codebook codebook, ProblemLog problems)
    {
        var questions = codebook.Responses.Where(variable => variable.Kind != VariableKind.Identifier).Select(variable => variable.Name).ToList();
        if (codebook.Release is not { } release)
        {
            return;
        }

        if (!questions.Contains(release.Question))
        {
            problems.Add("What is shown first is no question", null, release.Question, NearNames.Expected(questions, release.Question), hint: NearNames.Hint(questions, release.Question));
        }

        var groups = codebook.Variables.Where(variable => variable.Role == DisclosureRole.Group).Select(variable => variable.Name).ToList();
        foreach (var name in release.By.Except(groups))
        {
            problems.Add("What is shown first is by no group", null, name, NearNames.Expected(groups, name), hint: NearNames.Hint(groups, name));
        }
    }

    private static void CheckRouting(Codebook codebook, Variable variable, ProblemLog problems)
    {
        if (variable.Routing is not { } routing)
        {
            return;
        }

        var names = codebook.Responses.Select(v => v.Name).ToList();
        var gate = codebook.Responses.FirstOrDefault(v => v.Name == routing.Variable && v.Kind == VariableKind.Categorical);
        if (gate is null || names.IndexOf(gate.Name) > names.IndexOf(variable.Name))
        {
            problems.Add("Routing names no earlier question", null, variable.Name, "a categorical variable of the responses that stands before it");
        }
        else if (routing.Codes.Count == 0 || routing.Codes.Except(gate.Categories.Select(c => c.Code)).Any())
        {
            problems.Add("Routing names a code that its question does not have", null, variable.Name, "codes of that question");
        }
    }
}
