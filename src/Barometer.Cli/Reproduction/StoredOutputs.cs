using System.Text.RegularExpressions;

namespace Barometer.Cli.Reproduction;

/// <summary>Compares the outputs stored in notebooks with those of a fresh run.</summary>
internal static class StoredOutputs
{
    /// <summary>The notebooks whose file differs from the fresh run, each with the first cell that does.</summary>
    public static IReadOnlyList<string> FindStale(IEnumerable<NotebookOutcome> outcomes, Repository repository) =>
    [
        .. outcomes.Where(IsStale).Select(outcome => $"{repository.Tell(outcome.Result.Path)}: {FirstDifference(outcome)}"),
    ];

    private static bool IsStale(NotebookOutcome outcome) =>
        !PictureText.AreSame(File.ReadAllText(outcome.Result.Path), outcome.Result.Document.ToJson());

    private static string FirstDifference(NotebookOutcome outcome)
    {
        var stored = NotebookDocument.Read(outcome.Result.Path).Cells;
        var fresh = outcome.Result.Document.Cells;
        var differs = fresh.Zip(stored).FirstOrDefault(pair => !PictureText.AreSame(pair.Second.OutputText, pair.First.OutputText)).First;
        return differs is null
            ? "the file's form differs from a fresh run"
            : FormattableString.Invariant($"the stored output of cell {differs.Number} ({differs.Id}) differs from a fresh run");
    }
}

/// <summary>
/// A stored text, compared with a fresh one: every word as it stands, every picture by what it shows, since processors differ
/// in the last shade of an edge.
/// </summary>
internal static partial class PictureText
{
    /// <summary>Whether two notebooks, or two outputs, say and show the same.</summary>
    public static bool AreSame(string stored, string fresh) => stored == fresh
        || (Picture().Replace(stored, "") == Picture().Replace(fresh, "")
            && Pictures(stored).Zip(Pictures(fresh)).All(pair => AreSamePicture(pair.First, pair.Second)));

    // A text that was cut or edited need not be base64 any more: it is compared as it stands.
    private static bool AreSamePicture(string stored, string fresh) => stored == fresh
        || (Bytes(stored) is { } one && Bytes(fresh) is { } other && FigureFile.ShowSame(one, other));

    private static IEnumerable<string> Pictures(string json) => Picture().Matches(json).Select(match => match.Value);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex("(?<=\"image/png\": ?\")[A-Za-z0-9+/=]+(?=\")")]
    private static partial Regex Picture();
}
