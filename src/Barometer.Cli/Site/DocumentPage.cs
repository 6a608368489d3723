using System.Text.RegularExpressions;

namespace Barometer.Cli.Site;

/// <summary>A document of the repository as a page, in the language it is written in, which is English.</summary>
/// <param name="path">Its path in the repository.</param>
/// <param name="site">What the site is called.</param>
/// <param name="links">Where its links lead.</param>
internal sealed partial class DocumentPage(string path, LocalizedText site, SiteLinks links)
{
    /// <summary>The page.</summary>
    public string Write()
    {
        var html = MarkdownHtml.OfDocument(links.TextOf(path), Path.GetDirectoryName(path)!.Replace('\\', '/'), links);
        var title = Title().Match(html) is { Success: true } heading ? Tag().Replace(heading.Groups[1].Value, "") : path;
        return new PageLayout(SiteLinks.PageOf(path), site, Language.En) { IsAlone = true, Beside = NotebookNavigation.Contents(html, Language.En) }
            .Page(System.Net.WebUtility.HtmlDecode(title), html);
    }

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
