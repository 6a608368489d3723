using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges a share, and the interval, the margin and the number of answers that an author puts beside it.</summary>
internal static partial class ShareJudge
{
    private static readonly LocalizedText Same = new("Tallet er som i kilden.", "The number is as in its source.");
    private static readonly LocalizedText Rounded = new("Tallet er ikke rundet av som det skal.", "The number isn't rounded as it should be.");
    private static readonly LocalizedText TooFine = new("Tallet har flere desimaler enn kilden.", "The number has more decimals than its source.");
    private static readonly LocalizedText Other = new("Kilden har et annet tall.", "Its source has another number.");
    private static readonly LocalizedText Hidden = new("Tallet kan ikke offentliggjøres; det som står her, kan ikke kontrolleres.", "The number may not be published; what stands here can't be checked.");
    private static readonly LocalizedText Loosely = new("Kilden er avrundet og avgjør det ikke.", "The source is rounded and doesn't decide it.");
    private static readonly LocalizedText Unsure = new("Ordene er ikke entydige nok til å si hvilket tall som menes.", "The words don't say clearly enough which number is meant.");
    private static readonly LocalizedText OtherUnit = new("Tallet gjelder en annen slags enhet enn setningen sier.", "The number is of another kind of unit than the sentence says.");
    private static readonly LocalizedText OtherBase = new("Tallet gjelder bare dem som fikk spørsmålet, ikke alle.", "The number is only of those who were asked, not of all.");
    private static readonly LocalizedText OtherQuestion = new(
        "Tallet svarer på et annet spørsmål enn setningen sier: å jobbe med innovasjon er ikke det samme som å ha innført en.", "The number answers another question than the sentence says: to work with innovation isn't to have introduced one.");

    private static readonly LocalizedText NoInterval = new("Kilden har ikke noe intervall å kontrollere mot.", "The source has no interval to check it by.");
    private static readonly LocalizedText NoAnswers = new("Kilden sier ikke hvor mange som svarte.", "The source doesn't say how many answered.");

    /// <summary>Judges a share.</summary>
    public static DraftFinding Share(Bench bench, Claim claim)
    {
        var matched = bench.Match(claim);
        var isDenied = bench.Passage.IsDenied(bench.Passage.Of(claim), claim.Start);
        if (OfWhom(bench, claim))
        {
            return bench.Finding(claim, Verdict.Undecided, Others);
        }

        if (matched.Facts.Count == 0)
        {
            return matched.Score >= Matcher.Sure && matched.OfOthers.FirstOrDefault(fact => Of(claim, fact, isDenied) == AmountVerdict.Same) is { } stranger
                ? bench.Finding(claim, Verdict.NotComparable, OtherUnit, stranger)
                : bench.Finding(claim, Verdict.Undecided, matched.Why ?? Unsure);
        }

        if (matched.Facts[0] is { Measure: "balance" } balance)
        {
            return PairJudge.Told(bench, claim, balance);
        }

        var meant = isDenied && matched.Facts.Where(fact => fact.Topic.Denies || fact.Topic.HasOpposite).ToList() is { Count: > 0 } opposite ? opposite : matched.Facts;
        var judged = meant.Select(fact => (fact, verdict: Of(claim, fact, isDenied))).OrderBy(one => one.verdict).ThenBy(one => one.fact.IsSynthetic).ToList();
        if (judged[0] is { verdict: AmountVerdict.Same, fact: var right })
        {
            var fine = judged.Where(one => one.verdict == AmountVerdict.Same).Select(one => one.fact).FirstOrDefault(fact => Base(bench, claim, matched, fact) is null);
            // What several answers add up to is no number of the source's: told loosely it may be another's. And a number that one of many agrees with is of none of them surely.
            return (fine is { Topic.Code: null, Figure: null } && claim.Fraction is not null && fine.Topic.Key.EndsWith('+')) || (fine is not null && !matched.IsSure && judged.Exists(one => one.verdict == AmountVerdict.Other)) ? bench.Finding(claim, Verdict.Undecided, Unsure, fine)
                : fine is not null ? bench.Right(claim, Same, fine) : Base(bench, claim, matched, right)!;
        }

        if (matched.Facts.All(fact => fact.IsHidden))
        {
            return bench.Finding(claim, Verdict.Undecided, Hidden, judged[0].fact);
        }

        var near = matched.Others.Where(fact => Of(claim, fact, isDenied) == AmountVerdict.Same).OrderBy(fact => fact.IsSynthetic).FirstOrDefault();
        if (near is not null && matched.Score < 0.8)
        {
            return Base(bench, claim, matched, near) ?? bench.Right(claim, Same, near);
        }

        if (!matched.IsSure || judged.Any(one => one.verdict == AmountVerdict.Open) || Together().IsMatch(bench.Passage.Of(claim).In(bench.Passage.Text)) || Money().IsMatch(bench.Passage.Text))
        {
            var open = judged.Find(one => one.verdict == AmountVerdict.Open).fact;
            return bench.Finding(claim, Verdict.Undecided, open is { IsHidden: true } ? Hidden : open is not null ? Loosely : Unsure, open ?? judged[0].fact);
        }

        // Synthetic numbers say what is wrong only where nothing real does; of numbers that fit the words equally well, the nearest was meant.
        var wrong = judged.OrderBy(one => one.verdict).ThenBy(one => bench.IsDeclared != one.fact.IsSynthetic).ThenBy(one => Math.Abs((one.fact.Value ?? decimal.MaxValue) - claim.Value)).First();
        return wrong.verdict == AmountVerdict.Rounded
            ? bench.Finding(claim, Verdict.RoundedWrongly, claim.Fraction is null && claim.Decimals > wrong.fact.Decimals ? TooFine : Rounded, wrong.fact)
            : bench.Finding(claim, Verdict.Disagrees, Other, wrong.fact);
    }

