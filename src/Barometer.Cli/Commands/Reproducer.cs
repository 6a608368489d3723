using System.Diagnostics;

namespace Barometer.Cli.Commands;

/// <summary>
/// Runs the notebooks and keeps what they leave behind. The data are read and checked first: with bad input no notebook
/// runs and nothing is written.
/// </summary>
internal sealed class Reproducer(Repository repository, string? dataFolder, string? template = null)
{
    private readonly WordTemplate? _template = template is null ? null : WordTemplate.Read(template);

    private readonly string _data = dataFolder ?? repository.Data;

    private readonly RunPhases _phases = new();

    /// <summary>Whether the Word documents have native charts in place of pictures.</summary>
    public bool HasCharts { get; init; }

    private ShownRegister Shown => new(repository);

    private NotebookRuns Runs => new(repository, _data, _phases) { Template = _template, HasCharts = HasCharts };

    private StoredCopies Copies => new(repository, _data);

    private LedgerStore Ledger => new(_data);

    /// <summary>Runs all notebooks; writes them and the artifacts, or only compares.</summary>
    /// <param name="check">Write nothing, and fail when a stored output differs from a fresh run.</param>
    /// <param name="cancel">Stops the run; nothing is written then.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool check, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        if (await MakeAsync(Ledger, cancel) is not { } made)
        {
            return ExitCode.Failure;
        }

        if (check)
        {
            var stale = _phases.Run("comparing", _ => FindStale(made));
            stale = [.. stale, .. _phases.Run("simulation", _ => SimulateCommand.FindStale(_data))];
            RunReport.Print(made.Outcomes, made.Published, clock.Elapsed, _phases, stale.Count == 0 ? "stored outputs are those of a fresh run" : null);
            return TellStale(stale);
        }

        _phases.Run("files", _ => Write(made));
        RunReport.Print(made.Outcomes, made.Published, clock.Elapsed, _phases, $"open {repository.Tell(Path.Combine(repository.Artifacts, "index.html"))}");
        if (Git.IsRepository(repository.Root) && !CommitHook.Of(repository.Root).AsksTheGate)
        {
            Terminal.Say($"[grey]note[/] nothing checks a commit before it is made: {CommitHook.Install}");
        }

