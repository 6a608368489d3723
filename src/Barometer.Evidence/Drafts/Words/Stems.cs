namespace Barometer.Evidence.Drafts.Words;

/// <summary>
/// Words without their endings, so that «evaluert», «evaluering» and «evalueringen» are one. The endings are cut until none is left; what is cut
/// too much is cut alike in the draft and in the labels, so that only words that differ in meaning and not in stem would be confused.
/// </summary>
internal static class Stems
{
    private const int Shortest = 3;

    private static readonly string[] Nb =
    [
        "hetenes", "hetene", "hetens", "heten", "heter", "elsene", "elsen", "elser", "else", "ingenes", "ingene", "ingens", "ingen", "inger", "ings", "ing", "erende", "ende", "ernes", "erne", "eren", "erte", "erer", "ere", "ert", "enes", "ene", "ens", "ets", "ers",
        "ede", "edes", "dde", "ane", "tte", "te", "en", "et", "er", "es", "de", "ne", "as", "dt", "a", "e", "s", "t",
    ];

    private static readonly string[] En =
    [
        "isations", "isation", "izations", "ization", "ations", "ation", "ators", "ator", "ities", "ments", "ment", "ingly", "ings", "ing", "ions", "ion", "ives", "ive", "ates", "ated", "ate", "ies", "ied", "ers", "er", "ity", "ed", "es", "ly", "s", "e", "y",
    ];

    /// <summary>The stem of a word in small letters.</summary>
    public static string Of(string word, Language language)
    {
        var endings = language == Language.En ? En : Nb;
        while (endings.FirstOrDefault(one => word.Length - one.Length >= Shortest && word.EndsWith(one, StringComparison.Ordinal)) is { } ending)
        {
            word = word[..^ending.Length];
        }

        // «innovasjon» and «inovasjon», «committed» and «commit»: a doubled consonant counts once at the end.
        return word.Length > Shortest && word[^1] == word[^2] ? word[..^1] : word;
    }
}
