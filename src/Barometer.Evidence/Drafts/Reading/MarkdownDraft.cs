using System.Net;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Reading;

/// <summary>
/// Reads a draft in Markdown: headings, paragraphs, lists, quotes, pipe tables and footnotes. A comment after a number names it, as in
/// <c>85,0&lt;!-- evidence/headlines/innovated=yes:1 --&gt;</c>; code isn't read.
/// </summary>
internal static partial class MarkdownDraft
{
    /// <summary>The blocks of a text.</summary>
    public static IReadOnlyList<DraftBlock> Read(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        List<DraftBlock> blocks = [];
        List<string> open = [];
        var (kind, table, isCode, isRow) = (BlockKind.Paragraph, 0, false, false);
        for (var i = FrontMatter(lines, blocks); i < lines.Length; i++)
        {
            var line = lines[i];
            if (Fence().IsMatch(line))
            {
                Flush();
                isCode = !isCode;
            }
            else if (isCode)
            {
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                Flush();
                isRow = false;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                Flush();
                Add(heading.Groups["text"].Value, BlockKind.Heading, heading.Groups["level"].Length);
            }
            else if (open.Count > 0 && kind == BlockKind.Paragraph && Underline().IsMatch(line))
            {
                Add(string.Join(' ', open), BlockKind.Heading, line.TrimStart()[0] == '=' ? 1 : 2);
                open.Clear();
            }
            else if (Rule().IsMatch(line))
            {
                Flush();
            }
            else if (line.TrimStart().StartsWith('|') || (line.Contains('|', StringComparison.Ordinal) && (isRow || (i + 1 < lines.Length && Divider().IsMatch(lines[i + 1])))))
            {
                Flush();
                table += isRow ? 0 : 1;
                isRow = true;
                AddRow(line, table);
            }
            else
            {
                isRow = false;
                Take(line);
            }
        }

        Flush();
        return blocks;

        void Take(string line)
        {
            var bare = Quote().Replace(line, "");
            if (Note().Match(bare) is { Success: true } note)
            {
                Flush();
                (kind, bare) = (BlockKind.Note, note.Groups["text"].Value);
            }
            else if (Item().Match(bare) is { Success: true } item)
            {
                Flush();
                (kind, bare) = (BlockKind.Item, item.Groups["text"].Value);
            }

            open.Add(bare.Trim());
        }

        void Flush()
        {
            if (open.Count > 0)
            {
                var whole = string.Join(' ', open);
                Add(whole, kind == BlockKind.Paragraph && Caption().IsMatch(whole.TrimStart('*', '_', ' ')) ? BlockKind.Caption : kind, 0);
                open.Clear();
            }

            kind = BlockKind.Paragraph;
        }

        void Add(string markdown, BlockKind of, int level)
        {
            var inline = Inline(markdown);
            if (inline.Block(of, level) is { } block)
            {
                blocks.Add(block);
            }
        }

        void AddRow(string line, int of)
        {
            if (Divider().IsMatch(line))
            {
                return;
            }

            var cells = CellEdge().Split(line.Trim().Trim('|')).Select(cell => Inline(cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))).ToList();
            blocks.Add(BlockText.Row(cells, of));
        }
    }

    // What stands between lines of dashes at the top: only the title is text.
    private static int FrontMatter(string[] lines, List<DraftBlock> blocks)
    {
        var end = lines.Length > 0 && lines[0].Trim() == "---" ? Array.FindIndex(lines, 1, line => line.Trim() is "---" or "...") : -1;
        foreach (var line in end < 0 ? [] : lines[1..end])
        {
            if (Title().Match(line) is { Success: true } title)
            {
                blocks.Add(new DraftBlock(BlockKind.Heading, title.Groups["text"].Value.Trim('"', '\'', ' ')));
            }
        }

        return end + 1;
    }

    /// <summary>The text of a line without its markup.</summary>
    private static BlockText Inline(string markdown)
    {
        var text = new BlockText();
        var at = 0;
        foreach (Match token in Token().Matches(markdown))
        {
            text.Add(WebUtility.HtmlDecode(markdown[at..token.Index]));
            at = token.Index + token.Length;
            if (token.Groups["comment"].Success)
            {
                text.Mark(text.Length, text.Length, token.Groups["comment"].Value);
            }
            else if (token.Groups["link"].Success)
            {
                var start = text.Length;
                text.Add(Inline(token.Groups["link"].Value).Text);
                text.Mark(start, text.Length, token.Groups["url"].Value.TrimStart('#'));
            }
            else if (token.Groups["escaped"].Success)
            {
                text.Add(token.Groups["escaped"].Value);
            }
            else if (token.Groups["code"].Success)
            {
                text.Add(token.Groups["code"].Value);
            }
        }

        text.Add(WebUtility.HtmlDecode(markdown[at..]));
        return text;
    }

    [GeneratedRegex(@"<!--(?<comment>.*?)-->|!\[[^\]]*\]\([^)]*\)|\[\^[^\]]+\]|\[(?<link>[^\]]+)\]\((?<url>[^)\s]*)[^)]*\)|\\(?<escaped>[\\`*_{}\[\]()#+.!|<>~-])|`+(?<code>[^`]+)`+|</?[A-Za-z][^>]*>|\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|\\$")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6})\s+(?<text>.*?)\s*#*\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}(?:=+|-{2,})\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*(?:```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")]
    private static partial Regex Divider();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEdge();

    [GeneratedRegex(@"^\s{0,3}(?:>\s?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s{0,3}\[\^[^\]]+\]:\s*(?<text>.*)$")]
    private static partial Regex Note();

    [GeneratedRegex(@"^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?<text>.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:Figur|Figure|Tabell|Table)\s+\d")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^title:\s*(?<text>.+)$")]
    private static partial Regex Title();
}
