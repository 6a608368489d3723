using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>A number in a notebook's own prose that says where it comes from, in a comment right after it: <c>85&lt;!-- NOS18-INN-A:0 --&gt;</c>.</summary>
/// <param name="Line">The line of the cell, from 1.</param>
/// <param name="Text">The number as written: «85», «33,6», «8 av 10», «60–65».</param>
/// <param name="Mark">What the comment says.</param>
internal sealed partial record ProseNumber(int Line, string Text, string Mark)
{
    private const string Digits = @"(\d{1,3}([\u00A0\u202F]\d{3})+|\d+)([.,]\d+)?";

    /// <summary>The marked numbers of a text, in their order.</summary>
    public static IEnumerable<ProseNumber> In(string markdown) =>
        from match in Marked().Matches(markdown)
        select new ProseNumber(1 + markdown.AsSpan(0, match.Index).Count('\n'), match.Groups["number"].Value, match.Groups["mark"].Value);

    /// <summary>The text with blanks in the place of its marked numbers.</summary>
    public static string Without(string markdown) => Marked().Replace(markdown, match => Blank(match.Value));

    /// <summary>As many blanks, on as many lines.</summary>
    public static string Blank(string text) => NotNewline().Replace(text, " ");

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.,#-])(?<number>\d+ (av|of) \d+|" + Digits + "–" + Digits + "|" + Digits + @")<!--\s*(?<mark>[^\s][^>]*?)\s*-->", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotNewline();
}

/// <summary>
/// Where a number in prose comes from: <c>id:decimals</c>; <c>id / id:decimals</c> for the percentage that one count is of
/// another; <c>id</c> alone for «8 av 10»; or <c>not a result</c> for a listed constant.
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

    /// <summary>Whether the number is no result at all: a confidence level, the example of a rounded statement.</summary>
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
