using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Prose;

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

    /// <summary>Whether the number is no result at all: a confidence level, a label, an example.</summary>
    public bool IsNoResult => Id.Length == 0;

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
