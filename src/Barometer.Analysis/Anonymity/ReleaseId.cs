namespace Barometer.Analysis.Anonymity;

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
