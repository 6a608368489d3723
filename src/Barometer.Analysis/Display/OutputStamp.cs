namespace Barometer.Analysis.Display;

/// <summary>
/// What an output says of itself when a notebook may store it: «release» and the release's name, or what else it is. Whoever
/// stores notebooks asks the object for it, keeps a digest of the forms beside it in a register, and lets nothing without one
/// be stored.
/// </summary>
internal static class OutputStamp
{
    /// <summary>A notice in the place of something that isn't shown, or public facts about a survey.</summary>
    public const string Notice = "notice";

    /// <summary>Released numbers, and those that others have published.</summary>
    /// <param name="id">The name of the table or figure.</param>
    /// <param name="ledger">The releases on the ledger that it shows numbers of, as <c>id@digest</c>, parted by spaces; or empty.</param>
    public static string Release(string id, string ledger = "") => ledger.Length > 0 ? $"release {id}: {ledger}" : $"release {id}";
}
