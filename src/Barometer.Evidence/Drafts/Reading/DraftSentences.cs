using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Reading;

/// <summary>A sentence of a draft.</summary>
/// <param name="Block">The block it stands in.</param>
/// <param name="Start">Where it begins in the block's text.</param>
/// <param name="Text">The sentence, as it stands there.</param>
internal sealed record DraftSentence(DraftBlock Block, int Start, string Text);

/// <summary>
/// Cuts a block into sentences: at a full stop, question or exclamation mark before a new beginning, not after an abbreviation («pst.», «bl.a.», «St.»),
/// an initial, or an ordinal before a month.
/// </summary>
internal static partial class DraftSentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "bl.a", "ca", "f.eks", "jf", "jfr", "nr", "kap", "pkt", "dvs", "evt", "inkl", "ekskl", "hhv", "prop", "innst", "meld", "st", "red", "fig", "tab", "vs", "e.g", "i.e", "cf", "approx",
        "no", "al", "et", "s", "sml", "tilsv", "gj.sn", "maks", "min", "mill", "mrd", "kr", "resp", "p.g.a", "pga", "m.a.o", "t.o.m", "fr.o.m", "f.o.m", "vol", "ed", "eds", "sec", "ch", "dr", "prof", "dir", "avd", "tlf", "ev", "bla", "feks", "b",
    };

    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase) { "pst", "pct", "m.m", "mv", "osv", "o.l", "mfl", "m.fl", "etc", "o.a", "m.v" };

    /// <summary>The sentences of a block.</summary>
    public static IEnumerable<DraftSentence> Of(DraftBlock block)
    {
        var (text, start) = (block.Text, 0);
        foreach (Match stop in Stop().Matches(text))
        {
            var end = stop.Index + stop.Groups["end"].Length;
            if (Ends(text, stop))
            {
                if (Cut(block, start, end) is { } sentence)
                {
                    yield return sentence;
                }

                start = stop.Index + stop.Length;
            }
        }

        if (Cut(block, start, text.Length) is { } last)
        {
            yield return last;
        }
    }

    private static DraftSentence? Cut(DraftBlock block, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(block.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(block.Text[end - 1]))
        {
            end--;
        }

        return end > start ? new DraftSentence(block, start, block.Text[start..end]) : null;
    }

    private static bool Ends(string text, Match stop)
    {
        if (text[stop.Index] != '.')
        {
            return true;
        }

        var word = Before().Match(text[..stop.Index]).Value;
        var next = text[(stop.Index + stop.Length)..];
        if (Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0])))
        {
            return false;
        }

        // «1. januar», «3. utgave»; but «i 2018. Andelen».
        return Units.Contains(word) ? Beginning().IsMatch(next) : !word.All(char.IsAsciiDigit) || word.Length == 0 || !Month().IsMatch(next);
    }

    // The mark with what closes behind it, then a space, then a new beginning; a newspaper begins what somebody says with a dash.
    [GeneratedRegex(@"(?<end>[.!?…]+[»”""'’)\]]*)\s+(?=(?:[–—]\s)?[«“""'‘(\[]*[\p{Lu}\p{N}])")]
    private static partial Regex Stop();

    [GeneratedRegex(@"^[«“""'‘]*\p{Lu}")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:\.[\p{L}]+)*$")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|January|February|March|April|May|June|July|August|September|October|November|December|utgave|kvartal|edition)\b")]
    private static partial Regex Month();
}
