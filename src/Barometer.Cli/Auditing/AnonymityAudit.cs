using System.CommandLine;
using System.Globalization;
using Barometer.Analysis.Anonymity.Alternatives;

namespace Barometer.Cli.Auditing;

/// <summary>
/// Asks of everything that the notebooks show whether it tells what it mustn't: by the equations in it, and by other answers of which the library shows
/// the very same. It writes how much is proven, for reviewers; worlds are made of answers and never leave the memory.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="data">The data folder.</param>
internal sealed class AnonymityAudit(Repository repository, string data)
{
    /// <summary>The worlds that two idle cores recompute within a minute.</summary>
    public const int QuickWorlds = 22;

    /// <summary>The worlds that two idle cores recompute to the byte within twenty minutes.</summary>
    public const int Worlds = 100;

    /// <summary>Audits, and tells what it finds.</summary>
    /// <param name="quick">Recompute estimates and released values only.</param>
    /// <param name="worlds">The most worlds to look at.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code: failure when something follows from equations, or is proven by no world.</returns>
    public int Run(bool quick, int worlds, CancellationToken cancel)
    {
        using var progress = new PhaseProgress();
        NotebookRuns.CheckInput(data);
        Exploration.SwitchOff();
        var policy = ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json"));
        var stored = ReleaseLedger.Read(Path.Combine(data, "releases", "ledger.json"));
        List<Survey> surveys = [.. SurveyCatalog.List(data).Select(id => SurveyReader.Read(data, id))];
        using var notebooks = new Recomputation(repository, data, stored, name => progress.Say($"compiling {name}"), cancel);

        progress.Begin("running the notebooks");
        var given = surveys.ToDictionary(survey => survey.Id, StringComparer.Ordinal);
        var truth = notebooks.Run(given, cancel);
        progress.Begin("attacking the equations in what they show");
        var found = Attack(truth, policy);

        Func<IReadOnlyDictionary<string, Survey>, Recomputed, CancellationToken, IReadOnlySet<SeenQuestion>?>? confirm = null;
        if (!quick)
        {
            progress.Begin("searching what is hidden, and making everything to the byte");
            var confirmation = new Confirmation(notebooks, new JointPlan(policy, stored), truth, notebooks.RunToTheByte(given, cancel));
            confirm = confirmation.Differences;
        }

        progress.Begin("other answers");
        var proof = new AlternativeProof(surveys, policy, notebooks.Run, confirm).Run(worlds, new Heard(progress), cancel);
        progress.End();
        AuditRecord.Of(proof, truth.Released, quick).Store(data);
        return Tell(found, proof);
    }

    private static IReadOnlyList<ReleaseFinding> Attack(Recomputed truth, ReleasePolicy policy)
    {
        var audit = new ReleaseAudit(policy);
        var found = audit.Attack(truth.Released);
        var cells = truth.Released.SelectMany(one => one.Entry.Cells).ToList();
        Terminal.Say(
            $"{Counted.Of(truth.Released.Count, "release", "releases")}, {Counted.Of(cells.Count, "cell", "cells")}, {cells.Count(cell => cell.Status == CellStatus.Suppressed)} hidden; {Counted.Of(audit.Attacked, "sum", "sums")} attacked, {found.Count} found");
        return found;
    }

    private static int Tell(IReadOnlyList<ReleaseFinding> found, ProofResult proof)
    {
        var report = new ProofReport(proof);
        foreach (var line in report.Summary())
        {
            Terminal.Say($"{line}");
        }

        foreach (var line in report.Unproven())
        {
            Terminal.Say($"[yellow]unproven[/] {line}");
        }

        foreach (var one in found)
        {
            Terminal.Fail(one.ToString());
        }

        return found.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private sealed class Heard(PhaseProgress progress) : IProgress<ProofResult>
    {
        public void Report(ProofResult value) => progress.Say(string.Create(
            CultureInfo.InvariantCulture, $"{value.Worlds} worlds, {value.Parts.Sum(part => part.Open):N0} facts to prove, {value.Elapsed.TotalSeconds:0} s"));
    }
}

/// <summary>Whether other answers show the same in what a quick recomputation leaves out: what is hidden is searched again, and every byte is made.</summary>
/// <param name="notebooks">Runs the notebooks.</param>
/// <param name="plan">Decides what is hidden.</param>
/// <param name="truth">What is released of the true answers.</param>
/// <param name="bytes">What is made of them.</param>
internal sealed class Confirmation(Recomputation notebooks, JointPlan plan, Recomputed truth, IReadOnlyList<ShownOutput> bytes)
{
    private readonly ReleaseLedger _ledger = plan.Decide(truth.Released);

    /// <summary>The questions of which something else is hidden; null when something else differs.</summary>
    public IReadOnlySet<SeenQuestion>? Differences(IReadOnlyDictionary<string, Survey> surveys, Recomputed shown, CancellationToken cancel)
    {
        var ledger = plan.Decide(shown.Released);
        cancel.ThrowIfCancellationRequested();
        var changed = _ledger.Entries.Zip(ledger.Entries)
            .Where(pair => pair.First.Id != pair.Second.Id || !pair.First.Cells.SequenceEqual(pair.Second.Cells))
            .Select(pair => pair.First.Id).ToHashSet(StringComparer.Ordinal);
        if (changed.Count > 0)
        {
            return truth.QuestionsOf(changed);
        }

        return notebooks.RunToTheByte(surveys, cancel).SequenceEqual(bytes) ? new HashSet<SeenQuestion>() : null;
    }
}

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

/// <summary><c>barometer audit</c>: attacks everything that the notebooks release; what it proves is written for reviewers alone.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Recompute estimates and released values only: no pictures, no documents, and what is hidden isn't searched again." };
        var worlds = new Option<int?>("--worlds") { Description = $"The most worlds of other answers to look at; {AnonymityAudit.Worlds}, with --quick {AnonymityAudit.QuickWorlds}." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var cases = new Option<DirectoryInfo?>("--cases") { Description = "Write a case for each answer, from the numbers of the last reproduction and the frame alone, into this folder, and judge them." };
        var command = new Command("audit", "Try to work out what the notebooks hide, as a reader and as each organisation, and prove by other answers that nobody can.") { quick, worlds, data, cases };
        command.SetAction((parsed, cancel) =>
        {
            var repository = Repository.Find();
            var folder = parsed.GetValue(data)?.FullName ?? repository.Data;
            Func<int> work = parsed.GetValue(cases) is { } target
                ? () => new PublishedCases(repository, folder).Write(target.FullName, cancel)
                : () => new AnonymityAudit(repository, folder).Run(parsed.GetValue(quick), parsed.GetValue(worlds) ?? (parsed.GetValue(quick) ? AnonymityAudit.QuickWorlds : AnonymityAudit.Worlds), cancel);

            // A search that is under way is left behind: who stops the program doesn't wait for it.
            return Task.Run(work, cancel).WaitAsync(cancel);
        });
        return command;
    }
}
