using Barometer.Analysis;
using Barometer.Analysis.Loading;
using Barometer.Cli.Reproduction;
using Barometer.Evidence.Pack;

namespace Barometer.Cli.Site;

/// <summary>A figure or table as the list of all of them tells it.</summary>
/// <param name="Listed">Its number, and what it is of.</param>
/// <param name="Exhibit">Its title and files.</param>
/// <param name="Notebook">The title of its notebook.</param>
/// <param name="Codebook">The codebook of its survey; null for numbers that others have published.</param>
/// <param name="Variables">The variables it is of.</param>
internal sealed record CatalogEntry(PackEntry Listed, Exhibit Exhibit, LocalizedText Notebook, Codebook? Codebook, IReadOnlyList<Variable> Variables)
{
    /// <summary>The questions behind it, each once.</summary>
    public IEnumerable<LocalizedText> Questions => Variables.Select(variable => variable.Question).OfType<LocalizedText>().Distinct();

    /// <summary>
    /// Everything it may be searched by, in both languages and in small letters: number, titles, questions, variables, answers and notebook.
    /// </summary>
    public string Words()
    {
        var batteries = Variables.Select(variable => variable.Battery).OfType<string>().Distinct().Select(battery => Codebook!.Batteries[battery]);
        IEnumerable<LocalizedText> texts =
        [
            Listed.Label, Listed.Status, new(Exhibit.In(Language.Nb).Title, Exhibit.In(Language.En).Title), Notebook, .. Questions, .. batteries,
            .. Variables.Select(variable => variable.Label), .. Variables.SelectMany(variable => variable.Categories).Select(category => category.Label),
        ];
        var names = Variables.Select(variable => variable.Name).Append(Exhibit.Release).Append(Listed.Notebook);
        return string.Join(" | ", texts.SelectMany(text => new[] { text.Nb, text.En }).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant();
    }
}
