using System.Text.RegularExpressions;

namespace Barometer.Evidence.Drafts.Judging;

/// <summary>Judges how many were in the population, were invited and answered, and how many answered a question.</summary>
internal static partial class CountJudge
{
    private static readonly LocalizedText Same = new("Tallet er som i kilden.", "The number is as in its source.");
    private static readonly LocalizedText Other = new("Kilden har et annet tall.", "Its source has another number.");
    private static readonly LocalizedText Rounded = new("Tallet er avrundet uten at teksten sier det, eller rundet feil.", "The number is rounded without the text saying so, or rounded wrongly.");
    private static readonly LocalizedText Unknown = new("Ingen kilde har et slikt antall.", "No source has such a number.");

    /// <summary>The finding; null for a number that isn't about a survey.</summary>
    public static DraftFinding? Of(Bench bench, Claim claim)
    {
        var marked = bench.Marks(claim).Select(mark => (mark, fact: bench.Matcher.ById(mark.Name))).Where(one => one.fact is not null).ToList();
        if (marked.Count > 0)
        {
            var fact = marked[0].fact!;
            return Judge(bench, claim, [(fact, marked[0].mark.Name.Contains("#n", StringComparison.Ordinal) || fact.Measure != "count" ? fact.Answers : fact.Value)]);
        }

        if (RoleOf(bench.Passage, claim) is not { } role)
        {
            return null;
        }

        var own = bench.Passage.Of(claim);
        var scope = Scope.Of(bench.Passage, own, bench.Thread, claim.Start);
        var counts = bench.Matcher.All.Where(fact => fact.Measure == "count" && scope.Allows(fact) && Plays(fact, role)).ToList();
        var meant = scope.Narrow(counts).Where(scope.Counts).ToList();
        if (role == Answered && AmongAnswers().IsMatch(bench.Passage.Text[claim.End..]) && counts.Where(fact => fact.Groups is [{ Variable: "innovated" }]).ToList() is { Count: > 0 } parts)
        {
            var code = bench.Passage.IsDenied(own, claim.Start) ? "no" : EstimateWording.Yes;
            return Activity().IsMatch(bench.Passage.Text) ? Judge(bench, claim, [.. parts.Where(fact => fact.Groups[0].Code == code).Select(fact => (fact, fact.Value))]) : bench.Finding(claim, Verdict.Undecided, Unknown);
        }

        if (role == Answered && AskedOf(bench, claim, own) is { } asked)
        {
            return asked;
        }

        return meant.Count == 0 ? bench.Finding(claim, Verdict.Undecided, Unknown) : Judge(bench, claim, [.. meant.Select(fact => (fact, fact.Value))]);
    }

    private const string Answered = "svare";
    private const string Invited = "inviter";
    private const string Population = "populasjon";

    // «663 svarte på spørsmålet»: a question's answers, not the survey's.
    private static DraftFinding? AskedOf(Bench bench, Claim claim, Stretch own)
    {
        if (!Question().IsMatch(bench.Passage.Text))
        {
            return null;
        }

        var matched = bench.Matcher.Find(bench.Passage, own, bench.Thread, ["share"], claim.Start, isDenied: false);
        var fact = matched.Facts.Concat(matched.Others).FirstOrDefault(one => one.Answers == claim.Value);
        return fact is not null ? bench.Right(claim, Same, fact) : bench.Finding(claim, Verdict.Undecided, Unknown, matched.Facts.Count > 0 ? matched.Facts[0] : null);
    }

    private static DraftFinding Judge(Bench bench, Claim claim, IReadOnlyList<(Fact Fact, decimal? Value)> facts)
    {
        var judged = facts.Where(one => one.Value is not null && !one.Fact.IsHidden)
            .Select(one => (one.Fact, verdict: one.Fact.Figure is { IsRoundedStatement: true } ? Printed(claim, one.Fact) : AmountCheck.Count(claim, one.Value!.Value)))
            .OrderBy(one => one.verdict).ThenBy(one => one.Fact.IsSynthetic).ToList();
        return judged.Count == 0 ? bench.Finding(claim, Verdict.Undecided, Unknown)
            : judged[0].verdict switch
            {
                AmountVerdict.Same => bench.Right(claim, Same, judged[0].Fact),
                AmountVerdict.Rounded => bench.Finding(claim, Verdict.RoundedWrongly, Rounded, judged[0].Fact),
                AmountVerdict.Open => bench.Finding(claim, Verdict.Undecided, Unknown, judged[0].Fact),
                _ => bench.Finding(claim, Verdict.Disagrees, Other, judged[0].Fact),
            };
    }