        return ExitCode.Success;
    }

    /// <summary>Runs all notebooks and writes nothing.</summary>
    /// <param name="ledger">What was decided already.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>What they leave behind; null when a notebook failed, or something published would be undone, which people have been told.</returns>
    public async Task<Reproduced?> MakeAsync(LedgerStore ledger, CancellationToken cancel)
    {
        var (outcomes, decided) = await new JointRun(Runs, ledger, _phases, TellFailures).RunAsync(cancel);
        if (decided is null || TellStale(ledger.FindUndone(JointRun.Released(outcomes))) != ExitCode.Success)
        {
            return null;
        }

        var published = PublishedChecks.Complete(
            PublishedRegistry.Read(Path.Combine(_data, "published", "figures.csv")), outcomes.SelectMany(outcome => outcome.Collected.Checks));
        return _phases.Run("evidence pack", _ => new Reproduced(outcomes, decided, published, Runs.Pack(outcomes, decided), Runs.Register(outcomes)));
    }

    /// <summary>What of the stored outputs differs from a fresh run.</summary>
    public IReadOnlyList<string> FindStale(Reproduced made) =>
    [
        .. StoredOutputs.FindStale(made.Outcomes, repository),
        .. Shown.FindStale(made.Outcomes),
        .. Ledger.FindStale(made.Ledger),
        .. Copies.FindStale(made.Outcomes, made.Pack, made.Register),
        .. FindWrongQuotes(made.Outcomes, made.Pack),
    ];

    /// <summary>Stores everything that a run leaves behind.</summary>
    /// <returns>The register of the artifacts: the checksum of each file.</returns>
    public byte[] Write(Reproduced made)
    {
        var files = Files(made.Outcomes, made.Published, made.Pack);
        Parallel.ForEach(files, file => _ = file.Bytes);
        RefuseCharts(files.Where(file => file.Name.StartsWith("evidence/", StringComparison.Ordinal)), made.Pack.Numbers().Numbers);
        IReadOnlyList<ArtifactFile> all = [.. ArtifactFolder.WithRegister(files)];
        new ArtifactFolder(repository.Artifacts).Replace(all);
        Store(made.Outcomes);
        Copies.Renew(made.Outcomes, made.Pack, made.Register);
        Shown.Store(made.Outcomes);
        Ledger.Store(made.Ledger);
        return all[^1].Bytes;
    }

    /// <summary>Runs single notebooks and stores their outputs in them; the artifacts are left alone.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunOnlyAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var (outcomes, decided) = await new JointRun(Runs, Ledger, _phases, TellFailures).RunAsync(names, cancel);
        if (decided is null)
        {
            return ExitCode.Failure;
        }

        Store(outcomes);
        Shown.Store(outcomes);
        return ExitCode.Success;
    }

    /// <summary>Runs single notebooks and writes what they show, marked as drafts; what carries no release is told, and nothing is written then.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="folder">Where to; null for the clone's folder of drafts.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ExportAsync(IReadOnlyCollection<string> names, string? folder, CancellationToken cancel)
    {
        var (outcomes, decided) = await new JointRun(Runs, Ledger, _phases, TellFailures).RunAsync(names, cancel);
        if (decided is null)
        {
            return ExitCode.Failure;
        }

        var numbers = ExhibitNumbers.Read(_data);
        var drafts = outcomes.Select(outcome => new DraftPack(
            outcome.Name, outcome.Title, outcome.Collected.Exhibits, outcome.Collected.Sentences, NotebookGate.IsDraft(outcome.Name) ? ExhibitNumbers.None : numbers)
        { Template = _template, HasCharts = HasCharts }).ToList();
        foreach (var draft in drafts)
        {
            var (path, files) = (Path.Combine(folder ?? repository.Drafts, draft.Notebook), draft.Files());
            Parallel.ForEach(files, file => _ = file.Bytes);
            RefuseCharts(files, [.. draft.Items.SelectMany(item => EvidenceNumbers.Of(item.Exhibit.Numbers))]);
            new ArtifactFolder(path).Replace(files);
            Terminal.Say($"{repository.Tell(path)}: {files[0].Name}, {draft.Workbook} and {Counted.Of(files.Count - 4, "file", "files")} of single figures and tables, marked «utkast»");
        }

        return ExitCode.Success;
    }

    /// <summary>Empties the outputs of notebooks.</summary>
    /// <returns>The exit code.</returns>
    public int Clear(IReadOnlyCollection<string> names)
    {
        var paths = repository.FindNotebooks(names);
        foreach (var path in paths)
        {
            NotebookDocument.Read(path).WithoutOutputs().Write(path);
            Terminal.Say($"{repository.Tell(path)} has no outputs");
        }

        Shown.Forget(paths);
        return ExitCode.Success;
    }

    /// <summary>What the notebooks leave behind as one pack, of a ledger in which more is published.</summary>
    public EvidencePack Pack(IReadOnlyList<NotebookOutcome> outcomes, ReleaseLedger ledger) => Runs.Pack(outcomes, ledger);

    private IEnumerable<string> FindWrongQuotes(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack)
    {
        var prose = new ProseRules(KnownNumbers.Read(repository, pack.Numbers().Numbers), KnownNames.Read(repository));
        return outcomes.SelectMany(outcome => prose.Check(outcome.Result.Document, repository.Tell(outcome.Result.Path), repository.Notebooks)
            .Concat(prose.Check(outcome.English.AsNotebook(), repository.Tell(EnglishText.PathOf(outcome.Result.Path)), Path.Combine(repository.Notebooks, EnglishText.Folder)))).Select(fault => fault.ToString());
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

    // A chart that holds what no release shows is a fault of this program: nothing is written then.
    private static void RefuseCharts(IEnumerable<ArtifactFile> files, IReadOnlyList<EvidenceNumber> numbers)
    {
        var rule = new ChartRule(numbers);
        var faults = files.Where(file => ChartRule.Reads(file.Name)).SelectMany(file => rule.Check(file.Bytes, file.Name)).ToList();
        if (faults.Count > 0)
        {
            throw new BarometerException([.. faults.Select(fault => new Problem(fault.ToString(), Hint: "without --native-charts figures are pictures"))]);
        }
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
        .. new SitePages(new SiteContent(outcomes, pack, PublicationTitle.Read(_data), repository.Root, FrontMatter.Read(_data)), SurveyCatalog.Codebooks(_data), published).Write(),
    ];

    private static void Store(IEnumerable<NotebookOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            outcome.Result.Document.Write(outcome.Result.Path);
        }
    }
}

/// <summary>What a run of all notebooks leaves behind.</summary>
/// <param name="Outcomes">The notebooks.</param>
/// <param name="Ledger">The ledger of their releases.</param>
/// <param name="Published">The published figures, checked.</param>
/// <param name="Pack">The evidence pack.</param>
/// <param name="Register">Its figures and tables.</param>
internal sealed record Reproduced(
    IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger Ledger, PublishedChecks Published, EvidencePack Pack, IReadOnlyList<PackLine> Register);
