using System.Globalization;
using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Cli.Auditing;

/// <summary>What a proof by other answers has shown, in words: counts, questions, answers and releases; no value, and nobody who answered.</summary>
internal sealed class ProofReport(ProofResult proof)
{
    /// <summary>Facts, worlds and seconds.</summary>
    public IEnumerable<string> Summary()
    {
        foreach (var part in proof.Parts)
        {
            var facts = Facts(part);
            var counts = part.Counts.All.Count;
            yield return Line($"{part.Truth.Survey.Id}: {facts.Count:N0} facts of organisations (question × answer), {facts.Count(part.IsProven):N0} proven; {counts:N0} counts that break a rule, {Enumerable.Range(0, counts).Count(part.IsProvenCount):N0} proven");
            foreach (var (who, mask) in ((string, ulong[])[])[("an organisation that knows its own answers", proof.Insiders.Single), ("two organisations of one ministry area", proof.Insiders.Pairs)])
            {
                var (asked, missing) = (facts.Sum(fact => part.Asked(fact, mask)), facts.Sum(fact => (long)part.Missing(fact, mask)));
                yield return Line($"  before {who}: {asked:N0} (fact × who), {asked - missing:N0} proven");
            }
        }

        yield return Line($"{proof.Worlds} worlds of which everything is shown alike, {proof.Refused} without; {proof.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>What no world proves, a line an answer, with the releases that it follows from.</summary>
    public IEnumerable<string> Unproven() =>
        from part in proof.Parts
        let open = Facts(part).Where(fact => !part.IsProven(fact)).Select(fact => (part.Facts.All[fact].Question, part.Facts.All[fact].Answer, IsFact: true))
            .Concat(part.Counts.All.Index().Where(count => !part.IsProvenCount(count.Index)).Select(count => (count.Item.Question, count.Item.Answer, IsFact: false)))
        from same in open.GroupBy(one => (one.Question, one.Answer))
        let question = part.Truth.Questions[same.Key.Question].Name
        let releases = part.ReleasesOf(same.Key.Question)
        let behind = releases.Count == 0 ? "nothing shows it, but it moves with others" : "it follows from " + string.Join(", ", releases)
        select Line($"{part.Truth.Survey.Id}, {question}={part.Truth.Values[same.Key.Question].Code(same.Key.Answer)}: no other answers were found for {Counted(same.Count(one => one.IsFact), "organisation")} and {Counted(same.Count(one => !one.IsFact), "count of a group")}; {behind}");

    private static List<int> Facts(ProofPart part) => [.. Enumerable.Range(0, part.Facts.All.Count).Where(fact => part.Facts.Exists[fact])];

    private static string Counted(int count, string what) => Line($"{count} {(count == 1 ? what : what.Replace("organisation", "organisations", StringComparison.Ordinal).Replace("count ", "counts ", StringComparison.Ordinal))}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
