using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Gate;

/// <summary><c>CITATION.cff</c>: who cites the numbers names the edition they are of, beside the version of the code.</summary>
internal static partial class CitationFile
{
    /// <summary>Its path in the repository.</summary>
    public const string Name = "CITATION.cff";

    /// <summary>Whether it names an edition, its date and the commit it was made from.</summary>
    public static bool Names(string text, Edition edition)
    {
        var lines = text.Split('\n');
        return OfEdition(edition).All(lines.Contains) && lines.Any(line => Version().Match(line) is { Success: true } version && version.Groups["edition"].Value == Number(edition));
    }

    /// <summary>The text with the edition in it; the version of the code stays.</summary>
    public static string Write(string text, Edition edition)
    {
        var lines = text.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith("commit:", StringComparison.Ordinal) && !line.StartsWith("date-released:", StringComparison.Ordinal)).ToList();
        var at = lines.FindIndex(line => Version().IsMatch(line));
        var code = at < 0 ? "" : Version().Match(lines[at]).Groups["code"].Value + ", ";
        if (at >= 0)
        {
            lines.RemoveAt(at);
        }

        lines.InsertRange(Math.Max(at, 0), [$"version: \"{code}edition {Number(edition)}\"", .. OfEdition(edition)]);
        return string.Join('\n', lines) + "\n";
    }

    private static string[] OfEdition(Edition edition) => [$"commit: {edition.Commit}", $"date-released: \"{edition.Told}\""];

    private static string Number(Edition edition) => FormattableString.Invariant($"{edition.Number}");

    [GeneratedRegex("""^version: "?(?<code>\d[\w.-]*)?(?:,? ?edition (?<edition>\d+))?"?\s*\z""")]
    private static partial Regex Version();
}
