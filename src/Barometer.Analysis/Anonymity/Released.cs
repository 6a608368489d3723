namespace Barometer.Analysis.Anonymity;

/// <summary>
/// Content that disclosure control has made safe to publish. Tables, figures and exports take nothing else, and only a
/// release can make one: publishing something unsafe does not compile.
/// </summary>
/// <typeparam name="T">What was released.</typeparam>
public sealed class Released<T>
    where T : class
{
    internal Released(T content, ReleaseStamp stamp)
    {
        Content = content;
        Stamp = stamp;
    }

    /// <summary>The content, with everything that may not be seen taken out of it.</summary>
    public T Content { get; }

    /// <summary>The release's name and the rules it was made by.</summary>
    public ReleaseStamp Stamp { get; }

    /// <summary>The release's id and survey.</summary>
    public override string ToString() => $"{Stamp.Id} ({Stamp.Survey})";
}

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

/// <summary>The names of releases: lower-case words joined by hyphens, for example <c>innovated-by-group</c>.</summary>
internal static class ReleaseId
{
    private const int Longest = 80;

    /// <summary>Refuses a name that isn't one.</summary>
    /// <exception cref="BarometerException">The name isn't lower-case words joined by hyphens.</exception>
    public static void Check(string id)
    {
        if (IsValid(id))
        {
            return;
        }

        throw new BarometerException(new Problem(
            "A release's id isn't valid",
            Expected: $"lower-case words (a–z, 0–9) joined by single hyphens, {Longest} characters at most",
            Got: string.IsNullOrEmpty(id) ? "nothing" : $"«{id}»",
            Hint: "for example innovated-by-group"));
    }

    private static bool IsValid(string id) =>
        id is { Length: > 0 and <= Longest }
        && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && id[0] != '-' && id[^1] != '-'
        && !id.Contains("--", StringComparison.Ordinal);
}
