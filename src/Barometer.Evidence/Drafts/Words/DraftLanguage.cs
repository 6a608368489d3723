using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Words;

/// <summary>Which of the two languages a text is in, by its smallest words.</summary>
internal static partial class DraftLanguage
{
    private static readonly HashSet<string> Norwegian = new(StringComparer.OrdinalIgnoreCase) { "og", "er", "av", "som", "for", "på", "med", "til", "det", "den", "har", "ikke", "om", "fra", "at", "en", "et", "de", "i", "prosent", "enn", "mens", "var", "blant", "ein", "eit", "dei", "ikkje", "frå", "medan" };
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "and", "is", "of", "that", "for", "on", "with", "to", "the", "has", "not", "from", "a", "an", "in", "per", "cent", "percent", "than", "while", "was", "were", "among", "are", "have", "by" };

    /// <summary>The language; Norwegian where nothing tells.</summary>
    public static Language Of(string text) => Lead(text) < 0 ? Language.En : Language.Nb;

    /// <summary>That of a sentence, when it is long enough to tell; else that of its text.</summary>
    public static Language Of(string sentence, Language whole) => Lead(sentence) switch { >= 2 => Language.Nb, <= -2 => Language.En, _ => whole };

    // How many more of the words are Norwegian than English.
    private static int Lead(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        return words.Count(Norwegian.Contains) - words.Count(English.Contains);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
