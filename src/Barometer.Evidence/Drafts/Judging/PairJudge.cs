using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges what a sentence says of two numbers: which is larger, by how much, how many times, whether it grew.</summary>
internal static partial class PairJudge
{
    private static readonly LocalizedText Right = new("Tallene er som i kildene.", "The numbers are as in their sources.");
    private static readonly LocalizedText Clear = new("Forskjellen er større enn det som kan skyldes tilfeldigheter.", "The difference is larger than chance would make it.");
    private static readonly LocalizedText ByChance = new("Forskjellen kan skyldes tilfeldigheter: intervallene tillater at den ikke finnes.", "The difference may be chance: the intervals allow that there is none.");
    private static readonly LocalizedText OtherWay = new("Kildene sier det motsatte.", "The sources say the opposite.");
    private static readonly LocalizedText OtherSize = new("Kildene gir en annen forskjell.", "The sources give another difference.");
    private static readonly LocalizedText Rounded = new("Forskjellen er ikke rundet av som den skal.", "The difference isn't rounded as it should be.");
    private static readonly LocalizedText Unknown = new("Usikkerheten er ikke kjent, så kildene avgjør ikke om forskjellen er mer enn tilfeldig.", "The uncertainty isn't known, so that the sources don't decide whether the difference is more than chance.");
    private static readonly LocalizedText NoPair = new("Setningen nevner ikke to tall som kan finnes igjen.", "The sentence names no two numbers that can be found.");

    /// <summary>The finding; null when there is nothing to say.</summary>
    public static DraftFinding? Of(Bench bench, Claim claim)
    {
        if (claim.Kind == ClaimKind.Points && bench.Match(claim).Facts.FirstOrDefault(fact => fact.Measure is "balance" or "difference") is { } fact)
        {
            return Told(bench, claim, fact);
        }

        if (Pair.Of(bench, claim) is not { } pair)
        {
            return claim.Kind is ClaimKind.Points or ClaimKind.Ratio ? bench.Finding(claim, Verdict.Undecided, NoPair) : null;
        }

        bench.Pair = pair;
        // A change goes from the earlier to the later, however it is told.
        if (claim.Kind == ClaimKind.Change && pair.One.Years.Count > 0 && pair.Other.Years.Count > 0 && pair.One.Years.Max() > pair.Other.Years.Max())
        {
            pair = pair.Turned;
        }

        var (comparability, reasons) = Comparable.Of(pair.One, pair.Other, bench.Matcher.All);
        var told = new LocalizedText($"{pair.One.Told.Nb} og {pair.Other.Told.Nb}", $"{pair.One.Told.En} and {pair.Other.Told.En}");
        if (comparability == Comparability.NotComparable)
        {
            return Finding(Verdict.NotComparable, reasons);
        }

        if (claim.Way == Way.Beside)
        {
            return null;
        }

        return !pair.IsSure || comparability is null ? Finding(Verdict.Undecided, comparability is null ? reasons : NoPair)
            : claim.Kind switch
            {
                ClaimKind.Points => Size(Points(claim, pair)),
                ClaimKind.Ratio when claim.IsRelative => Size(Relative(claim, pair)),
                ClaimKind.Ratio => Size(Ratio(claim, pair)),
                _ => Direction(),
            };

        DraftFinding Size(AmountVerdict verdict) => verdict switch
        {
            AmountVerdict.Other => Finding(Verdict.Disagrees, OtherSize),
            AmountVerdict.Rounded => Finding(Verdict.RoundedWrongly, Rounded),
            _ => Chance.Of(pair.One, pair.Other) == ChanceVerdict.Chance && !claim.SaysChance ? Finding(Verdict.WithinChance, ByChance) : Fine(Right),
        };

        DraftFinding Direction()
        {
            var (chance, sign) = (Chance.Of(pair.One, pair.Other), Chance.Direction(pair.One, pair.Other) * (claim.Kind == ClaimKind.Change ? -1 : 1));
            if (claim.Way == Way.Same || claim.SaysChance)
            {
                return chance == ChanceVerdict.Chance ? Fine(Right) : chance == ChanceVerdict.Open ? Finding(Verdict.Undecided, Unknown) : Finding(Verdict.Disagrees, Clear);
            }

            return sign == (claim.Way == Way.Up ? -1 : 1) ? Finding(Verdict.Disagrees, OtherWay)
                : chance == ChanceVerdict.Chance ? Finding(Verdict.WithinChance, ByChance)
                : sign == 0 || chance == ChanceVerdict.Open ? Finding(Verdict.Undecided, Unknown)
                : Fine(Clear);
        }

        DraftFinding Finding(Verdict verdict, LocalizedText reason) => bench.Finding(claim, verdict, reason, pair.One, told) with { Source = Sources(pair) };

        DraftFinding Fine(LocalizedText reason) => bench.Right(claim, reason, pair.One.IsSynthetic ? pair.One : pair.Other, told) with { Source = Sources(pair) };
    }

