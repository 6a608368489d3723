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

        var places = Places(passage, list) ?? (word.Success ? Parts(text, list, word)?.Select(part => (IReadOnlyList<(int, int)>)[part]).ToList() : null);
        return places is null ? []
            : list.Zip(places, (claim, place) => (claim, Stretch.Without(text.Length, [.. places.Where(other => other != place).SelectMany(other => other), .. list.Where(other => other != claim).Select(other => (other.Start, other.End))])));
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

    // As many groups, years or countries as numbers; one may be named by several words.
    private static List<IReadOnlyList<(int From, int To)>>? Places(Passage passage, List<Claim> list)
    {
        var mentions = passage.Mentions;
        List<List<IReadOnlyList<(int, int)>>> kinds =
        [
            Clusters(mentions.Groups.Select(one => (one.At, one.End, one.What.Variable + one.What.Code))),
            Clusters(mentions.Years.Select(one => (one.At, one.End, $"{one.What}"))),
            Clusters(mentions.Some.Select(one => (one.At, one.End, $"{one.What}"))),
            Clusters(mentions.Countries.Select(one => (one.At, one.End, one.What))),
        ];
        return kinds.FirstOrDefault(kind => kind.Count == list.Count);
    }

    /// <summary>Where each is mentioned, in the order in which they first are; what is mentioned by the same words is one.</summary>
    public static List<IReadOnlyList<(int, int)>> Clusters(IEnumerable<(int At, int End, string What)> mentions) =>
        [.. Narrowest([.. mentions.GroupBy(mention => mention.What).Select(same => same.Select(one => (one.At, one.End)).Distinct().Order().ToList())])
            .GroupBy(places => places[0]).OrderBy(cluster => cluster.Key).Select(cluster => (IReadOnlyList<(int, int)>)[.. cluster.SelectMany(one => one).Distinct()])];

    // What two of the others are both called by is a group of them: «sentralforvaltningen» of «departementene» and «direktoratene».
    private static IEnumerable<List<(int At, int End)>> Narrowest(IReadOnlyList<List<(int At, int End)>> all) =>
        all.Where(one => all.Count(other => other.Count < one.Count && other.TrueForAll(one.Contains)) < 2);

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
        if (cuts.Count < list.Count - 1 && isAfter && list[^1].End < text.Length)
        {
            // «Det er henholdsvis 20 og 16 prosent som …»: nothing stands before it.
            (from, to) = (list[^1].End, text.Length);
            cuts = [.. Joint().Matches(text[from..to]).Select(match => (From: from + match.Index, To: from + match.Index + match.Length))];
        }

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

        // «… som har samarbeidet med bedrifter og med brukere»: what stands before the first «med» is said of both.
        var first = text[parts[0].Item1..parts[0].Item2];
        var again = First().Match(text[parts[1].Item1..parts[1].Item2]).Value.Trim();
        if (again.Length > 0 && first.LastIndexOf($" {again} ", StringComparison.Ordinal) is var at and > 0)
        {
            parts[0] = (parts[0].Item1 + at, parts[0].Item2);
        }

        return parts;
    }

    [GeneratedRegex(@"^\s?\b(?:med|av|hos|blant|i|for|with|by|of|among|in|for)\b")]
    private static partial Regex First();

    [GeneratedRegex(@"\b(?:henholdsvis|hhv\.?|respectively)\b")]
    private static partial Regex Respectively();

    [GeneratedRegex(@"^(?:,|\s)*(?:og|and|mot|against|versus|til|to)?\s?(?:henholdsvis )?(?:om lag |rundt |about )?$")]
    private static partial Regex Between();

    [GeneratedRegex(@",\s(?:og |and )?|\s(?:og|and)\s")]
    private static partial Regex Joint();
}
