using System.Text.Json;

namespace Barometer.Analysis.Display;

/// <summary>
/// What an output says of itself when a notebook may store it: a JSON string among its forms, «release» and the release's
/// name, or what else it is. The command line takes it out, keeps a digest of the forms beside it in a register, and lets
/// nothing without one be stored.
/// </summary>
public static class OutputStamp
{
    /// <summary>The media type of the stamp.</summary>
    public const string MediaType = "application/vnd.barometer.stamp+json";

    /// <summary>A notice in the place of something that isn't shown, or public facts about a survey.</summary>
    internal const string Notice = "notice";

    /// <summary>Released numbers, and those that others have published.</summary>
    /// <param name="id">The name of the table or figure.</param>
    /// <param name="ledger">The releases on the ledger that it shows numbers of, as <c>id@digest</c>, parted by spaces; or empty.</param>
    internal static string Release(string id, string ledger = "") => ledger.Length > 0 ? $"release {id}: {ledger}" : $"release {id}";

    /// <summary>The forms of an output, with the stamp.</summary>
    internal static IReadOnlyDictionary<string, string> On(IReadOnlyDictionary<string, string> forms, string stamp) =>
        new Dictionary<string, string>(forms, StringComparer.Ordinal) { [MediaType] = JsonSerializer.Serialize(stamp) };
}
