using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>The two numbers that a comparison, a change or a difference is about, the one that is spoken of first.</summary>
/// <param name="One">The first.</param>
/// <param name="Other">The other.</param>
/// <param name="IsSure">Whether words say clearly that these are meant.</param>
internal sealed partial record Pair(Fact One, Fact Other, bool IsSure)
{
    private static readonly string[] Shares = ["share"];

    /// <summary>The pair of a claim; null when the sentence doesn't name two numbers.</summary>
    public static Pair? Of(Bench bench, Claim claim)
    {
        var passage = bench.Passage;
        if (claim.IsGraded)
        {
            return Ends(bench, claim);
        }

        var shares = passage.Claims.Where(one => one.Kind == ClaimKind.Share).ToList();
        var isGiven = (shares.Count == 2 && bench.Words(claim) is not ("over" or "under")) || (claim.Kind == ClaimKind.Change && shares.Count > 2);
        var (one, other) = isGiven ? (shares[0], shares[1]) : (null, null);
        if (claim.Way == Way.Beside)
        {
            (one, other) = (shares.LastOrDefault(share => share.End <= claim.Start), shares.FirstOrDefault(share => share.Start >= claim.Start));
        }

        return (one is not null && other is not null ? Best(bench.Match(one), bench.Match(other), one, other, bench) : null)
            ?? ByMention(bench, claim, passage.Mentions.Groups.Select(mention => (mention.At, mention.End, mention.What.Variable + mention.What.Code)))
            ?? ByMention(bench, claim, passage.Mentions.Years.Select(mention => (mention.At, mention.End, mention.What.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            ?? ByMention(bench, claim, passage.Mentions.Countries.Select(mention => (mention.At, mention.End, mention.What)))
            ?? ByMention(bench, claim, passage.Mentions.Sectors.Select(mention => (mention.At, mention.End, $"{mention.What}")))
            ?? ByMention(bench, claim, passage.Mentions.Some.Select(mention => (mention.At, mention.End, $"{mention.What}")))
            ?? WithOthers(bench, claim)
            ?? WithAll(bench, claim)
            ?? ByWords(bench, claim)
            ?? (bench.IsSilent ? Since(bench) ?? bench.Thread.Pair : null);
    }

    // «Det er seks prosentpoeng mer enn tre år tidligere»: the topic of the sentence before, then and now.
    private static Pair? Since(Bench bench)
    {
        if (bench.Thread is not { Topic: { } topic, Years: [var year] } || Scope.Later(bench.Passage, [year]) is not [var then] || then == year)
        {
            return null;
        }

        var (now, before) = (Of(year), Of(then));
        return now is null || before is null ? null : new Pair(now, before, IsSure: true);

        Fact? Of(int when) => bench.Matcher.All.Where(fact => fact.Topic.Kin == topic.Kin && fact.Years.Contains(when) && fact is { Groups.Count: 0, IsHidden: false, IsWeighted: true, Country: "NO", Measure: "share" } && fact.Counted == bench.Thread.Counted)
            .OrderBy(fact => fact.IsSynthetic != bench.IsDeclared).FirstOrDefault();
    }

    // The largest and the smallest group that are shown of what is spoken of.
    private static Pair? Ends(Bench bench, Claim claim)
    {
        var matched = bench.Matcher.Find(bench.Passage, Stretch.Of(0, bench.Passage.Text.Length), bench.Thread, Shares, claim.Start, isDenied: false);
        return matched.Facts.Select(bench.Matcher.BySize).FirstOrDefault(sizes => sizes.Count > 1) is [var smallest, .., var largest] ? new Pair(largest, smallest, matched.IsSure) : null;
    }

    /// <summary>The same the other way round.</summary>
    public Pair Turned => new(Other, One, IsSure);

    // Two groups, years or countries: each side is the sentence without the other, wherever it is named.
    private static Pair? ByMention(Bench bench, Claim claim, IEnumerable<(int At, int End, string What)> mentions)
    {
        var places = Lists.Clusters(mentions);
        if (places.Count != 2 || places[0].Intersect(places[1]).Any())
        {
            return null;
        }

        var pair = Best(Without(bench, claim, places[1]), Without(bench, claim, places[0]), null, null, bench);
        return pair is not null && Turns().IsMatch(bench.Passage.Text) ? pair.Turned : pair;
    }

    // «De som jobber med innovasjon, tør tre ganger så ofte»: as those who don't.
    private static Pair? WithOthers(Bench bench, Claim claim) =>
        claim.Kind == ClaimKind.Ratio && bench.Passage.Mentions is { Some.Count: 1, Groups.Count: 0 }
        && Without(bench, claim, []) is { Facts: [{ Groups: [{ Variable: "innovated" } asked] } one, ..] } matched
        && bench.Matcher.Of(one.Topic).FirstOrDefault(fact => fact.Years.SequenceEqual(one.Years) && !fact.IsHidden && fact.Groups is [{ Variable: "innovated" } group] && group != asked) is { } other
            ? new Pair(one, other, matched.IsSure) : null;

    // A group against everybody: «over snittet».
    private static Pair? WithAll(Bench bench, Claim claim)
    {
        var places = bench.Passage.Mentions.Groups.Select(mention => (mention.At, mention.End)).Distinct().ToList();
        return places.Count == 1 && All().IsMatch(bench.Passage.Text)
            ? Best(Without(bench, claim, []), Without(bench, claim, places), null, null, bench) : null;
    }

    // What stands before and behind «enn»: «flere peker på leder enn på medarbeidere».
    private static Pair? ByWords(Bench bench, Claim claim)
    {
        var than = Than().Match(bench.Passage.Text, Math.Min(claim.End, bench.Passage.Text.Length));
        if (!than.Success)
        {
            return null;
        }

        var left = bench.Matcher.Find(bench.Passage, Stretch.Of(0, than.Index), bench.Thread, Shares, claim.Start, isDenied: false);
        if (left.Facts.Count == 0)
        {
            return null;
        }

        var behind = Stretch.Of(than.Index + than.Length, bench.Passage.Text.Length);
        var right = bench.Matcher.Find(bench.Passage, behind, bench.Thread, Shares, than.Index + than.Length, isDenied: false, left.Facts[0].Topic.Family);
        right = right.IsSure ? right : bench.Matcher.Find(bench.Passage, behind, bench.Thread, Shares, than.Index + than.Length, isDenied: false);
        if (right.IsSure && right.Facts[0].Topic.Family != left.Facts[0].Topic.Family
            && bench.Matcher.Find(bench.Passage, Stretch.Of(0, than.Index), bench.Thread, Shares, claim.Start, isDenied: false, right.Facts[0].Topic.Family) is { IsSure: true } alike)
        {
            left = alike;
        }

        return right.Facts.Count > 0 && right.Facts[0].Topic != left.Facts[0].Topic ? Best(left, right, null, null, bench) : null;
    }

    private static Matched Without(Bench bench, Claim claim, IReadOnlyList<(int From, int To)> gaps) =>
        bench.Matcher.Find(bench.Passage, Stretch.Without(bench.Passage.Text.Length, gaps), bench.Thread, Shares, claim.Start, isDenied: false);

    // Both published or both released, where there is a choice; and those that the shares of the sentence agree with.
    private static Pair? Best(Matched one, Matched other, Claim? first, Claim? second, Bench bench)
    {
        var pairs = from a in one.Facts.Where(fact => !fact.IsHidden)
                    from b in other.Facts.Where(fact => !fact.IsHidden)
                    where a != b
                    orderby !bench.IsDeclared && (a.IsSynthetic || b.IsSynthetic), a.Topic == b.Topic ? 0 : 1, (a.Figure is null) == (b.Figure is null) ? a.Figure is null && a.Base != b.Base ? 1 : 0 : 2, Fit(first, a) + Fit(second, b), a.IsSynthetic
                    select (a, b);
        return pairs.FirstOrDefault() is ({ } left, { } right) ? new Pair(left, right, one.IsSure && other.IsSure) : null;

        static int Fit(Claim? claim, Fact fact) => claim is null ? 0 : (int)ShareJudge.Of(claim, fact, isDenied: false);
    }

    [GeneratedRegex(@"\b(?:enn|than|som|as|compared with|compared to|sammenlignet med|mot)\b")]
    private static partial Regex Than();

    [GeneratedRegex(@"^\s*(?:sammenlignet med|i motsetning til|i forhold til|compared (?:with|to)|unlike|in contrast to)\b")]
    private static partial Regex Turns();

    [GeneratedRegex(@"snittet|gjennomsnitt|totalt|samlet|alle (?:statlige )?arbeidsplass|staten som helhet|average|overall|as a whole|all (?:state )?workplaces")]
    private static partial Regex All();
}
