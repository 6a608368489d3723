using System.Globalization;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>The forms in which text files write days and moments. A set of them is a number with a bit for each.</summary>
internal static class DateForms
{
    // Name, and how it is read: with or without a zero before a single digit.
    private static readonly (string Name, string Day)[] Forms =
    [
        ("dd.MM.yyyy", "d.M.yyyy"),
        ("yyyy-MM-dd", "yyyy-M-d"),
        ("dd/MM/yyyy", "d/M/yyyy"),
        ("MM/dd/yyyy", "M/d/yyyy"),
        ("dd-MM-yyyy", "d-M-yyyy"),
        ("yyyy/MM/dd", "yyyy/M/d"),
    ];

    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFF"];
    private static readonly string[][] Readings = [.. Forms.Select(form => (string[])[form.Day, .. Clocks.SelectMany(clock => new[] { $"{form.Day} {clock}", $"{form.Day}'T'{clock}" })])];

    /// <summary>The set of all forms.</summary>
    public static int All => (1 << Forms.Length) - 1;

    /// <summary>The forms of a set, by name.</summary>
    public static IEnumerable<string> Names(int set) => Forms.Where((_, i) => (set & (1 << i)) != 0).Select(form => form.Name);

    /// <summary>The set of one form; empty when there is none of that name.</summary>
    public static int Named(string name) => Array.FindIndex(Forms, form => form.Name == name) is >= 0 and var at ? 1 << at : 0;

    /// <summary>Those forms of a set in which the text is a day or moment.</summary>
    public static int Fitting(ReadOnlySpan<char> text, int set)
    {
        if (text.Length is < 8 or > 26 || !char.IsAsciiDigit(text[0]))
        {
            return 0;
        }

        var fitting = 0;
        for (var i = 0; i < Forms.Length; i++)
        {
            if ((set & (1 << i)) != 0 && DateTime.TryParseExact(text, Readings[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                fitting |= 1 << i;
            }
        }

        return fitting;
    }

    /// <summary>The moment that a text says in the first form of the set; null when it says none.</summary>
    public static DateTime? Read(ReadOnlySpan<char> text, int set) =>
        DateTime.TryParseExact(text, Readings[int.TrailingZeroCount(set)], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
