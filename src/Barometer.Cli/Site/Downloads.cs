using static Barometer.Cli.Site.SiteText;

namespace Barometer.Cli.Site;

/// <summary>The links to an exhibit's files.</summary>
internal static class Downloads
{
    private static readonly (string Ending, string Name)[] Pictures = [(".svg", "SVG"), (".png", "PNG"), (".pdf", "PDF")];
    private static readonly (string Ending, string Name)[] Tables =
        [(".xlsx", "Excel"), (".docx", "Word"), (".excel.csv", "CSV (;)"), (".csv", "CSV"), (".html", "HTML"), (".md", "Markdown"), (".tex", "LaTeX")];

    /// <summary>A paragraph of links, for a page in the folder of pages.</summary>
    public static string Of(Exhibit exhibit, Language language)
    {
        var form = exhibit.In(language);
        var files = form.Files.Where(file => !Path.GetFileNameWithoutExtension(file.Name).Contains("-untitled", StringComparison.Ordinal)).ToList();
        var tables = string.Join(", ", Links(Tables, files));
        if (!exhibit.IsFigure)
        {
            return $"<p class=\"downloads\">{Html(Download.In(language))}: {tables}</p>\n";
        }

        var untitled = Links(Pictures, [.. form.Files.Except(files)]);
        return $"<p class=\"downloads\">{Html(Download.In(language))}: {string.Join(", ", Links(Pictures, files))}; {Html(Untitled.In(language))}: {string.Join(", ", untitled)}. "
            + $"{Html(Numbers.In(language))}: {tables}</p>\n";
    }

    private static IEnumerable<string> Links((string Ending, string Name)[] kinds, IReadOnlyList<ArtifactContent> files) =>
        from kind in kinds
        let file = files.FirstOrDefault(file => IsOf(file, kind.Ending))
        where file is not null
        select $"<a href=\"../{Html(file.Name)}\">{kind.Name}</a>";

    private static bool IsOf(ArtifactContent file, string ending) => file.Name.EndsWith(ending, StringComparison.Ordinal)
        && (ending != ".csv" || !file.Name.EndsWith(".excel.csv", StringComparison.Ordinal));
}
