namespace Barometer.Analysis;

/// <summary>Says which names there are to whoever asked for another: the nearest first, and the one that was likely meant.</summary>
internal static class NearNames
{
    private const int Most = 8;

    /// <summary>«one of innovated, …», the nearest first.</summary>
    public static string Expected(IEnumerable<string> names, string asked) => "one of " + string.Join(", ", Sorted(names, asked).Take(Most));

    /// <summary>«did you mean «innovated»?», or null when no name is near.</summary>
    public static string? Hint(IEnumerable<string> names, string asked) =>
        Sorted(names, asked).FirstOrDefault() is { } nearest && Distance(nearest, asked) <= Math.Max(1, asked.Length / 3)
            ? $"did you mean «{nearest}»?"
            : null;

    private static IEnumerable<string> Sorted(IEnumerable<string> names, string asked) => names.OrderBy(name => Distance(name, asked));

    // Levenshtein's, blind to capitals.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (isSame ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[^1];
    }
}
