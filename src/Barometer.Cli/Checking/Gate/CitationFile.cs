using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary><c>CITATION.cff</c>: who cites the numbers names the edition they are of.</summary>
internal static class CitationFile
{
    /// <summary>Its path in the repository.</summary>
    public const string Name = "CITATION.cff";

    private static readonly string[] Keys = ["version:", "commit:", "date-released:"];

    /// <summary>Whether it names an edition.</summary>
    public static bool Names(string text, Edition edition) => Lines(edition).All(line => text.Split('\n').Contains(line));

    /// <summary>The text with the edition in it: its number as the version, its date and the commit.</summary>
    public static string Write(string text, Edition edition)
    {
        var lines = text.TrimEnd('\n').Split('\n').Where(line => !Keys.Any(key => line.StartsWith(key, StringComparison.Ordinal))).ToList();
        var at = lines.FindIndex(line => line.StartsWith("type:", StringComparison.Ordinal)) + 1;
        lines.InsertRange(at, Lines(edition));
        return new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
    }

    private static string[] Lines(Edition edition) =>
        [FormattableString.Invariant($"version: \"edition {edition.Number}\""), $"commit: {edition.Commit}", $"date-released: \"{edition.Told}\""];
}
