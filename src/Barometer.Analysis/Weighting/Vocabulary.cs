namespace Barometer.Analysis.Weighting;

/// <summary>
/// What a researcher may call a survey's variables, answers and batteries: their names and codes, and their titles and labels in both languages, whatever the capitals. What is
/// near to one but none is an error that proposes it. It knows the codebook's words only, never an answer.
/// </summary>
internal sealed class Vocabulary(Labels labels, Codebook codebook, DataSet data)
{
    /// <summary>The name of a variable that is called by its name or its title.</summary>
    /// <exception cref="BarometerException">Nothing is called so, or several are.</exception>
    public string Variable(string asked)
    {
        if (string.IsNullOrWhiteSpace(asked))
        {
            throw new BarometerException(new Problem("No variable is named", Expected: "a variable's name or title", Hint: NearNames.VariablesHint));
        }

        return data.TryGet(asked, out _) ? asked : NearNames.Meant(asked, Variables(), $"There is no variable «{asked}» in {data.Name}", "variable", NearNames.ListHint(asked, Variables()) ?? NearNames.VariablesHint);
    }

    /// <summary>The names of variables; null stays null.</summary>
    /// <exception cref="BarometerException">As for <see cref="Variable"/>.</exception>
    public Grouping? Variables(Grouping? asked) => asked is null ? null : (Grouping)asked.Select(Variable).ToArray();

    /// <summary>The names of items: a battery's name or title stands for all of its items.</summary>
    /// <exception cref="BarometerException">As for <see cref="Variable"/>.</exception>
    public Grouping Items(IEnumerable<string> asked) => asked
        .SelectMany(one => !data.TryGet(one, out _) && codebook.BatteryCalled(one) is { } battery ? codebook.Items(battery).Select(item => item.Name) : [Variable(one)])
        .ToArray();

    /// <summary>The name of a battery that is called by its name or its title.</summary>
    /// <exception cref="BarometerException">Nothing is called so, or several are.</exception>
    public string Battery(string asked) =>
        codebook.BatteryCalled(asked) ?? NearNames.Meant(asked, Batteries(), $"There is no battery «{asked}»", "battery");

    /// <summary>The predictors of a model: variables, and terms made of them, which stay as they are written.</summary>
    public Grouping Terms(Grouping asked) => asked.Select(term => term.AsSpan().ContainsAny(":()") && !IsTitle(term) ? term : Variable(term)).ToArray();

    /// <summary>The code of a category that is called by its code or its label; null stays null.</summary>
    /// <param name="variable">The variable's name.</param>
    /// <param name="asked">The code or the label.</param>
    /// <exception cref="BarometerException">No category is called so, or several are.</exception>
    public string? Code(string variable, string? asked)
    {
        // A number has no categories, and those of an identifier would name respondents: the engine says so.
        if (asked is null || !data.TryGet(variable, out var found) || found is not CategoricalColumn column || column.Categories.Contains(asked) || labels.Find(variable) is not { } known)
        {
            return asked;
        }

        var categories = column.Categories.Concat(known.MissingCodes.Where(missing => missing.Code.Length > 0).Select(missing => missing.Code)).Distinct()
            .Select(code => new Called(code, labels.Of(variable, code))).ToList();
        return NearNames.Meant(asked, categories, $"«{variable}» has no category «{asked}»", "category");
    }

    /// <summary>The codes and labels of a variable, to choose from: «yes (Ja), no (Nei)».</summary>
    public string CodesOf(string variable) => data.TryGet(variable, out var found) && found is CategoricalColumn column
        ? NearNames.List([.. column.Categories.Select(code => new Called(code, labels.Of(variable, code)))])
        : "its values";

    private bool IsTitle(string asked) => Variables().Exists(one => one.IsCalled(asked));

    private List<Called> Variables() => [.. data.Columns.Select(column => new Called(column.Name, labels.Of(column.Name)))];

    private List<Called> Batteries() => [.. codebook.Batteries.Select(battery => new Called(battery.Key, battery.Value))];
}
