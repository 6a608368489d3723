using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>A notebook is read from the answer to how it was found, and then goes on to the next one.</summary>
internal static partial class OrderRules
{
    private static readonly string[] Sections =
        ["Spørsmålet", "Hvor tallene kommer fra", "Ta med deg", "Slik er tallet laget / How this number is made"];

    /// <summary>What is wrong with the order; links are looked up in <paramref name="folder"/>.</summary>
    public static IEnumerable<string> Check(NotebookDocument notebook, string folder)
    {
        if (notebook.Cells is not [{ Kind: CellKind.Markdown } first, ..] || !first.Source.StartsWith("# ", StringComparison.Ordinal))
        {
            yield return "it starts with a markdown cell whose first line is the title («# …»)";
        }
        else if (!first.Source.Split('\n').Skip(1).Any(line => !string.IsNullOrWhiteSpace(line)))
        {
            yield return "the cell with the title says the answer in a sentence";
        }

        var headings = Markdown.Headings(notebook).Where(heading => heading.Level == 2).Select(heading => heading.Text).ToList();
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

        var next = notebook.Cells is [.., { Kind: CellKind.Markdown } last] ? Link().Match(last.Source) : Match.Empty;
        if (!next.Success || !File.Exists(Path.Combine(folder, next.Groups[1].Value)))
        {
            yield return "its last cell is a link to the next notebook, which exists";
        }
    }

    [GeneratedRegex(@"\]\(([\w.-]+\.ipynb)\)")]
    private static partial Regex Link();
}
