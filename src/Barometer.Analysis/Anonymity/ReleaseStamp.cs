namespace Barometer.Analysis.Anonymity;

/// <summary>What a release says about itself: its name in the ledger and the rules it was made by.</summary>
/// <param name="Id">The release's id, for example <c>innovated-by-group</c>: lower-case words joined by hyphens.</param>
/// <param name="PolicyVersion">The version of the policy file that decided.</param>
/// <param name="Survey">The survey's id, or <c>published</c> for figures that others have published.</param>
/// <param name="IsSynthetic">Whether the answers behind it are synthetic.</param>
public sealed record ReleaseStamp(string Id, string PolicyVersion, string Survey, bool IsSynthetic)
{
    /// <summary>
    /// Every release on the ledger that stands under it, as <c>id@digest</c>, in order, parted by spaces: a table can show numbers
    /// of several. Empty for what no answer of ours is behind.
    /// </summary>
    public string Ledger { get; init; } = "";

    /// <summary>What an output with these numbers says of itself.</summary>
    internal string Output => OutputStamp.Release(Id, Ledger);

    /// <summary>The stamp of what also shows numbers of others.</summary>
    internal ReleaseStamp And(params IEnumerable<ReleaseStamp> others) => this with { Ledger = Union(others.Select(other => other.Ledger).Prepend(Ledger)) };

    /// <summary>Lists of releases taken together.</summary>
    internal static string Union(IEnumerable<string> ledgers) =>
        string.Join(' ', ledgers.SelectMany(ledger => ledger.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal));
}
