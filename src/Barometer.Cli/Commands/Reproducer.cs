using System.Diagnostics;

namespace Barometer.Cli.Commands;

/// <summary>
/// Runs the notebooks and keeps what they leave behind. The data are read and checked first: with bad input no notebook
/// runs and nothing is written.
/// </summary>
internal sealed class Reproducer(Repository repository, string? dataFolder)
{
    private readonly string _data = dataFolder ?? repository.Data;

    private ShownRegister Shown => new(repository);

    private NotebookRuns Runs => new(repository, _data);

    private StoredCopies Copies => new(repository, _data);

    private LedgerStore Ledger => new(_data);

    /// <summary>Runs all notebooks; writes them and the artifacts, or only compares.</summary>
    /// <param name="check">Write nothing, and fail when a stored output differs from a fresh run.</param>
    /// <param name="cancel">Stops the run; nothing is written then.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool check, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var (outcomes, ledger) = await new JointRun(Runs, Ledger, TellFailures).RunAsync(cancel);
        if (ledger is null)
        {
            return ExitCode.Failure;
        }

        var published = PublishedChecks.Complete(
            PublishedRegistry.Read(Path.Combine(_data, "published", "figures.csv")), outcomes.SelectMany(outcome => outcome.Collected.Checks));
        var (pack, register) = (Runs.Pack(outcomes), Runs.Register(outcomes));
        if (check)
        {
            IReadOnlyList<string> stale =
            [
                .. StoredOutputs.FindStale(outcomes, repository),
                .. Shown.FindStale(outcomes),
                .. Ledger.FindStale(ledger),
                .. Copies.FindStale(outcomes, pack, register),
                .. FindWrongQuotes(outcomes, pack),
            ];
            RunReport.Print(outcomes, published, clock.Elapsed, stale.Count == 0 ? "stored outputs are those of a fresh run" : null);
            return TellStale(stale);
        }

        var files = Files(outcomes, published, pack);
        Parallel.ForEach(files, file => _ = file.Bytes);
        new ArtifactFolder(repository.Artifacts).Replace(ArtifactFolder.WithRegister(files));
        Store(outcomes);
        Copies.Renew(outcomes, pack, register);
        Shown.Store(outcomes);
        Ledger.Store(ledger);
        RunReport.Print(outcomes, published, clock.Elapsed, $"open {repository.Tell(Path.Combine(repository.Artifacts, "index.html"))}");
        if (Git.IsRepository(repository.Root) && !CommitHook.Of(repository.Root).AsksTheGate)
        {
            Terminal.Say($"[grey]note[/] nothing checks a commit before it is made: {CommitHook.Install}");
        }

        return ExitCode.Success;
    }

    /// <summary>Runs single notebooks and stores their outputs in them; the artifacts are left alone.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunOnlyAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var outcomes = await Runs.RunAsync(names, cancel);
        if (TellFailures(outcomes))
        {
            return ExitCode.Failure;
        }

        Store(outcomes);
        Shown.Store(outcomes);
        return ExitCode.Success;
    }

    /// <summary>Runs all notebooks and attacks what they release; writes nothing.</summary>
    /// <returns>The exit code: failure when something can be worked out.</returns>
    public async Task<int> AuditAsync(CancellationToken cancel)
    {
        var outcomes = await Runs.RunAllAsync(ledger: null, cancel);
        if (TellFailures(outcomes))
        {
            return ExitCode.Failure;
        }

        var released = JointRun.Released(outcomes);
        var audit = new ReleaseAudit(ReleasePolicy.Read(Path.Combine(_data, "releases", "policy.json")));
        var found = audit.Attack(released);
        var cells = released.SelectMany(one => one.Entry.Cells).ToList();
        Terminal.Say(
            $"{released.Count} releases, {cells.Count} cells, {cells.Count(cell => cell.Status == CellStatus.Suppressed)} hidden; {audit.Attacked} sums attacked, {found.Count} found");
        return TellStale([.. found.Select(one => one.ToString())]);
    }

    private IEnumerable<string> FindWrongQuotes(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack)
    {
        var prose = new ProseRules(KnownNumbers.Read(repository, pack.Numbers().Numbers), KnownNames.Read(repository));
        return outcomes.SelectMany(outcome => prose.Check(outcome.Result.Document, repository.Tell(outcome.Result.Path), repository.Notebooks)).Select(fault => fault.ToString());
    }

    private bool TellFailures(IReadOnlyList<NotebookOutcome> outcomes)
    {
        var failed = outcomes.Where(outcome => !outcome.Result.Succeeded).ToList();
        foreach (var outcome in failed)
        {
            outcome.Result.Failures.ToList().ForEach(failure => Terminal.Fail($"{repository.Tell(outcome.Result.Path)}, {failure}"));
        }

        var unreleased = failed.Count > 0 ? [] : Shown.FindUnreleased(outcomes);
        foreach (var fault in unreleased)
        {
            Terminal.Fail(fault.ToString());
        }

        return failed.Count + unreleased.Count > 0;
    }

    private static int TellStale(IReadOnlyList<string> stale)
    {
        foreach (var line in stale)
        {
            Terminal.Fail(line);
        }

        return stale.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private IReadOnlyList<ArtifactFile> Files(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, EvidencePack pack) =>
    [
        .. outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files()),
        .. outcomes.Select(outcome => new ArtifactFile($"notebooks/{outcome.Name}.ipynb", outcome.Result.Document.ToJson)),
        .. pack.Files(),
        new ArtifactFile("published-check.csv", published.ToCsv),
        .. new SitePages(outcomes, SurveyCatalog.Codebooks(_data), published, pack).Write(),
    ];

    private static void Store(IEnumerable<NotebookOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            outcome.Result.Document.Write(outcome.Result.Path);
        }
    }
}
