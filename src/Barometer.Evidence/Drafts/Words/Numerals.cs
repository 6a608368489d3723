using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Words;

/// <summary>A number as an author wrote it.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Decimals">The decimals that were written.</param>
/// <param name="IsWord">Whether it was spelled out.</param>
internal readonly record struct Numeral(decimal Value, int Decimals, bool IsWord);

/// <summary>
/// Numbers in digits and in letters, Norwegian and English: «1 686», «85,0», «sekstito», «to og åtti», «sixty-two», «ett hundre og tolv». The groups of
/// thousands and the decimal mark follow the text's language, except where only one reading is possible.
/// </summary>
internal static partial class Numerals
{
    /// <summary>A pattern of any number, for other patterns; of a text in small letters.</summary>
    public const string Pattern = $@"(?:{Digits}|{Letters})";

    /// <summary>A pattern of a number in digits.</summary>
    public const string Digits = @"(?<![\p{L}\d.,])[-−]?(?:\d{1,3}(?:[ .,]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)(?!\d)";

    /// <summary>A pattern of a number in letters.</summary>
    public const string Letters = $@"(?<![\p{{L}}\d-])(?:(?:{Small}[ -]?)?(?:hundre|tusen|hundred|thousand)(?:(?: ?og| and)?[ -]?{Small})?|{Small})(?![\p{{L}}\d])";

    private const string Nb1 = "en|ein|én|ett|ét|to|tre|fire|fem|seks|sju|syv|åtte|ni";
    private const string NbTeens = "tretten|fjorten|femten|seksten|sytten|atten|nitten|elleve|tolv|ti";
    private const string NbTens = "tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|søtti|åtti|nitti";
    private const string En1 = "one|two|three|four|five|six|seven|eight|nine";
    private const string EnTeens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string EnTens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Small = $"(?:(?:{Nb1}) ?og ?(?:{NbTens})|(?:{NbTens})(?:og)?(?:{Nb1})?|(?:{EnTens})(?:[ -](?:{En1}))?|{EnTeens}|{NbTeens}|{En1}|{Nb1})";

    private static readonly Dictionary<string, int> Values = Numbered();

    /// <summary>The number that a stretch of text is; null when it is none.</summary>
    public static Numeral? Of(string text, Language language)
    {
        var plain = text.Trim().ToLowerInvariant();
        return plain.Length == 0 ? null : plain.Any(char.IsAsciiDigit) ? InDigits(plain, language) : InLetters(plain) is { } value ? new Numeral(value, 0, IsWord: true) : null;
    }

    private static Numeral? InDigits(string text, Language language)
    {
        var sign = text[0] is '-' or '−' ? -1 : 1;
        var plain = string.Concat(text.TrimStart('-', '−').Where(c => !char.IsWhiteSpace(c)));
        var marks = plain.Where(c => c is '.' or ',').ToList();
        var last = plain.LastIndexOfAny(['.', ',']);
        var isGroup = marks.Count > 0 && plain.Length - last - 1 == 3 && (marks.Count > 1 ? marks.Distinct().Count() == 1 : plain[last] == (language == Language.En ? ',' : '.'));
        var whole = string.Concat((isGroup || last < 0 ? plain : plain[..last]).Where(char.IsAsciiDigit));
        var part = isGroup || last < 0 ? "" : plain[(last + 1)..];
        return decimal.TryParse($"{whole}.{part}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new Numeral(sign * value, part.Length, IsWord: false) : null;
    }

    private static decimal? InLetters(string text)
    {
        decimal total = 0, part = 0;
        var any = false;
        foreach (Match match in Part().Matches(text))
        {
            any = true;
            switch (match.Value)
            {
                case "hundre" or "hundred":
                    part = Math.Max(1, part) * 100;
                    break;
                case "tusen" or "thousand":
                    (total, part) = (total + (Math.Max(1, part) * 1000), 0);
                    break;
                default:
                    part += Values[match.Value];
                    break;
            }
        }

        return any ? total + part : null;
    }

    private static Dictionary<string, int> Numbered()
    {
        Dictionary<string, int> values = new(StringComparer.Ordinal) { ["ein"] = 1, ["én"] = 1, ["ett"] = 1, ["ét"] = 1, ["syv"] = 7, ["søtti"] = 70, ["tyve"] = 20, ["tredve"] = 30 };
        Add("en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten", 1, 1);
        Add($"{En1.Replace('|', ' ')} {EnTeens.Replace('|', ' ')}", 1, 1);
        Add("tjue tretti førti femti seksti sytti åtti nitti", 20, 10);
        Add(EnTens.Replace('|', ' '), 20, 10);
        return values;

        void Add(string words, int first, int step)
        {
            foreach (var (word, i) in words.Split(' ').Select((word, i) => (word, i)))
            {
                values[word] = first + (i * step);
            }
        }
    }

    // The longest first: «tretten» and «tretti» before «tre», «seventy» before «seven».
    [GeneratedRegex($"hundred|thousand|hundre|tusen|{NbTens}|{EnTens}|tretten|fjorten|femten|seksten|sytten|atten|nitten|elleve|tolv|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|eleven|twelve|{En1}|åtte|fire|seks|fem|tre|sju|syv|ein|ett|én|ét|ten|en|to|ti|ni")]
    private static partial Regex Part();
}
