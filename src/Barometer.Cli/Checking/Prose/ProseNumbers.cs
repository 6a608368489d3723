using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Prose;

/// <summary>
/// Finds the numbers in the prose of a markdown cell. What isn't prose, or isn't a result, is passed over: code, links to
/// files, HTML tags, the numbers of list items and reports («Meld. St. 30»), years, and digits within a word.
/// </summary>
internal static partial class ProseNumbers
{
    private const string Digits = @"(\d{1,3}([\u00A0\u202F]\d{3})+|\d+)([.,]\d+)?";

    /// <summary>The numbers in their order, each with the mark that follows it.</summary>
    public static IEnumerable<ProseNumber> In(string markdown)
    {
        var prose = NotProse().Replace(markdown, match => NotNewline().Replace(match.Value, " "));
        return
            from match in Number().Matches(prose)
            where match.Groups["number"].Success && !Year().IsMatch(match.Groups["number"].Value)
            let mark = match.Groups["mark"]
            select new ProseNumber(
                1 + prose.AsSpan(0, match.Index).Count('\n'), match.Groups["number"].Value, mark.Success ? mark.Value : null);
    }

    // A fence, code, an address or the target of a link, a link named after its file, a tag, a list number, a report's number.
    [GeneratedRegex(
        @"^ {0,3}(```+|~~~+).*?(^ {0,3}\1|\z)|`[^`\n]*`|\[\d\d-[\w-]+\]\([^)\n]*\)|(?<![\w-])\d\d-[a-z][\w-]*|(?<=\])\([^)\n]*\)|https?://\S+|<(sub|sup)>.*?</\3>|<(?!!--)[^>\n]*>|^\s*(\*\*)?\d+\.(?=\s)|Meld\. St\. \d+",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NotProse();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotNewline();

    [GeneratedRegex(
        @"<!--.*?-->|(?<![\p{L}\d_.,#-])(?<number>\d+ (av|of) \d+|" + Digits + "–" + Digits + "|" + Digits + @")(?![\d\p{L}])(<!--\s*(?<mark>.*?)\s*-->)?",
        RegexOptions.Singleline)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(19|20)\d\d(–(19|20)?\d\d)?$")]
    private static partial Regex Year();
}
