using System.Diagnostics;
using System.Text;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Anonymity.Audit;
using Barometer.Analysis.Anonymity.Ledger;
using Barometer.Analysis.Display;
using Barometer.Analysis.Loading;
using Barometer.Cli.Site;
using Barometer.Evidence.Pack;
using Barometer.Evidence.Published;

namespace Barometer.Cli.Reproduction;

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

    private LedgerStore Ledger => new(_data);

    /// <summary>Runs all notebooks; writes them and the artifacts, or only compares.</summary>
    /// <param name="check">Write nothing, and fail when a stored output differs from a fresh run.</param>
    /// <param name="cancel">Stops the run; nothing is written then.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool check, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var (outcomes, ledger) = await RunJointlyAsync(cancel);
        if (ledger is null)
        {
            return Outcome.Failure;
        }

        var published = Merge(outcomes);
        var pack = Pack(outcomes);
        if (check)
        {
            IReadOnlyList<string> stale =
            [
                .. StoredOutputs.FindStale(outcomes, repository),
                .. Shown.FindStale(outcomes),
                .. Ledger.FindStale(ledger),
                .. Documents.FindStale(outcomes).Select(path => $"{repository.Tell(path)} differs from the figure of a fresh run"),
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
        Summary.Print(outcomes, published, clock.Elapsed, $"open {repository.Tell(Path.Combine(repository.Artifacts, "index.html"))}");
        return Outcome.Success;
    }

    /// <summary>Runs single notebooks and stores their outputs in them; the artifacts are left alone.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunOnlyAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var outcomes = await RunNotebooksAsync(names, cancel);
        if (TellFailures(outcomes))
        {
            return Outcome.Failure;
        }

        Store(outcomes);
        Shown.Store(outcomes);
        return Outcome.Success;
    }

    /// <summary>Runs all notebooks and attacks what they release; writes nothing.</summary>
    /// <returns>The exit code: failure when something can be worked out.</returns>
    public async Task<int> AuditAsync(CancellationToken cancel)
    {
        using var journal = new JournalSetting();
        var outcomes = await RunNotebooksAsync([], cancel);
        if (TellFailures(outcomes))
        {
            return Outcome.Failure;
        }

        var released = journal.Read(outcomes);
        var audit = new ReleaseAudit(ReleasePolicy.Read(Path.Combine(_data, "releases", "policy.json")));
        var found = audit.Attack(released);
        var cells = released.SelectMany(one => one.Entry.Cells).ToList();
        Terminal.Say(
            $"{released.Count} releases, {cells.Count} cells, {cells.Count(cell => cell.Status != CellStatus.Published)} hidden; {audit.Attacked} sums attacked, {found.Count} found");
        return TellStale([.. found.Select(one => one.ToString())]);
    }

    /// <summary>
    /// Runs all notebooks, decides on their releases together, and runs them again should that change what is seen.
    /// </summary>
    /// <returns>The outcomes with the ledger of their releases; without a ledger when a notebook failed.</returns>
    private async Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunJointlyAsync(CancellationToken cancel)
    {
        using var journal = new JournalSetting();
        var outcomes = await RunNotebooksAsync([], cancel);
        if (TellFailures(outcomes))
        {
            return (outcomes, null);
        }

        var released = journal.Read(outcomes);
        var plan = Ledger.Plan(released);
        if (!plan.IsFollowed)
        {
            journal.Restart(plan.Ledger);
            outcomes = await RunNotebooksAsync([], cancel);
            if (TellFailures(outcomes))
            {
                return (outcomes, null);
            }

            released = journal.Read(outcomes);
            plan = Ledger.Plan(released);
        }

        TellMostlyHidden(released);
        return (outcomes, plan.Ledger);
    }

    private static void TellMostlyHidden(IReadOnlyList<JournalEntry> released)
    {
        foreach (var one in released.Where(one => one.Coarser is not null))
        {
            Terminal.Say($"«{one.Entry.Id}» ({one.Entry.Notebook}) is mostly hidden. {one.Coarser}");
        }
    }

    private async Task<IReadOnlyList<NotebookOutcome>> RunNotebooksAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        Exploration.SwitchOff();
        var paths = repository.FindNotebooks(names);
        InputCheck.Check(_data);
        using var setting = new DataSetting(_data);
        return await RunProgress.ShowAsync(paths, progress => new NotebookBatch(repository).RunAsync(paths, progress, cancel));
    }

    private EvidencePack Pack(IReadOnlyList<NotebookOutcome> outcomes) => EvidencePack.Of(
        [.. outcomes.Select(outcome => new PackNotebook(outcome.Name, outcome.Title, [.. outcome.Collected.Exhibits.Select(exhibit => exhibit.Pack)]))],
        new PackOrigin(_data, CodeVersion.Commit(repository.Root)));

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

        return stale.Count == 0 ? Outcome.Success : Outcome.Failure;
    }

    private IEnumerable<ArtifactContent> Files(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, EvidencePack pack) =>
    [
        .. outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files),
        .. outcomes.Select(outcome => Text($"notebooks/{outcome.Name}.ipynb", outcome.Result.Document.ToJson())),
        .. pack.ToFiles().Select(file => new ArtifactContent(file.Name, file.Bytes ?? Encoding.UTF8.GetBytes(file.Text!), "the evidence pack")),
        Text("published-check.csv", published.ToCsv()),
        Text("index.html", IndexPage.Write(outcomes, published)),
        .. SitePages.Write(outcomes, SurveyCatalog.Codebooks(_data)),
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