    // «Vel 1800» of «litt over 1800».
    private static AmountVerdict Printed(Claim claim, Fact fact)
    {
        var stated = fact.Figure!.Value ?? fact.Figure.Lower ?? fact.Figure.Upper ?? 0;
        return claim.Value == stated ? claim.Loose is Loose.Exact or Loose.Around or Loose.LittleOver or Loose.Over or Loose.Almost ? AmountVerdict.Same : AmountVerdict.Open
            : claim.Value >= fact.Least && claim.Value <= fact.Most ? AmountVerdict.Open : AmountVerdict.Other;
    }

    private static bool Plays(Fact fact, string role) => fact.Figure is null
        ? fact.Topic.Variable == role switch { Answered => "answered", Invited => "invited", _ => "population" }
        : role switch { Answered => fact.Figure.Topic is "answers" or "complete-answers", Invited => fact.Figure.Topic is "invited" or "sample", _ => fact.Figure.Topic.StartsWith("population", StringComparison.Ordinal) };

    // The word of its part that stands nearest.
    private static string? RoleOf(Passage passage, Claim claim)
    {
        if (claim.IsOfShare || passage.Text[claim.Start..claim.End].TrimStart().StartsWith("n ", StringComparison.Ordinal))
        {
            return Answered;
        }

        // «Av 180 virksomheter svarte 80», «80 av 180 virksomheter svarte»: of the invited; of those who answered only where it is said what.
        if (passage.Text[..claim.Start] is var before && (Of().IsMatch(before) || (First().IsMatch(before) && Others().IsMatch(passage.Text[claim.End..]))) && !Invitation().IsMatch(passage.Text[claim.End..]))
        {
            return Said().IsMatch(passage.Text) ? Answered : Invited;
        }

        // «762 av 1 686 inviterte»: those of the invited are who answered.
        if (Among().IsMatch(passage.Text[claim.End..]))
        {
            return Answered;
        }

        var own = passage.Of(claim);
        return Role().Matches(passage.Text).Where(match => own.Holds(match.Index))
            .OrderBy(match => match.Index >= claim.Start ? Math.Max(0, match.Index - claim.End) : (claim.Start - match.Index - match.Length) * 2)
            .Select(match => match.Groups["answered"].Success ? Answered : match.Groups["invited"].Success ? Invited : Population)
            .FirstOrDefault();
    }

    [GeneratedRegex(@"(?<answered>\bsvar(?:te|t|ene|et)?\b|besvar\w*|respondent\w*|deltok\b|deltakere|nettoutvalg\w*|respon(?:ses|ded)|\banswer(?:s|ed)?\b|repl(?:ies|ied)|respondents|participa\w*|net sample)|(?<invited>\binvit\w*|utsend\w*|sendt (?:ut )?til|tilsendt|bruttoutvalg\w*|utvalg(?:et)?\b|spurt\b|kontaktet|sent to|\bsample[ds]?\b|approached|\basked\b|gross sample|mottok)|(?<population>populasjon\w*|population|målgruppe\w*|finnes|i alt i staten|teller|\bframe\b|\bramm(?:e|en)\b)")]
    private static partial Regex Role();

    [GeneratedRegex(@"\d\s(?:av|of)\s(?:de |dem |i alt |the |all |a total of )*$")]
    private static partial Regex Of();

    [GeneratedRegex(@"^(?:av|of)\s(?:de |dem |i alt |the |all |a total of )*$")]
    private static partial Regex First();

    [GeneratedRegex(@"^[^.;]*\b(?:svarte|responded|answered)\b[^.;]*\d|\d[^.;]*\b(?:svarte|responded|answered)\b")]
    private static partial Regex Others();

    [GeneratedRegex(@"^\s(?:som (?:har )?svar|svar\b|svarene|respondent|who (?:answered|responded)|that (?:answered|responded)|responses|answers)|populasjon|population")]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\b(?:svarte|answered|responded)\b[^.;,]{0,20}\b(?:at|that)\b")]
    private static partial Regex Said();

    [GeneratedRegex(@"^\s(?:av|of)\s(?:de |dem |i alt |the |a total of )?\d")]
    private static partial Regex Among();

    // «673 av de 762 som svarte, jobber med innovasjon»: how many of the answers said so.
    [GeneratedRegex(@"^\s(?:av|of)\s(?:de |dem |the )?\d[\d ]*\s(?:\p{L}+\s){0,2}?(?:som (?:har )?svart|svar\b|svarene|respondent|who (?:answered|responded)|that (?:answered|responded)|responses|answers)")]
    private static partial Regex AmongAnswers();

    [GeneratedRegex(@"\binnov")]
    private static partial Regex Activity();

    [GeneratedRegex(@"spørsmål|question|valgte|krysset|oppga\b|ticked|chose")]
    private static partial Regex Question();
}
