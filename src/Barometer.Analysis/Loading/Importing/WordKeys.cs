using System.Text;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>Compares texts as people write them: whatever the capitals, the dashes, quotation marks and blanks.</summary>
internal static class WordKeys
{
    /// <summary>The letters and digits of a text in lower case, one blank where anything else stands between them.</summary>
    public static string Key(string? text)
    {
        var key = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>The keys of both languages of a text.</summary>
    public static IEnumerable<string> Keys(LocalizedText? text) =>
        text is null ? [] : new[] { Key(text.Nb), Key(text.En) }.Where(key => key.Length > 0).Distinct();

    // Questions of a battery differ in their ends; comparing all of them would take long.
    private const int Compared = 64;
    private const double Hopeless = 0.5;

    /// <summary>How much of two keys is the same, from 0 to 1; 0 where one is more than twice as long.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (one[^Math.Min(Compared, one.Length)..], other[^Math.Min(Compared, other.Length)..]);
        var longest = Math.Max(a.Length, b.Length);
        return Math.Min(a.Length, b.Length) <= longest * Hopeless ? 0 : 1 - (NearNames.Distance(a, b) / (double)longest);
    }

    /// <summary>What is told of words that the reader looks up by their key: those that several have are left out.</summary>
    /// <param name="words">Keys with what they stand for.</param>
    public static Dictionary<string, T> Unique<T>(IEnumerable<(string Key, T Of)> words) => words
        .Where(word => word.Key.Length > 0)
        .Distinct()
        .GroupBy(word => word.Key, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Of, StringComparer.Ordinal);
}
