namespace Barometer.Cli.Checking;

/// <summary>Headings stand in order: one title, no level skipped on the way down, and each with its English.</summary>
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

        if (Markdown.Headings(notebook).Any(heading => !HeadingText.IsTranslated(heading.Text)))
        {
            yield return "its headings have their English in a comment behind them («## Svarene <!-- en: The answers -->»)";
        }
    }
}