    // «72 prosent av sykehusene»: of somebody that no number here is of.
    private static bool OfWhom(Bench bench, Claim claim)
    {
        var (text, mentions) = (bench.Passage.Text, bench.Passage.Mentions);
        var of = Of().Match(text, claim.End);
        return of.Success && of.Index <= claim.End + 1 && !bench.Marks(claim).Any()
            && !Known().IsMatch(text[of.Index..])
            && !mentions.Bases.Any(IsNear) && !mentions.Some.Any(IsNear) && !mentions.Groups.Any(IsNear) && !mentions.Countries.Any(IsNear) && !mentions.Sectors.Any(IsNear);

        bool IsNear<T>(Mention<T> mention) => mention.At >= of.Index - 1 && mention.At <= of.Index + Reach;
    }

    private const int Reach = 30;

    [GeneratedRegex(@"\s?\b(?:av|of|blant|among)\s")]
    private static partial Regex Of();

    [GeneratedRegex(@"^\s?\b(?:av|of|blant|among)\s(?:(?:de|dem|alle|the|all|disse|these|those|våre|nyeste|newest|latest|statens|landets|norges|the state's|government's|største|minste|store|små|innovative|spurte)\s)*(?:disse|dem|them|these|those|respond\w*|svar\w*|answer\w*|innova\w*|nyvinning\w*|tilfelle\w*|cases|spurte|inviterte|invited|total\w*|leder\w*|leaders|ansatte|statsansatte|employees|enhet\w*|units|arbeidsplass\w*|workplaces|virksomhet\w*|agencies|organisa\w*|organiza\w*|ordfører\w*|mayors|prosjekt\w*|projects)\b")]
    private static partial Regex Known();

    private static readonly LocalizedText Others = new("Tallet er sagt å gjelde noen som ingen kilde her har tall for.", "The number is said to be of some whom no source here has numbers of.");

