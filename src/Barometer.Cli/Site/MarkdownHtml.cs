using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Barometer.Cli.Site;

/// <summary>
/// A notebook's markdown as HTML in one language. Lines in italics are the English version of everything before them, back
/// to the last heading or the last such lines; what has no English version is shown in both languages.
/// </summary>
internal static partial class MarkdownHtml
{
    private const string Next = "Neste notatbok / next:";
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>The HTML; links to notebooks lead to their pages, and links into the repository to its files.</summary>
    public static string Of(string markdown, Language language)
    {
        var headed = HeadingLine().Replace(markdown, heading => $"{heading.Groups[1].Value} {Heading.Text(heading.Groups[2].Value).In(language)}");
        var text = Comment().Replace(headed, "").Replace(Next, language == Language.En ? "Next notebook:" : "Neste notatbok:", StringComparison.Ordinal);
        var document = Markdown.Parse(text, Pipeline);
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            SplitLanguages(paragraph);
        }

        foreach (var container in document.Descendants<QuoteBlock>().Prepend<ContainerBlock>(document).ToList())
        {
            Keep(container, language);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Address(link.Url ?? "", language);
        }

        return document.ToHtml(Pipeline);
    }

    private static void SplitLanguages(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstOrDefault(IsEnglish) is not EmphasisInline english || paragraph.Parent is not { } parent)
        {
            return;
        }

        var translation = new EnglishBlock { Inline = new ContainerInline() };
        while (english.FirstChild is { } inline)
        {
            inline.Remove();
            translation.Inline.AppendChild(inline);
        }

        english.Remove();
        parent.Insert(parent.IndexOf(paragraph) + 1, translation);
        if (paragraph.Inline.FirstChild is null)
        {
            parent.Remove(paragraph);
            return;
        }

        (paragraph.Inline.LastChild as LineBreakInline)?.Remove();
    }

    /// <summary>A whole line, or all lines to the end, in italics.</summary>
    private static bool IsEnglish(Inline inline) =>
        inline is EmphasisInline { DelimiterCount: 1, NextSibling: null } && inline.PreviousSibling is null or LineBreakInline;

    // What an English paragraph translates goes from the English text; the English paragraph goes from the Norwegian one.
    private static void Keep(ContainerBlock container, Language language)
    {
        var translated = new List<Block>();
        foreach (var block in container.ToList())
        {
            switch (block)
            {
                case EnglishBlock when language == Language.Nb:
                    container.Remove(block);
                    break;
                case EnglishBlock:
                    translated.ForEach(one => container.Remove(one));
                    translated.Clear();
                    break;
                case HeadingBlock or QuoteBlock:
                    translated.Clear();
                    break;
                default:
                    translated.Add(block);
                    break;
            }
        }
    }

    private static string Address(string url, Language language) => NotebookLink().Match(url) is { Success: true } notebook
        ? PageAddress.OfNotebook(notebook.Groups[1].Value).Name(language)
        : url.StartsWith("../", StringComparison.Ordinal) ? "../" + url : url;

    [GeneratedRegex(@"^([\w.-]+)\.ipynb$")]
    private static partial Regex NotebookLink();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(#{1,6})[ \t]+(.+?)[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    private sealed class EnglishBlock : ParagraphBlock;
}
