using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Barometer.Cli.Site;

/// <summary>
/// A notebook's markdown as HTML. Lines in italics are the English version of what stands before them: they become
/// paragraphs of their own, marked with their language, so that a reader can choose one and a screen reader speaks it.
/// </summary>
internal static partial class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>The HTML; links to notebooks lead to their pages, and links into the repository to its files.</summary>
    public static string Of(string markdown)
    {
        var document = Markdown.Parse(Comment().Replace(markdown, ""), Pipeline);
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            SplitLanguages(paragraph);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Address(link.Url ?? "");
        }

        return document.ToHtml(Pipeline);
    }

    private static void SplitLanguages(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstOrDefault(IsEnglish) is not EmphasisInline english || paragraph.Parent is not { } parent)
        {
            return;
        }

        var translation = new ParagraphBlock { Inline = new ContainerInline() };
        for (Inline? inline = english; inline is not null;)
        {
            var next = inline.NextSibling;
            inline.Remove();
            translation.Inline.AppendChild(inline);
            inline = next;
        }

        Mark(translation, "en");
        parent.Insert(parent.IndexOf(paragraph) + 1, translation);
        if (paragraph.Inline.FirstChild is null)
        {
            parent.Remove(paragraph);
            return;
        }

        (paragraph.Inline.LastChild as LineBreakInline)?.Remove();
        Mark(paragraph, "nb");
    }

    /// <summary>A whole line, or all lines to the end, in italics.</summary>
    private static bool IsEnglish(Inline inline) =>
        inline is EmphasisInline { DelimiterCount: 1, NextSibling: null } && inline.PreviousSibling is null or LineBreakInline;

    private static void Mark(ParagraphBlock paragraph, string language)
    {
        paragraph.GetAttributes().AddClass(language);
        paragraph.GetAttributes().AddProperty("lang", language);
    }

    private static string Address(string url) => NotebookLink().Match(url) is { Success: true } notebook
        ? notebook.Groups[1].Value + ".html"
        : url.StartsWith("../", StringComparison.Ordinal) ? "../" + url : url;

    [GeneratedRegex(@"^([\w.-]+)\.ipynb$")]
    private static partial Regex NotebookLink();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
