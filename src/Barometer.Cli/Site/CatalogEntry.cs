namespace Barometer.Cli.Site;

/// <summary>A figure or table as the list of all of them tells it.</summary>
/// <param name="Listed">Its number, and what it is of.</param>
/// <param name="Exhibit">Its title and files.</param>
/// <param name="Notebook">The title of its notebook.</param>
/// <param name="Codebook">The codebook of its survey; null for numbers that others have published.</param>
/// <param name="Variables">The variables it is of.</param>
internal sealed record CatalogEntry(PackEntry Listed, Exhibit Exhibit, LocalizedText Notebook, Codebook? Codebook, IReadOnlyList<Variable> Variables)
{
    private const int Told = 3;

    /// <summary>The variables that stand alone, and the batteries with their variables: a long battery is told as one thing.</summary>
    public IEnumerable<IReadOnlyList<Variable>> Groups => Variables.GroupBy(variable => variable.Battery ?? variable.Name)
        .SelectMany(group => group.Count() > Told ? [[.. group]] : group.Select(variable => (IReadOnlyList<Variable>)[variable]));

    /// <summary>The questions behind it, each once; of several items that share a question, the question.</summary>
    public IEnumerable<LocalizedText> Questions
    {
        get
        {
            var asked = Variables.Select(variable => variable.Question).OfType<LocalizedText>().Distinct().ToList();
            return asked.GroupBy(question => Stem(question.Nb)).Select(group => group.Count() == 1 ? group.First() : new LocalizedText(group.Key, Stem(group.First().En)));
        }
    }

    /// <summary>
    /// Everything it may be searched by, in both languages and in small letters: number, titles, questions, variables, answers and notebook.
    /// </summary>
    public string Words()
    {
        var batteries = Variables.Select(variable => variable.Battery).OfType<string>().Distinct().Select(battery => Codebook!.Batteries[battery]);
        IEnumerable<LocalizedText> texts =
        [
            Listed.Label, Listed.Status, new(Exhibit.In(Language.Nb).Title, Exhibit.In(Language.En).Title), Notebook,
            .. Variables.Select(variable => variable.Question).OfType<LocalizedText>(), .. batteries,
            .. Variables.Select(variable => variable.Label), .. Variables.SelectMany(variable => variable.Categories).Select(category => category.Label),
        ];
        var names = Variables.Select(variable => variable.Name).Append(Exhibit.Release).Append(Listed.Notebook);
        return string.Join(" | ", texts.SelectMany(text => new[] { text.Nb, text.En }).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant();
    }

    // The question of a battery, then the item: «In what degree …? – Leader».
    private static string Stem(string question) => question.Split(" – ")[0];
}