    /// <summary>Judges what hangs on a share: its interval, its margin, its number of answers.</summary>
    public static DraftFinding Beside(Bench bench, Claim claim, Claim head)
    {
        var matched = bench.Match(head);
        var isDenied = bench.Passage.IsDenied(bench.Passage.Of(head), head.Start);
        var same = matched.Facts.Concat(matched.Others).Where(fact => Of(head, fact, isDenied) == AmountVerdict.Same).ToList();
        var facts = (same.Any(matched.Facts.Contains) ? same.Where(matched.Facts.Contains) : same.Count > 0 ? same : matched.Facts).OrderBy(fact => Of(head, fact, isDenied)).ThenByDescending(fact => claim.Kind == ClaimKind.Count ? fact.Answers is not null : fact.Interval is not null).ToList();
        if (facts.Count == 0)
        {
            return bench.Finding(claim, Verdict.Undecided, matched.Why ?? Unsure);
        }

        if (claim.Kind == ClaimKind.Count)
        {
            var answers = facts.Where(fact => fact.Answers is not null).ToList();
            return answers.Find(fact => fact.Answers == claim.Value) is { } count ? bench.Right(claim, Same, count, Told(count.Answers!.Value))
                : answers.Count == 0 || !matched.IsSure ? bench.Finding(claim, Verdict.Undecided, NoAnswers, facts[0])
                : bench.Finding(claim, Verdict.Disagrees, Other, answers[0], Told(answers[0].Answers!.Value));
        }

        var limits = facts.Where(fact => fact.Interval is not null).ToList();
        return limits.Count == 0 || !matched.IsSure ? bench.Finding(claim, Verdict.Undecided, NoInterval, facts[0])
            : limits.Find(fact => HasInterval(claim, fact)) is { } right ? bench.Right(claim, Same, right)
            : bench.Finding(claim, limits.Any(fact => IsNear(claim, fact)) ? Verdict.RoundedWrongly : Verdict.Disagrees, Other, limits[0]);
    }

    /// <summary>Judges two limits that stand for themselves: an interval, a span of groups, or between what a share lies.</summary>
    public static DraftFinding Span(Bench bench, Claim claim)
    {
        var matched = bench.Match(claim);
        if (matched.Facts.Count == 0)
        {
            return bench.Finding(claim, Verdict.Undecided, matched.Why ?? Unsure);
        }

        var topic = matched.Facts[0].Topic;
        if (matched.Facts.FirstOrDefault(fact => HasInterval(claim, fact) || IsPrinted(claim, fact)) is { } interval)
        {
            return bench.Right(claim, Same, interval);
        }

        var groups = bench.Matcher.Of(topic).Where(fact => fact.Groups.Count == 1 && fact.Years.SequenceEqual(matched.Facts[0].Years) && fact is { IsHidden: false, Measure: "share", IsWeighted: true }).GroupBy(fact => fact.Groups[0].Variable)
            .Select(group => group.OrderBy(fact => fact.Value).ToList()).ToList();
        if (groups.Find(group => group.Count > 1 && Rounds(claim.Value, group[0]) && Rounds(claim.Upper, group[^1])) is { } span)
        {
            return bench.Right(claim, Same, span[0], new($"{span[0].Told.Nb} til {span[^1].Told.Nb}", $"{span[0].Told.En} to {span[^1].Told.En}"));
        }

        return !matched.IsSure || Varies().IsMatch(bench.Passage.Text) || matched.Facts.All(fact => fact.Value is null) ? bench.Finding(claim, Verdict.Undecided, Unsure, matched.Facts[0])
            : matched.Facts.FirstOrDefault(fact => fact.Value >= claim.Value && fact.Value <= claim.Upper) is { } inside && !Uncertain().IsMatch(bench.Passage.Text) ? bench.Right(claim, Same, inside)
            : bench.Finding(claim, Verdict.Disagrees, Other, matched.Facts[0]);

        bool Rounds(decimal written, Fact fact) => fact.Value is { } value && Rounding.HalfAwayFromZero(value, claim.Decimals + 2) == written;
    }

    /// <summary>How a share stands to a fact, or to its opposite when the sentence denies it.</summary>
    public static AmountVerdict Of(Claim claim, Fact fact, bool isDenied) =>
        fact.IsHidden ? AmountVerdict.Open
        : !isDenied || fact.Topic.Denies ? AmountCheck.Share(claim, fact)
        : fact.Topic.HasOpposite ? AmountCheck.Share(claim, fact, isOpposite: true) : AmountVerdict.Open;

