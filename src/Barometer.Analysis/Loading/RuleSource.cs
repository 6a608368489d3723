namespace Barometer.Analysis.Loading;

/// <summary>What a rule is made of: the codebook's words and the answers. It notes which variables were asked for.</summary>
/// <param name="codebook">The codebook, with what was derived before.</param>
/// <param name="data">The answers; a variable that was derived and isn't among them is made anew.</param>
internal sealed class RuleSource(Codebook codebook, DataSet data)
{
    private readonly List<string> _parts = [];

    /// <summary>The variables that were asked for, in the order of asking.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>A categorical variable.</summary>
    public CategoricalColumn Categorical(string name) => BarometerException.Translating(() => Find(name) as CategoricalColumn ?? data.Categorical(Named(name)));

    /// <summary>A numeric variable.</summary>
    public NumericColumn Numeric(string name) => BarometerException.Translating(() => Find(name) as NumericColumn ?? data.Numeric(Named(name)));

    /// <summary>The variables that some names stand for: of one name that is a battery's, its items but the one that means none of them.</summary>
    public IReadOnlyList<string> Items(string[] names)
    {
        var exclusive = codebook.BatteryLimits.Select(limit => limit.Exclusive).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] items = names is [var one] && codebook.Items(one) is { Count: > 0 } battery ? [.. battery.Select(item => item.Name).Where(item => !exclusive.Contains(item))] : names;
        return items.Length > 1 && items.Distinct(StringComparer.Ordinal).Count() == items.Length
            ? items
            : throw new BarometerException(new Problem("A rule of several variables has one, or names one twice", Expected: "two variables or more, or the name of a battery", Hint: "of one question take Rule.Is"));
    }

    /// <summary>The label of the battery that one name stands for; else null.</summary>
    public LocalizedText? Battery(string[] names) => names is [var one] ? codebook.Batteries.GetValueOrDefault(one) : null;

    /// <summary>The code of an answer that is named by its code or by its label in one of the languages.</summary>
    /// <exception cref="BarometerException">There is no such answer, and the message proposes the nearest; or the label is that of several.</exception>
    public string Code(string variable, string answer)
    {
        var codes = Categorical(variable).Categories;
        return codes.Contains(answer)
            ? answer
            : NearNames.Meant(answer, [.. codes.Select(code => new Called(code, Label(variable, code)))], $"«{Named(variable)}» has no category «{answer}»", "category");
    }

    /// <summary>A variable's label.</summary>
    public LocalizedText Label(string variable) => codebook.Variables.FirstOrDefault(one => one.Name == Named(variable))?.Label ?? new LocalizedText(variable, variable);

    /// <summary>The label of an answer.</summary>
    public LocalizedText Label(string variable, string code) =>
        codebook.Variables.FirstOrDefault(one => one.Name == Named(variable))?.Categories.FirstOrDefault(one => one.Code == code)?.Label ?? new LocalizedText(code, code);

    // What is called by its title in one of the languages, and by nothing else, has the name behind it.
    private string Named(string asked)
    {
        if (data.TryGet(asked, out _) || codebook.FindDerived(asked) is not null)
        {
            return asked;
        }

        var all = codebook.Variables.Where(one => data.TryGet(one.Name, out _)).DistinctBy(one => one.Name).Select(one => new Called(one.Name, one.Label)).ToList();
        return NearNames.Meant(asked, all, $"There is no variable «{asked}» in {data.Name}", "variable");
    }

    private Column? Find(string asked)
    {
        var name = Named(asked);
        if (!_parts.Contains(name))
        {
            _parts.Add(name);
        }

        return data.TryGet(name, out var column) ? column : codebook.Derived.FirstOrDefault(one => one.Variable.Name == name)?.Column(codebook, data);
    }
}

/// <summary>How labels are joined into the label of a rule, in both languages.</summary>
internal static class RuleWords
{
    /// <summary>A question and its answer.</summary>
    public static LocalizedText Is(LocalizedText variable, LocalizedText answers) => new($"{variable.Nb}: {answers.Nb}", $"{variable.En}: {answers.En}");

    /// <summary>A question and the answers that it is not.</summary>
    public static LocalizedText Other(LocalizedText variable, LocalizedText answers) => new($"{variable.Nb}: annet enn {SentenceCase.Inside(answers.Nb)}", $"{variable.En}: other than {SentenceCase.Inside(answers.En)}");

    /// <summary>Answers, of which one.</summary>
    public static LocalizedText OneOf(IReadOnlyList<LocalizedText> answers) => new(
        string.Join(" eller ", answers.Select((one, i) => i == 0 ? one.Nb : SentenceCase.Inside(one.Nb))), string.Join(" or ", answers.Select((one, i) => i == 0 ? one.En : SentenceCase.Inside(one.En))));

    /// <summary>At least one of them.</summary>
    public static LocalizedText Any(LocalizedText list) => new($"Minst ett av: {list.Nb}", $"At least one of: {list.En}");

    /// <summary>All of them.</summary>
    public static LocalizedText All(LocalizedText list) => new($"Alle av: {list.Nb}", $"All of: {list.En}");

    /// <summary>How many of them.</summary>
    public static LocalizedText Count(LocalizedText list) => new($"Antall av: {list.Nb}", $"Number of: {list.En}");

    /// <summary>The mean of them.</summary>
    public static LocalizedText Mean(LocalizedText list) => new($"Indeks, gjennomsnitt av: {list.Nb}", $"Index, mean of: {list.En}");

    /// <summary>The sum of them.</summary>
    public static LocalizedText Sum(LocalizedText list) => new($"Indeks, sum av: {list.Nb}", $"Index, sum of: {list.En}");

    /// <summary>One of two conditions.</summary>
    public static LocalizedText Or((LocalizedText One, LocalizedText Other) both) => new($"{both.One.Nb} eller {SentenceCase.Inside(both.Other.Nb)}", $"{both.One.En} or {SentenceCase.Inside(both.Other.En)}");

    /// <summary>Both conditions.</summary>
    public static LocalizedText And((LocalizedText One, LocalizedText Other) both) => new($"{both.One.Nb} og {SentenceCase.Inside(both.Other.Nb)}", $"{both.One.En} and {SentenceCase.Inside(both.Other.En)}");

    /// <summary>The opposite.</summary>
    public static LocalizedText Not(LocalizedText condition) => new($"ikke ({condition.Nb})", $"not ({condition.En})");

    /// <summary>Labels in a row.</summary>
    public static LocalizedText List(IReadOnlyList<LocalizedText> labels) => new(
        string.Join(", ", labels.Select((one, i) => i == 0 ? one.Nb : SentenceCase.Inside(one.Nb))), string.Join(", ", labels.Select((one, i) => i == 0 ? one.En : SentenceCase.Inside(one.En))));
}
