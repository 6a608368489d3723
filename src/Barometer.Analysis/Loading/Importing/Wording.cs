using System.Text;

namespace Barometer.Analysis.Loading.Importing;

/// <summary>Compares texts as people write them: whatever the capitals, the dashes, quotation marks and blanks.</summary>
internal static class Wording
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

    /// <summary>How much of two keys is the same, from 0 to 1.</summary>
    public static double Likeness(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? 0 : 1 - (NearNames.Distance(one, other) / (double)Math.Max(one.Length, other.Length));

    /// <summary>What is told of words that the reader looks up by their key: those that several have are left out.</summary>
    /// <param name="words">Keys with what they stand for.</param>
    public static Dictionary<string, T> Unique<T>(IEnumerable<(string Key, T Of)> words) => words
        .Where(word => word.Key.Length > 0)
        .Distinct()
        .GroupBy(word => word.Key, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Of, StringComparer.Ordinal);
}