    // The right number told of others than it is of.
    private static DraftFinding? Base(Bench bench, Claim claim, Matched matched, Fact fact)
    {
        if ((matched.SaysAll || (matched.SaysState && fact.Figure is null)) && fact.IsOfSome && matched.Some is null)
        {
            return bench.Finding(claim, Verdict.NotComparable, OtherBase, fact);
        }

        return fact.Topic.IsActivity && Definition(bench, claim) is { } said && Series(fact) is { } meant && said != meant ? bench.Finding(claim, Verdict.NotComparable, OtherQuestion, fact) : null;
    }

    private static PublishedSeries? Series(Fact fact) => fact.Figure is null ? PublishedSeries.WorksWith
        : fact.Figure.Series is PublishedSeries.WorksWith or PublishedSeries.Introduced ? fact.Figure.Series : null;

    // What the sentence says that they do: the words nearest before or after the number.
    private static PublishedSeries? Definition(Bench bench, Claim claim)
    {
        var text = bench.Passage.Text;
        var own = bench.Passage.Of(claim).In(text);
        return DefinitionOf(own) ?? DefinitionOf(text);
    }

    private static PublishedSeries? DefinitionOf(string text) => (Works().IsMatch(text), Introduces().IsMatch(text)) switch
    {
        (true, false) => PublishedSeries.WorksWith,
        (false, true) => PublishedSeries.Introduced,
        _ => null,
    };

    private static bool HasInterval(Claim claim, Fact fact) => fact.Interval is { } limits && (claim.Kind == ClaimKind.Margin
        ? fact.Value is { } value && Math.Abs(Math.Max(limits.Upper - value, value - limits.Lower) - claim.Value) <= 0.0075m
        : Rounding.HalfAwayFromZero(limits.Lower, claim.Decimals + 2) == claim.Value && Rounding.HalfAwayFromZero(limits.Upper, claim.Decimals + 2) == claim.Upper);

    private static bool IsPrinted(Claim claim, Fact fact) => fact.Figure is { Qualifier: PublishedQualifier.Range } figure && figure.Lower == claim.Value && figure.Upper == claim.Upper;

    private static bool IsNear(Claim claim, Fact fact) => claim.Kind == ClaimKind.Interval && fact.Interval is { } limits
        && (limits.Lower == claim.Value || limits.Upper == claim.Upper) && Math.Abs(limits.Lower - claim.Value) < 0.01m && Math.Abs(limits.Upper - claim.Upper) < 0.01m;

    private static LocalizedText Told(decimal number) => new("n\u00A0=\u00A0" + NumberFormat.For(Language.Nb).Number(number, 0), "n\u00A0=\u00A0" + NumberFormat.For(Language.En).Number(number, 0));

    // «Enten kopi eller inspirert av andre»: several answers together, which no source has as one number.
    [GeneratedRegex(@"\benten\b.*\beller\b|\beither\b.*\bor\b|\b(?:til ?sammen|sammenlagt|together|combined)\b")]
    private static partial Regex Together();

    // A sentence on money is seldom on a share of workplaces, whatever of its words are known.
    [GeneratedRegex(@"\b(?:kroner|milliard\w*|million\w*|mill\.|mrd\.|nok|euro?)\b")]
    private static partial Regex Money();

    [GeneratedRegex(@"varierer|spenner|avhengig av|fra .* til|etter (?:størrelse|gruppe)|vary|varies|ranges|depending")]
    private static partial Regex Varies();

    [GeneratedRegex(@"konfidens|usikker|feilmargin|confidence|uncertain|margin")]
    private static partial Regex Uncertain();

    [GeneratedRegex(@"\b(?:jobb\w*|arbeid\w*|driv\w*|drev|work\w*|engaged)\s(?:\w+\s){0,2}?(?:med|with|on|in)\sinnova")]
    private static partial Regex Works();

    [GeneratedRegex(@"\b(?:innfør\w*|iverks\w*|tatt i bruk|tok i bruk|tar i bruk|introduc\w*|implement\w*)\b[^.;]{0,40}\binnova|\binnova\w*[^.;]{0,25}\b(?:innfør\w*|iverks\w*|introduc\w*|implement\w*)\b")]
    private static partial Regex Introduces();
}
