using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>
/// Numbers told as a list and what they are of as another, «henholdsvis 90 og 78 prosent av direktoratene og de ytre etatene»: the first of one belongs to the first
/// of the other.
/// </summary>
internal static partial class Lists
{
    /// <summary>The stretch of each share in a list; none where the sentence holds no two lists of one length.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="shares">Its shares.</param>
    public static IEnumerable<(Claim Claim, Stretch Stretch)> Paired(Passage passage, IReadOnlyList<Claim> shares)
    {
        var text = passage.Text;
        var word = Respectively().Match(text);
        var list = Longest(text, shares);
        if (list.Count < 2)
        {
            list = word.Success && shares.Count > 1 ? [.. shares] : [];
        }

        if (list.Count < 2)
        {
            return [];
        }

        var places = Places(passage, list) ?? (word.Success ? Parts(text, list, word) : null);
        if (places is null)
        {
            return [];
        }

        return list.Zip(places, (claim, place) => (claim, Without(text.Length, [.. places.Where(other => other != place), .. list.Where(other => other != claim).Select(other => (other.Start, other.End))])));
    }

    // Shares with nothing between them but commas and «og».
    private static List<Claim> Longest(string text, IReadOnlyList<Claim> shares)
    {
        List<Claim> best = [], run = [];
        foreach (var share in shares)
        {
            run = run.Count > 0 && Between().IsMatch(text[run[^1].End..share.Start]) ? [.. run, share] : [share];
            best = run.Count > best.Count ? run : best;
        }

        return best.Count > 1 ? best : [];
    }

    // As many groups, years or countries as numbers.
    private static List<(int From, int To)>? Places(Passage passage, List<Claim> list)
    {
        var mentions = passage.Mentions;
        List<(int, int)>[] kinds =
        [
            [.. mentions.Groups.Select(one => (one.At, one.End)).Distinct().Order()],
            [.. mentions.Years.Select(one => (one.At, one.End)).Distinct().Order()],
            [.. mentions.Countries.Select(one => (one.At, one.End)).Distinct().Order()],
        ];
        return kinds.FirstOrDefault(kind => kind.Count == list.Count);
    }

    // The words of the other list, cut at its commas and its «og».
    private static List<(int From, int To)>? Parts(string text, List<Claim> list, Match word)
    {
        var isAfter = list[0].Start > word.Index && !text[(word.Index + word.Length)..list[0].Start].Any(char.IsLetter);
        var (from, to) = isAfter ? (0, word.Index) : (word.Index + word.Length, text.Length);
        if (list[^1].End < word.Index && from < word.Index)
        {
            (from, to) = (list[^1].End, word.Index);
        }

        var cuts = Joint().Matches(text[from..to]).Select(match => (From: from + match.Index, To: from + match.Index + match.Length)).ToList();
        if (cuts.Count < list.Count - 1)
        {
            return null;
        }

        var used = cuts.Skip(cuts.Count - (list.Count - 1)).ToList();
        List<(int, int)> parts = [];
        var start = from;
        foreach (var (cutFrom, cutTo) in used)
        {
            parts.Add((start, cutFrom));
            start = cutTo;
        }

        parts.Add((start, to));
        return parts;
    }

    private static Stretch Without(int length, IEnumerable<(int From, int To)> gaps)
    {
        List<(int, int)> pieces = [];
        var at = 0;
        foreach (var (from, to) in gaps.Order())
        {
            if (from > at)
            {
                pieces.Add((at, from));
            }

            at = Math.Max(at, to);
        }

        pieces.Add((at, length));
        return new Stretch(pieces);
    }

    [GeneratedRegex(@"\b(?:henholdsvis|hhv\.?|respectively)\b")]
    private static partial Regex Respectively();

    [GeneratedRegex(@"^(?:,|\s)*(?:og|and|mot)?\s?(?:henholdsvis )?(?:om lag |rundt |about )?$")]
    private static partial Regex Between();

    [GeneratedRegex(@",\s(?:og |and )?|\s(?:og|and)\s")]
    private static partial Regex Joint();
}
