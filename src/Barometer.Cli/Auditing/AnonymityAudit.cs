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
