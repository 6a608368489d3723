using System.Diagnostics;
using System.Text;

namespace Barometer.Cli.Commands;

/// <summary>
/// Runs the notebooks and keeps what they leave behind. The data are read and checked first: with bad input no notebook
/// runs and nothing is written.
/// </summary>
internal sealed class Reproducer(Repository repository, string? dataFolder)
{
    private readonly string _data = dataFolder ?? repository.Data;

    private FigureIndex Index => new(repository.FigureIndex);

    private DocumentFigures Documents => new(repository.DocumentFigures);

    private ShownRegister Shown => new(repository);

    private NotebookRuns Runs => new(repository, _data);

    private RegisterStore Register => new(_data);

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

        var published = Merge(outcomes);
        var pack = Runs.Pack(outcomes);
        if (check)
        {
            IReadOnlyList<string> stale =
            [
                .. StoredOutputs.FindStale(outcomes, repository),
                .. Shown.FindStale(outcomes),
                .. Ledger.FindStale(ledger),
                .. Register.FindStale(Runs.Register(outcomes)),
                .. Documents.FindStale(outcomes).Select(path => $"{repository.Tell(path)} differs from the figure of a fresh run"),
                .. FindWrongQuotes(outcomes, pack),
                .. Index.FindStale(pack).Select(path => $"{repository.Tell(path)} differs from the list of a fresh run"),
            ];
            Summary.Print(outcomes, published, clock.Elapsed, stale.Count == 0 ? "stored outputs are those of a fresh run" : null);
            return TellStale(stale);
        }

        new ArtifactFolder(repository.Artifacts).Replace(ArtifactManifest.AddedTo(Files(outcomes, published, pack)));
        Store(outcomes);
        Documents.Renew(outcomes);
        Index.Renew(pack);
        Shown.Store(outcomes);
        Ledger.Store(ledger);
        Register.Store(Runs.Register(outcomes));
        Summary.Print(outcomes, published, clock.Elapsed, $"open {repository.Tell(Path.Combine(repository.Artifacts, "index.html"))}");
        return ExitCode.Success;
    }

    /// <summary>Runs single notebooks and stores their outputs in them; the artifacts are left alone.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunOnlyAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var outcomes = await Runs.RunAsync(names, null, cancel);
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
        using var journal = new JournalSetting();
        var outcomes = await Runs.RunAsync([], journal, cancel);
        if (TellFailures(outcomes))
        {
            return ExitCode.Failure;
        }

        var released = journal.Read(outcomes);
        var audit = new ReleaseAudit(ReleasePolicy.Read(Path.Combine(_data, "releases", "policy.json")));
        var found = audit.Attack(released);
        var cells = released.SelectMany(one => one.Entry.Cells).ToList();
        Terminal.Say(
            $"{released.Count} releases, {cells.Count} cells, {cells.Count(cell => cell.Status == CellStatus.Suppressed)} hidden; {audit.Attacked} sums attacked, {found.Count} found");
        return TellStale([.. found.Select(one => one.ToString())]);
    }

    private IEnumerable<string> FindWrongQuotes(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack)
    {
        var known = KnownNumbers.Read(repository, pack.ToNumbers());
        return outcomes.SelectMany(outcome => ProseRules.Check(outcome.Result.Document, repository.Tell(outcome.Result.Path), known)).Select(fault => fault.ToString());
    }

    private PublishedChecks Merge(IReadOnlyList<NotebookOutcome> outcomes) => PublishedChecks.Merge(
        PublishedRegistry.Read(Path.Combine(_data, "published", "figures.csv")), outcomes.SelectMany(outcome => outcome.Collected.Checks));

    private bool TellFailures(IReadOnlyList<NotebookOutcome> outcomes)
    {
        var failed = outcomes.Where(outcome => !outcome.Result.Succeeded).ToList();
        failed.ForEach(outcome => Terminal.Fail($"{repository.Tell(outcome.Result.Path)}, {outcome.Result.Failure}"));
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

    private IEnumerable<ArtifactContent> Files(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, EvidencePack pack) =>
    [
        .. outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files),
        .. outcomes.Select(outcome => Text($"notebooks/{outcome.Name}.ipynb", outcome.Result.Document.ToJson())),
        .. pack.ToFiles().Select(file => new ArtifactContent(file.Name, file.Bytes ?? Encoding.UTF8.GetBytes(file.Text!), "the evidence pack")),
        Text("published-check.csv", published.ToCsv()),
        .. new SitePages(outcomes, SurveyCatalog.Codebooks(_data), published, pack).Write(),
    ];

    private static ArtifactContent Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), "the reproduction itself");

    private static void Store(IEnumerable<NotebookOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            outcome.Result.Document.Write(outcome.Result.Path);
        }
    }
}
