using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking;

/// <summary>
/// Finds the numbers that an author wrote into a text: digits of any script, raised, circled, as a fraction or as a character
/// entity, numerals in letters, and what decodes to one. Names that have digits in them are known (<see cref="KnownNames"/>).
/// </summary>
/// <param name="names">What is no number of the author's.</param>
internal sealed partial class TextNumbers(KnownNames names)
{
    /// <summary>What kinds of numbers the text holds, each with its line, from 1.</summary>
    public IEnumerable<(int Line, string Kind)> In(string text)
    {
        var line = 0;
        foreach (var written in text.Split('\n'))
        {
            line++;
            foreach (var kind in OnLine(written).Distinct())
            {
                yield return (line, kind);
            }
        }
    }

    /// <summary>The same for a name: «ministry31of35», «thirtyOneOfThirtyFive».</summary>
    public bool HasNumber(string name) => !(name.Any(char.IsDigit) && names.Has(name)) && OnLine(Hump().Replace(name, " ").Replace('_', ' ')).Any();

    private IEnumerable<string> OnLine(string written)
    {
        var plain = Plain(written);
        foreach (Match token in Token().Matches(plain))
        {
            if (token.Value.Any(IsDigit) && !names.Has(token.Value))
            {
                yield return "a number";
            }
        }

        // Of scripts beyond the basic plane, which the pattern doesn't see: counting rods, Osmanya's digits.
        if (plain.EnumerateRunes().Any(rune => !rune.IsBmp && Rune.IsNumber(rune)))
        {
            yield return "a number";
        }

        if (HasCode(plain))
        {
            yield return "a text that decodes to a number";
        }

        if (NumberWords.In(plain, names.IsInCodebook).Any())
        {
            yield return "a numeral in letters";
        }
    }

    /// <summary>Whether a line holds a text in base64 that is one with a number.</summary>
    public static bool HasCode(string line) => Code().Matches(line).Any(code => Decoded(code.Value) is { } decoded && (decoded.Any(char.IsDigit) || NumberWords.In(decoded, _ => false).Any()));

    /// <summary>The text with its entities read and its raised, circled and full-width characters as plain ones; what can't be seen is left out.</summary>
    internal static string Plain(string text)
    {
        var decoded = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)).Replace('\u2044', '/');
        var whole = string.Concat(decoded.EnumerateRunes()); // half a pair of surrogates, which can't be normalised, becomes U+FFFD
        return string.Concat(whole.Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
    }

    private static bool IsDigit(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Base64, of the address's alphabet too: a text that can be read, and not what a word happens to decode to.
    private static string? Decoded(string token)
    {
        var code = token.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var bytes = new byte[code.Length];
        return Convert.TryFromBase64String(code.PadRight((code.Length + 3) / 4 * 4, '='), bytes, out var length)
            && bytes.AsSpan(0, length).IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
            ? Encoding.ASCII.GetString(bytes, 0, length)
            : null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.,:/=@#+\-–]*")]
    private static partial Regex Token();

    // With a capital or a digit inside, or its padding: an ordinary word that happens to decode has none.
    [GeneratedRegex(@"(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]+[A-Z0-9=])[A-Za-z0-9+/_-]{8,}={0,2}")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})")]
    private static partial Regex Hump();
}
