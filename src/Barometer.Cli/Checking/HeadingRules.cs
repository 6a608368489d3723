using Barometer.Notebooks.Documents;

namespace Barometer.Cli.Checking;

/// <summary>Headings stand in order: one title, and no level is skipped on the way down.</summary>
internal static class HeadingRules
{
    /// <summary>What is wrong with the headings.</summary>
    public static IEnumerable<string> Check(NotebookDocument notebook)
    {
        var levels = Markdown.Headings(notebook).Select(heading => heading.Level).ToList();
        if (levels.Count(level => level == 1) != 1)
        {
            yield return "it has one title («# …») and no other heading of that level";
        }

        if (levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1))
        {
            yield return "its headings go down one level at a time";
        }
    }
}
