using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>A number in a notebook's own prose.</summary>
/// <param name="Line">The line of the cell, from 1.</param>
/// <param name="Text">The number as written: «85», «33,6», «8 av 10», «60–65».</param>
/// <param name="Mark">What the comment after it says, or null without one.</param>
internal sealed partial record ProseNumber(int Line, string Text, string? Mark)
{
    private const string Digits = @"(\d{1,3}([\u00A0\u202F]\d{3})+|\d+)([.,]\d+)?";

    /// <summary>
    /// The numbers in a markdown cell in their order, each with the mark that follows it. What isn't prose, or isn't a result,
    /// is passed over: code, links to files, HTML tags, the numbers of list items and reports («Meld. St. 30»), years, and
    /// digits within a word.
    /// </summary>
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

/// <summary>
/// Where a number in prose comes from: <c>id:decimals</c>; <c>id / id:decimals</c> for the percentage that one count is of
/// another; <c>id</c> alone for «8 av 10»; or <c>not a result</c>.
/// </summary>
/// <param name="Id">
/// A published figure (<c>NOS18-INN-A</c>), a number of the policy (<c>policy/minRespondents</c>), or a number of the
/// evidence pack (<c>evidence/headlines/innovated=yes</c>, with <c>#n</c>, <c>#lower</c> or <c>#upper</c> for its answers
/// or its interval's ends); empty for what is no result.
/// </param>
/// <param name="Of">The count it is divided by, or null.</param>
/// <param name="Decimals">The decimals it is written with; null for a fraction in words.</param>
internal sealed partial record ProseMark(string Id, string? Of, int? Decimals)
{
    private const string NotAResult = "not a result";
    private const string Evidence = "evidence/";

    /// <summary>Whether the number is no result at all: a confidence level, a label, an example.</summary>
    public bool IsNoResult => Id.Length == 0;

    /// <summary>The id and the part of a number of the evidence pack, <c>headlines/innovated=yes#n</c>; null for any other mark.</summary>
    public string? InEvidence => Id.StartsWith(Evidence, StringComparison.Ordinal) ? Id[Evidence.Length..] : null;

    /// <summary>Reads a mark; null when it is none.</summary>
    public static ProseMark? Parse(string text)
    {
        if (text == NotAResult)
        {
            return new ProseMark("", null, null);
        }

        var match = Form().Match(text);
        return !match.Success ? null : new ProseMark(
            match.Groups["id"].Value,
            match.Groups["of"].Success ? match.Groups["of"].Value : null,
            match.Groups["decimals"].Success ? int.Parse(match.Groups["decimals"].Value, CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"^(?<id>[^\s:]+)( / (?<of>[^\s:]+))?(:(?<decimals>[0-4]))?$")]
    private static partial Regex Form();
}
