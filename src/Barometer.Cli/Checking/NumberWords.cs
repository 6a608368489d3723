using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// Numerals written in letters, in Norwegian and English: «åttitre», «treogåtti», «eighty-three», XXXI. A small one («to ting», «five
/// classes», a hundred per cent) is part of ordinary language; one from thirteen on, a share («sju av åtte», «two thirds») and a percentage are quantities.
/// </summary>
internal static partial class NumberWords
{
    private const string Nb1 = "en|ein|én|ett|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni";
    private const string NbTeens = "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten";
    private const string NbTens = "tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|søtti|åtti|nitti";
    private const string En1 = "one|two|three|four|five|six|seven|eight|nine";
    private const string EnTeens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string EnTens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Powers = "tusen|thousand|million|millioner|millions";
    private const string Word = $"(?:(?:{Nb1})og(?:{NbTens})|(?:{NbTens})(?:{Nb1})?|(?:{EnTens})(?:[ -](?:{En1}))?|{EnTeens}|{NbTeens}|{Powers}|{En1}|{Nb1})";

    private static readonly FrozenDictionary<string, int> Values = Numbered(0, "en|ein|én|ett|eitt", "to", "tre", "fire", "fem", "seks", "sju|syv", "åtte", "ni")
        .Concat(Numbered(0, En1.Split('|')))
        .Concat(Numbered(9, NbTeens.Split('|')))
        .Concat(Numbered(9, EnTeens.Split('|')))
        .Concat(Tens("tjue|tyve|twenty", "tretti|tredve|thirty", "førti|forty", "femti|fifty", "seksti|sixty", "sytti|søtti|seventy", "åtti|eighty", "nitti|ninety"))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a quantity stands in letters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKnown">Whether that number may be written, as a limit of a group that the codebook names may.</param>
    public static IEnumerable<int> In(string text, Func<int, bool> isKnown) =>
    [
        .. Quantity().Matches(text).Select(match => match.Index),
        .. Large().Matches(text).Where(match => ValueOf(match.Value) is not { } value || !isKnown(value)).Select(match => match.Index),
        .. Roman().Matches(text).Select(match => match.Index),
    ];

    // A power has no value here: none of them may stand.
    private static int? ValueOf(string word) => Part().Matches(word).Select(part => Values.GetValueOrDefault(part.Value)).Sum() is > 0 and var value ? value : null;

    private static IEnumerable<KeyValuePair<string, int>> Numbered(int before, params string[] words) =>
        words.SelectMany((forms, i) => forms.Split('|').Select(form => KeyValuePair.Create(form, before + i + 1)));

    private static IEnumerable<KeyValuePair<string, int>> Tens(params string[] words) =>
        words.SelectMany((forms, i) => forms.Split('|').Select(form => KeyValuePair.Create(form, 10 * (i + 2))));

    // «sju av (de) åtte», «one in three», «åttifem prosent», «two thirds».
    [GeneratedRegex(
        $@"(?<![\p{{L}}\p{{N}}])[ivxlcdm]+\s+(?:av|of)\s+[ivxlcdm]+(?![\p{{L}}\p{{N}}])|(?<![\p{{L}}\p{{N}}])(?!en prosent){Word}(?:\s+(?:av|of|out of|in)\s+(?:(?:de|alle|the|all)\s+)?{Word}(?![\p{{L}}\p{{N}}])|[\s-]+(?:prosent|prosentpoeng|per cent|percent|percentage|tredel|tredjedel|firedel|fjerdedel|kvart|femdel|femtedel|sjettedel|sjudel|åttedel|tidel|third|quarter|fifth|sixth|seventh|eighth|tenth)(?:er|ar|s|en|ene)?(?![\p{{L}}\p{{N}}])|\s*[%٪])|(?<![\p{{L}}\p{{N}}])an? (?:third|quarter|fifth|sixth|seventh|eighth|tenth) of(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    // From thirteen on; «tretten» stands before «tretti» and its compounds.
    [GeneratedRegex(
        $@"(?<![\p{{L}}\p{{N}}])(?:(?:{Nb1})og(?:{NbTens})|(?:{NbTens})(?:{Nb1})?|(?:{EnTens})(?:[ -](?:{En1}))?|tretten|fjorten|femten|seksten|sytten|atten|nitten|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{Nb1})?tusen|(?:{Nb1})hundre(?:og\p{{L}}+)?|(?:{En1})[ -]hundred|thousand|million|millioner|millions|dusin|dozen|snes)(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Large();

    // Capitals only, two at least, and written as the Romans' are: «MCM», not «CIM».
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?=[IVXLCDM]{2,}(?![\p{L}\p{N}]))M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")]
    private static partial Regex Roman();

    [GeneratedRegex($"{NbTens}|{EnTens}|tretten|fjorten|femten|seksten|sytten|atten|nitten|{EnTeens}|{En1}|{Nb1}", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
