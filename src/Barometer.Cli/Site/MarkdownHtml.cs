using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Barometer.Cli.Site;

/// <summary>
/// Markdown as HTML: of a notebook's cell in one of its languages, or of a document, with links that lead to a place in the site.
/// </summary>
internal static partial class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>The HTML of a notebook's cell.</summary>
    /// <param name="markdown">Its text.</param>
    /// <param name="language">The language.</param>
    /// <param name="links">Where links lead; null to leave them as they are.</param>
    /// <param name="folder">The folder of the file that has it, in the repository.</param>
    public static string Of(string markdown, Language language, SiteLinks? links = null, string folder = "notebooks")
    {
        var text = Next().Replace(Comment().Replace(markdown, ""), language == Language.En ? "Next notebook:" : "Neste notatbok:");
        text = Back().Replace(text, language == Language.En ? "Back to the start:" : "Tilbake til start:");
        var document = Markdown.Parse(text, Pipeline);
        Lead(document, links, folder, language);
        return document.ToHtml(Pipeline);
    }

    /// <summary>The HTML of a document of the repository: in one language, as it is written.</summary>
    /// <param name="markdown">Its text.</param>
    /// <param name="folder">The folder it lies in.</param>
    /// <param name="links">Where links lead.</param>
    public static string OfDocument(string markdown, string folder, SiteLinks links)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        Lead(document, links, folder, Language.En);
        return document.ToHtml(Pipeline)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal).Replace("<th style", "<th scope=\"col\" style", StringComparison.Ordinal)
            .Replace("<table>", "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>", StringComparison.Ordinal)
            .Replace("</table>", "</table>\n</div>", StringComparison.Ordinal);
    }

    // A link that says a file's name says the title instead; one that leads nowhere, and a picture, leave their words.
    private static void Lead(MarkdownDocument document, SiteLinks? links, string folder, Language language)
    {
        if (links is null)
        {
            return;
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var (address, name) = link.IsImage ? (null, null) : links.Find(link.Url ?? "", folder, language);
            if (address is null)
            {
                while (link.LastChild is { } inline)
                {
                    inline.Remove();
                    link.InsertAfter(inline);
                }

                link.Remove();
                continue;
            }

            var written = link.FirstChild is LiteralInline { NextSibling: null } text ? text.Content.ToString() : "";
            if (name is not null && written.Length > 0 && Path.GetFileNameWithoutExtension(link.Url!.Split('#')[0]) is var file && (written == file || written == file + Path.GetExtension(link.Url) || written == $"docs/{file}.md"))
            {
                link.Clear();
                link.AppendChild(new LiteralInline(name));
            }

            link.Url = address;
        }
    }

    // The last cell is a link, and has no English of its own.
    [GeneratedRegex("^Neste notatbok:")]
    private static partial Regex Next();

    [GeneratedRegex("^Tilbake til start:")]
    private static partial Regex Back();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
