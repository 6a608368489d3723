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

    /// <summary>The variables that some names stand for: a battery's name or title for its items but the one that means none of them.</summary>
    public IReadOnlyList<string> Items(string[] names)
    {
        var exclusive = codebook.BatteryLimits.Select(limit => limit.Exclusive).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] items = [.. names.SelectMany(name => Battery(name) is { } battery ? codebook.Items(battery).Select(item => item.Name).Where(item => !exclusive.Contains(item)) : [Named(name)])];
        return items.Length > 1 && items.Distinct(StringComparer.Ordinal).Count() == items.Length
            ? items
            : throw new BarometerException(new Problem("A rule of several variables has one, or names one twice", Expected: "two variables or more, or the name of a battery", Hint: "of one question take Rule.Is"));
    }

    /// <summary>The names of what <see cref="Items"/> takes, batteries by their own.</summary>
    public IEnumerable<string> ItemNames(string[] names) => names.Select(name => Battery(name) ?? Named(name));

    /// <summary>The label of one of them.</summary>
    public LocalizedText ItemLabel(string name) => Battery(name) is { } battery ? codebook.Batteries[battery] : Label(name);

    /// <summary>The codes of answers that are named by their codes or by their labels in one of the languages.</summary>
    /// <exception cref="BarometerException">There is no such answer, and the message proposes the nearest; or the label is that of several; or none is named.</exception>
    public string[] Codes(string variable, string[] answers)
    {
        if (Known(variable)?.Role is DisclosureRole.Identifier or DisclosureRole.Organisation)
        {
            throw new BarometerException(new Problem($"A rule can't be made of «{Named(variable)}», which tells one organisation from another", Expected: "answers, numbers or groups")); // naming others would tell who answered
        }

        var called = Categorical(variable).Categories.Select(code => new Called(code, Label(variable, code))).ToList();
        return answers.Length == 0
            ? throw new BarometerException(new Problem($"A rule names no category of «{Named(variable)}»", Expected: "one or more of " + NearNames.List(called)))
            : Array.ConvertAll(answers, answer => called.Exists(one => one.Name == answer) ? answer : NearNames.Meant(answer, called, $"«{Named(variable)}» has no category «{answer}»", "category"));
    }

    /// <summary>A variable's label.</summary>
    public LocalizedText Label(string variable) => Known(variable)?.Label ?? new LocalizedText(variable, variable);

    /// <summary>The label of an answer.</summary>
    public LocalizedText Label(string variable, string code) =>
        Known(variable)?.Categories.FirstOrDefault(one => one.Code == code)?.Label ?? new LocalizedText(code, code);

    /// <summary>The name of a variable that is called by its name, or by its title in one of the languages.</summary>
    /// <exception cref="BarometerException">There is none, and the message proposes the nearest; or several are called so.</exception>
    public string Named(string asked)
    {
        if (data.TryGet(asked, out _) || codebook.FindDerived(asked) is not null)
        {
            return asked;
        }

        var all = codebook.Variables.Where(one => data.TryGet(one.Name, out _)).DistinctBy(one => one.Name).Select(one => new Called(one.Name, one.Label)).ToList();
        return NearNames.Meant(asked, all, $"There is no variable «{asked}» in {data.Name}", "variable", NearNames.ListHint(asked, all, brackets: false) ?? NearNames.VariablesHint);
    }

    // A variable of the same name goes first.
    private string? Battery(string asked) => data.TryGet(asked, out _) || codebook.FindDerived(asked) is not null ? null : codebook.BatteryCalled(asked);

    private Variable? Known(string asked)
    {
        var name = Named(asked);
        return codebook.Variables.FirstOrDefault(one => one.Name == name);
    }

    private Column? Find(string asked)
    {
        var name = Named(asked);
        if (!_parts.Contains(name))
        {
            _parts.Add(name);
        }

        return data.TryGet(name, out var column) ? column : codebook.FindDerived(name)?.Column(codebook, data);
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

    /// <summary>A number that is at least so large.</summary>
    public static LocalizedText AtLeast(LocalizedText variable, double number) => new($"{variable.Nb}: minst {Nb(number)}", FormattableString.Invariant($"{variable.En}: at least {number}"));

    /// <summary>A number that is smaller.</summary>
    public static LocalizedText Below(LocalizedText variable, double number) => new($"{variable.Nb}: under {Nb(number)}", FormattableString.Invariant($"{variable.En}: below {number}"));

    /// <summary>A number with its Norwegian decimal mark.</summary>
    public static string Nb(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

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

    /// <summary>A question and the answers that were taken together under labels of their own.</summary>
    public static LocalizedText Merged(LocalizedText variable, IReadOnlyList<(LocalizedText Label, LocalizedText From)> answers) => new(
        $"{variable.Nb}, der {string.Join("; ", answers.Select(one => $"«{one.Label.Nb}» er «{one.From.Nb}»"))}",
        $"{variable.En}, where {string.Join("; ", answers.Select(one => $"“{one.Label.En}” is “{one.From.En}”"))}");

    /// <summary>A number and where its bands begin.</summary>
    public static LocalizedText Bands(LocalizedText variable, IReadOnlyList<double> limits) => new(
        $"{variable.Nb}, delt ved {string.Join(" og ", limits.Select(Nb))}", FormattableString.Invariant($"{variable.En}, divided at {string.Join(" and ", limits.Select(limit => FormattableString.Invariant($"{limit}")))}"));

    /// <summary>Labels in a row.</summary>
    public static LocalizedText List(IReadOnlyList<LocalizedText> labels) => new(
        string.Join(", ", labels.Select((one, i) => i == 0 ? one.Nb : SentenceCase.Inside(one.Nb))), string.Join(", ", labels.Select((one, i) => i == 0 ? one.En : SentenceCase.Inside(one.En))));
}
