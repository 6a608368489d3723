namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges which answer or group a sentence says is the first or the last: «flest», «vanligst», «lavest».</summary>
internal static class RankJudge
{
    private const int Fewest = 3;
    private static readonly string[] Residual = ["dont_know", "not_relevant", "other", "no_answer", "balance"];

    private static readonly LocalizedText Right = new("Rekkefølgen er som i kilden, og større enn det som kan skyldes tilfeldigheter.", "The order is as in the source, and more than chance.");
    private static readonly LocalizedText Printed = new("Rekkefølgen er som publisert.", "The order is as published.");
    private static readonly LocalizedText ByChance = new("Rekkefølgen kan skyldes tilfeldigheter.", "The order may be chance.");
    private static readonly LocalizedText OtherOrder = new("Kilden har en annen rekkefølge.", "The source has another order.");
    private static readonly LocalizedText Open = new("Kilden avgjør ikke rekkefølgen.", "The source doesn't decide the order.");

    /// <summary>The finding; null when the sentence names nothing that can be ranked.</summary>
    public static DraftFinding? Of(Bench bench, Claim claim)
    {
        // «Det er leder og medarbeidere som oftest …»: several are first together.
        if (bench.Passage.Claims.Count(other => other.Kind == ClaimKind.Share && other.End <= claim.Start) > 1)
        {
            return null;
        }

        var own = bench.Passage.Clause(claim, bench.Passage.Segments.Values.FirstOrDefault(segment => segment.Holds(claim.Start)) ?? Stretch.Of(0, bench.Passage.Text.Length));
        var matched = bench.Matcher.Find(bench.Passage, own, bench.Thread, [bench.IsNet ? "balance" : "share"], claim.Start, isDenied: false);
        if (Published(bench, claim, own, matched) is { } published)
        {
            return published;
        }

        if (matched.Facts.FirstOrDefault(fact => fact is { Figure: null, IsHidden: false }) is not { } fact || !matched.IsSure)
        {
            return null;
        }

        var rivals = bench.Matcher.All.Where(other => IsRival(fact, other)).ToList();
        return rivals.Count + 1 < Fewest ? null : Judge(bench, claim, fact, rivals);
    }

    private static DraftFinding Judge(Bench bench, Claim claim, Fact fact, List<Fact> rivals)
    {
        var shown = rivals.Where(rival => !rival.IsHidden).ToList();
        var isTop = claim.Place > 0;
        var ahead = shown.Where(rival => isTop ? rival.Value > fact.Value : rival.Value < fact.Value).ToList();
        var behind = shown.Except(ahead).ToList();
        var first = shown.Prepend(fact).OrderByDescending(one => one.Value).Take(3).ToList();
        var expected = new LocalizedText(Told(first, Language.Nb), Told(first, Language.En));
        if (ahead.Count > Math.Abs(claim.Place) - 1 || (ahead.Count < Math.Abs(claim.Place) - 1 && rivals.All(rival => !rival.IsHidden)))
        {
            return bench.Finding(claim, Verdict.Disagrees, OtherOrder, fact, expected);
        }

        if (rivals.Any(rival => rival.IsHidden && rival.Groups.Count > 0))
        {
            return bench.Finding(claim, Verdict.Undecided, Open, fact, expected);
        }

        var chances = behind.Concat(ahead).Select(rival => Chance.Of(fact, rival)).ToList();
        return chances.Contains(ChanceVerdict.Chance) && !claim.SaysChance ? bench.Finding(claim, Verdict.WithinChance, ByChance, fact, expected)
            : chances.Contains(ChanceVerdict.Open) ? bench.Finding(claim, Verdict.Undecided, Open, fact, expected)
            : bench.Right(claim, Right, fact, expected);
    }

    // What was published as the first of a list: that item agrees, another of its battery doesn't.
    private static DraftFinding? Published(Bench bench, Claim claim, Stretch own, Matched matched)
    {
        if (bench.IsDeclared || claim.Place != 1)
        {
            return null;
        }

        var ranks = bench.Matcher.Find(bench.Passage, own, bench.Thread, [EvidenceNumber.Rank], claim.Start, isDenied: false).Facts.Where(fact => fact.Figure?.ItemCode is not null).ToList();
        if (matched.Facts.FirstOrDefault(fact => fact.Figure is null) is not { } fact || !matched.IsSure)
        {
            return null;
        }

        var battery = bench.Matcher.All.Where(other => other.Topic.Family == fact.Topic.Family).Select(other => other.Topic.Variable).ToHashSet(StringComparer.Ordinal);
        var first = bench.Matcher.All.Concat(ranks).FirstOrDefault(one => one is { Measure: EvidenceNumber.Rank, Figure.ItemCode: { } item, Country: "NO", Sector: Sector.State } && battery.Contains(item));
        return first is null ? null
            : first.Figure!.ItemCode == fact.Topic.Variable ? bench.Right(claim, Printed, first) : bench.Finding(claim, Verdict.Disagrees, OtherOrder, first);
    }

    // Another group of the same answer, or another item of the same battery for everybody.
    private static bool IsRival(Fact fact, Fact other) => other != fact && other.Figure is null && other.Measure == fact.Measure && other.Base == fact.Base && other.Years.SequenceEqual(fact.Years) && other.IsWeighted == fact.IsWeighted
        && (fact.Groups.Count > 0
            ? other.Topic == fact.Topic && other.Groups.Count == 1 && other.Groups[0].Variable == fact.Groups[0].Variable
            : other.Groups.Count == 0 && other.Topic.Family == fact.Topic.Family && !other.Topic.Denies && !Residual.Contains(other.Topic.Code) && !other.Topic.Variable.EndsWith("_other", StringComparison.Ordinal)
                && !other.Topic.Key.EndsWith('+'));

    private static string Told(IEnumerable<Fact> facts, Language language) => string.Join("; ", facts.Select(one => $"{Name(one, language)}: {one.Told.In(language)}"));

    private static string Name(Fact fact, Language language) => fact.Groups.Count > 0 ? fact.Groups[0].Code : fact.Topic.Words.In(language).Split(": ")[^1];
}
