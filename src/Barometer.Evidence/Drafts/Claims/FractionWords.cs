using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Claims;

/// <summary>Shares in words without «av»: «halvparten», «to tredeler», «tre fjerdedeler», «hver femte», «en kvart», “a third”, “two in five”, “every fourth”.</summary>
internal static class FractionWords
{
    /// <summary>A pattern of one, with named groups that <see cref="Of"/> reads.</summary>
    public const string Pattern =
        @"(?<![\p{L}\d-])(?:(?<half>halvparten(?! så)|halvdelen|en halvpart|half(?! as| the (?:share|number))(?! an hour))|(?<majority>(?:et |de )?(?:klart |stort )?flertall(?:et)?\b|de aller fleste|de fleste|a (?:clear |large |vast )?majority|the majority|most of the)|(?<minority>et mindretall|mindretallet|a minority)"
        + @"|hver(?:t)?\s(?<every>annen|andre|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende)\b|every\s(?<every>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
        + @"|(?:(?<k>" + Numerals.Letters + @"|\d+|a|an)[\s-])?(?<part>tredjedel|tredel|firedel|fjerdedel|femdel|femtedel|seksdel|sjettedel|sjudel|syvendedel|åttedel|åttendedel|nidel|tidel|tiendedel)(?:er|ar|en|ene)?(?![\p{L}\d])"
        + @"|(?<k>" + Numerals.Letters + @"|\d+|a|an)[\s-](?<part>kvart|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![\p{L}\d]))";

    private static readonly (string Begins, int Parts)[] Parts =
    [
        ("tre", 3), ("third", 3), ("fire", 4), ("fjerde", 4), ("kvart", 4), ("quarter", 4), ("fourth", 4), ("fem", 5), ("fifth", 5), ("seks", 6), ("sjette", 6), ("sixth", 6), ("sju", 7), ("syv", 7), ("seventh", 7), ("åtte", 8), ("eighth", 8), ("ni", 9), ("ninth", 9), ("ti", 10), ("tenth", 10), ("annen", 2), ("andre", 2), ("second", 2),
    ];

    /// <summary>The k and n that a match stands for; zeros when it is none. A majority is «over half», and told by <see cref="IsMajority"/>.</summary>
    public static (int Of, int Among) Of(Match match, Language language)
    {
        if (match.Groups["half"].Success || IsMajority(match) || match.Groups["minority"].Success)
        {
            return (1, 2);
        }

        if (match.Groups["every"].Success)
        {
            return (1, PartsOf(match.Groups["every"].Value));
        }

        var among = PartsOf(match.Groups["part"].Value);
        return !match.Groups["k"].Success || match.Groups["k"].Value is "a" or "an" ? (1, among) : ((int)(Numerals.Of(match.Groups["k"].Value, language)?.Value ?? 0), among);
    }

    /// <summary>Whether it is a majority, and so more than half.</summary>
    public static bool IsMajority(Match match) => match.Groups["majority"].Success;

    private static int PartsOf(string word) => Parts.First(part => word.StartsWith(part.Begins, StringComparison.Ordinal)).Parts;
}
