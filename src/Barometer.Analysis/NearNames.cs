namespace Barometer.Analysis;

/// <summary>Says which names there are to whoever asked for another: the nearest first, and the one that was likely meant.</summary>
internal static class NearNames
{
    private const int Most = 8;

    /// <summary>So many letters of a title say which is meant.</summary>
    private const int Telling = 4;

    /// <summary>What to advise where nothing is near to a variable's name.</summary>
    public const string VariablesHint = "barometer.Variables(\"…\") lists them";

    /// <summary>«one of innovated, …», the nearest first.</summary>
    public static string Expected(IEnumerable<string> names, string asked) => "one of " + string.Join(", ", Sorted(names, asked).Take(Most));

    /// <summary>«did you mean «innovated»?», or null when no name is near.</summary>
    public static string? Hint(IEnumerable<string> names, string asked) =>
        Sorted(names, asked).FirstOrDefault() is { } nearest && Distance(nearest, asked) <= Math.Max(1, asked.Length / 3)
            ? $"did you mean «{nearest}»?"
            : null;

    /// <summary>The same of what has titles, too: «one of evaluated (Evaluering), …».</summary>
    public static string Expected(IReadOnlyList<Called> names, string asked) => "one of " + string.Join(", ", Sorted(names, asked).Take(Most));

    /// <summary>The same of what has titles, too: the name or a title is near to what was asked, or holds it.</summary>
    public static string? Hint(IReadOnlyList<Called> names, string asked) =>
        Sorted(names, asked).FirstOrDefault() is { } nearest && nearest.Words.Any(word => Distance(word, asked) <= Math.Max(1, asked.Length / 3) || Holds(word, asked))
            ? $"did you mean «{nearest.Name}»{(nearest.Title.Nb == nearest.Name ? "" : $" ({nearest.Title.Nb})")}?"
            : null;

    /// <summary>The name of the one that is called so, by its name or a title, whatever the capitals.</summary>
    /// <param name="asked">What it was called.</param>
    /// <param name="all">What there is.</param>
    /// <param name="missing">What to say when nothing is called so.</param>
    /// <param name="kind">What they are, as «variable».</param>
    /// <param name="hint">What to advise when nothing is near.</param>
    /// <exception cref="BarometerException">Nothing is called so, or several are.</exception>
    public static string Meant(string asked, IReadOnlyList<Called> all, string missing, string kind, string? hint = null)
    {
        var same = all.Where(one => one.IsCalled(asked)).ToList();
        return same switch
        {
            [var only] => only.Name,
            [] => throw new BarometerException(new Problem(missing, Expected: Expected(all, asked), Hint: Hint(all, asked) ?? hint)),
            _ => throw new BarometerException(new Problem(
                $"«{asked}» is what more than one {kind} is called", Expected: "one of " + string.Join(", ", same.Select(one => one.Name)), Hint: $"name it in its own words: \"{same[0].Name}\"")),
        };
    }

    /// <summary>To who writes several in one text, as formulas do: «several variables are a list: ["a", "b"]»; null where the text isn't made of names.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="all">What there is.</param>
    /// <param name="brackets">Whether a list is written in brackets; else they are arguments one after the other.</param>
    public static string? ListHint(string asked, IReadOnlyList<Called> all, bool brackets = true)
    {
        var parts = asked.Split([',', '+', '*', ';', '|', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var list = string.Join(", ", parts.Select(part => $"\"{part}\""));
        return parts.Length > 1 && parts.All(part => all.Any(one => one.IsCalled(part))) ? $"several variables are {(brackets ? $"a list: [{list}]" : $"named one by one: {list}")}" : null;
    }

    /// <summary>The first of them with their titles: «yes (Ja), no (Nei)».</summary>
    public static string List(IReadOnlyList<Called> names) => string.Join(", ", names.Take(Most)) + (names.Count > Most ? ", …" : "");

    private static IEnumerable<Called> Sorted(IReadOnlyList<Called> names, string asked) =>
        names.OrderBy(name => name.Words.Min(word => Holds(word, asked) ? 1 : Distance(word, asked))).ThenBy(name => name.Words.Min(word => Distance(word, asked)));

    // The first two thirds, so that «evaluert» finds «Evaluering».
    private static bool Holds(string word, string asked) =>
        asked.Trim() is { Length: >= Telling } text && word.Contains(text[..Math.Max(Telling, (text.Length * 2 / 3) + 1)], StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Sorted(IEnumerable<string> names, string asked) => names.OrderBy(name => Distance(name, asked));

    /// <summary>Levenshtein’s distance, blind to capitals.</summary>
    internal static int Distance(string a, string b)
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

/// <summary>What has a name of its own and a title in both languages.</summary>
/// <param name="Name">The name or code.</param>
/// <param name="Title">The title or label.</param>
internal sealed record Called(string Name, LocalizedText Title)
{
    /// <summary>All that it may be called.</summary>
    public IReadOnlyList<string> Words => [Name, Title.Nb, Title.En];

    /// <summary>Whether it may be called so, whatever the capitals.</summary>
    public bool IsCalled(string asked) => Words.Any(word => string.Equals(word, asked.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>«evaluated (Evaluering)»; the name alone where it has no title.</summary>
    public override string ToString() => Title.Nb == Name ? Name : $"{Name} ({Title.Nb})";
}
