using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// A notebook is read from the answer to how it was found, and then goes on to the next one: its headings stand in order, and it
/// has the sections that all notebooks have.
/// </summary>
internal static partial class StructureRules
{
    private static readonly string[] Sections =
        ["Spørsmålet", "Ta med deg", "Slik er tallet laget", "Hvor tallene kommer fra"];

    /// <summary>What is wrong with headings and order.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">Where links are looked up.</param>
    public static IEnumerable<string> Check(NotebookDocument notebook, string folder)
    {
        var headings = Heading.AllOf(notebook);
        return [.. Levels(headings), .. Opening(notebook), .. Order([.. headings.Where(heading => heading.Level == 2).Select(heading => heading.Source)]), .. Next(notebook, folder)];
    }

    private static IEnumerable<string> Levels(IReadOnlyList<Heading> headings)
    {
        if (headings.Count(heading => heading.Level == 1) != 1)
        {
            yield return "it has one title («# …») and no other heading of that level";
        }

        if (headings.Zip(headings.Skip(1)).Any(pair => pair.Second.Level > pair.First.Level + 1))
        {
            yield return "its headings go down one level at a time";
        }
    }

    private static IEnumerable<string> Opening(NotebookDocument notebook)
    {
        if (notebook.Cells is not [{ Type: CellType.Markdown } first, ..] || !first.Source.StartsWith("# ", StringComparison.Ordinal))
        {
            yield return "it starts with a markdown cell whose first line is the title («# …»)";
        }
        else if (!first.Source.Split('\n').Skip(1).Any(line => !string.IsNullOrWhiteSpace(line)))
        {
            yield return "the cell with the title says the answer in a sentence";
        }
    }

    private static IEnumerable<string> Order(List<string> headings)
    {
        var places = Sections.Select(section => headings.IndexOf(section)).ToList();
        foreach (var missing in Sections.Where((_, i) => places[i] < 0))
        {
            yield return $"it has a section «## {missing}»";
        }

        var found = places.Where(place => place >= 0).ToList();
        if (!found.SequenceEqual(found.Order()))
        {
            yield return "its sections stand in the order " + string.Join(", ", Sections.Select(section => $"«{section}»"));
        }
        else if (found.Count == Sections.Length && (places[0] > 0 || places[^1] < headings.Count - 1))
        {
            yield return $"it begins with «{Sections[0]}» and ends with «{Sections[^1]}»";
        }
    }

    private static IEnumerable<string> Next(NotebookDocument notebook, string folder)
    {
        var next = notebook.Cells is [.., { Type: CellType.Markdown } last] ? Link().Match(last.Source) : Match.Empty;
        if (!next.Success || !File.Exists(Path.Combine(folder, next.Groups[1].Value)))
        {
            yield return "its last cell is a link to the next notebook, which exists";
        }
    }

    [GeneratedRegex(@"\]\(([\w.-]+\.ipynb)\)")]
    private static partial Regex Link();
}