    /// <summary>Judges a net balance, «netto 58 prosentpoeng», or a difference that was printed as one.</summary>
    // A net balance below nothing is told with a minus or a word for it.
    public static DraftFinding Told(Bench bench, Claim claim, Fact fact) => AmountCheck.Digits(Math.Abs(claim.Value), claim.Decimals + 2, Math.Abs(fact.Value ?? -1), fact.Decimals + 2) switch
    {
        AmountVerdict.Same when fact.Measure == "balance" && (claim.Value < 0 || Hinders().IsMatch(bench.Passage.Of(claim).In(bench.Passage.Text))) != fact.Value < 0 => bench.Finding(claim, Verdict.Disagrees, OtherWay, fact),
        AmountVerdict.Same => bench.Right(claim, Right, fact),
        AmountVerdict.Rounded => bench.Finding(claim, Verdict.RoundedWrongly, Rounded, fact),
        _ => bench.Match(claim).IsSure && !fact.IsHidden ? bench.Finding(claim, Verdict.Disagrees, OtherSize, fact) : bench.Finding(claim, Verdict.Undecided, NoPair, fact),
    };

    // Of the numbers as they are, or as they were rounded beside it.
    private static AmountVerdict Points(Claim claim, Pair pair)
    {
        if (pair is not { One.Value: { } one, Other.Value: { } other })
        {
            return AmountVerdict.Open;
        }

        var (exact, places) = (Math.Abs(one - other), claim.Decimals + 2);
        var shown = Math.Abs(Rounding.HalfAwayFromZero(one, places) - Rounding.HalfAwayFromZero(other, places));
        var isNear = claim.Loose != Loose.Exact && Math.Abs(exact - claim.Value) <= 0.015m;
        return Rounding.HalfAwayFromZero(exact, places) == claim.Value || shown == claim.Value || isNear ? AmountVerdict.Same
            : Math.Abs(exact - claim.Value) < new decimal(1, 0, 0, isNegative: false, (byte)places) ? AmountVerdict.Rounded : AmountVerdict.Other;
    }

    // By which part of itself the number that is started from changed.
    private static AmountVerdict Relative(Claim claim, Pair pair)
    {
        if (pair is not { One.Value: > 0 and { } one, Other.Value: > 0 and { } other })
        {
            return AmountVerdict.Open;
        }

        var slack = claim.Loose == Loose.Exact ? 0.006m : 0.02m;
        return Math.Min(Math.Abs(Math.Abs((one / other) - 1) - claim.Value), Math.Abs(Math.Abs((other / one) - 1) - claim.Value)) <= slack ? AmountVerdict.Same : AmountVerdict.Other;
    }

    private static AmountVerdict Ratio(Claim claim, Pair pair)
    {
        if (pair is not { One.Value: > 0 and { } one, Other.Value: > 0 and { } other })
        {
            return AmountVerdict.Open;
        }

        var (ratio, stated) = (one / other, claim.Value);
        if (stated < 1)
        {
            (ratio, stated) = (1 / ratio, 1 / stated);
        }

        var slack = stated > 2.4m ? 0.5m : stated < 2 ? 0.15m : 0.25m;
        return claim.Loose switch
        {
            Loose.Over or Loose.AtLeast or Loose.LittleOver => ratio >= stated && (claim.Loose != Loose.LittleOver || ratio < stated + slack) ? AmountVerdict.Same : ratio > stated - slack ? AmountVerdict.Rounded : AmountVerdict.Other,
            Loose.Almost or Loose.Near => ratio > stated - (2 * slack) && ratio < stated + (slack / 5) ? AmountVerdict.Same : Math.Abs(ratio - stated) < 2 * slack ? AmountVerdict.Rounded : AmountVerdict.Other,
            _ => Math.Abs(ratio - stated) <= slack ? AmountVerdict.Same : Math.Abs(ratio - stated) <= 2 * slack ? AmountVerdict.Rounded : AmountVerdict.Other,
        };
    }

    [GeneratedRegex(@"hemme|hemmet|held back|holds? back|hindr|hinder|barriere|brems|negativ|minus|under null|inhibit|obstacle|barrier|hamper|negative|below zero")]
    private static partial Regex Hinders();

    private static LocalizedText Sources(Pair pair) => pair.One.Source == pair.Other.Source ? pair.One.Source : new($"{pair.One.Source.Nb}; {pair.Other.Source.Nb}", $"{pair.One.Source.En}; {pair.Other.Source.En}");
}
