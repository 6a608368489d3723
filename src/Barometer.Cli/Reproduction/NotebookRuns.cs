using System.Reflection;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// Runs notebooks on a data folder, side by side and each in a session of its own: its files are checked first, and notebooks
/// that show what the evidence pack holds run after those that fill it.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="data">The data folder.</param>
/// <param name="phases">The phases of the run.</param>
internal sealed class NotebookRuns(Repository repository, string data, RunPhases phases)
{
    private const string AsksForThePack = "barometer.Pack()";

    /// <summary>The template whose styles the Word documents take; null for their own.</summary>
    public WordTemplate? Template { get; init; }

    /// <summary>Whether the Word documents have native charts in place of pictures.</summary>
    public bool HasCharts { get; init; }

    /// <summary>What a cell shows must be an object of this program's own library.</summary>
    internal static readonly Assembly[] Library =
        [typeof(Exhibit).Assembly, typeof(Survey).Assembly, typeof(SurveyStatistics.SurveyException).Assembly, typeof(DisclosureControl.DisclosureException).Assembly];

    /// <summary>Runs single notebooks.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="ledger">What is decided already.</param>
    /// <param name="cancel">Stops the run.</param>
    public Task<IReadOnlyList<NotebookOutcome>> RunAsync(IReadOnlyCollection<string> names, ReleaseLedger ledger, CancellationToken cancel) =>
        RunAsync(names, (paths, progress) => RunAsync(paths, new WorkbenchSetting { Data = data, Ledger = ledger }, progress, cancel));

    /// <summary>Runs all notebooks; those that show what the evidence pack holds are told what the others have filled it with.</summary>
    /// <param name="ledger">What is decided already; null for the ledger among the data.</param>
    /// <param name="cancel">Stops the run.</param>
    public Task<IReadOnlyList<NotebookOutcome>> RunAllAsync(ReleaseLedger? ledger, CancellationToken cancel) => RunAsync([], async (paths, progress) =>
    {
        var setting = new WorkbenchSetting { Data = data, Ledger = ledger };
        var asking = paths.ToLookup(Asks);
        var first = await RunAsync([.. asking[false]], setting, progress, cancel);
        return [.. first, .. await RunAsync([.. asking[true]], setting with { Exhibits = Register(first) }, progress, cancel)];
    });

    /// <summary>What the notebooks leave behind, as one pack: those that show what it holds are numbered after the others, which they list by number.</summary>
    /// <param name="outcomes">The notebooks.</param>
    /// <param name="ledger">What is published of it; null for the ledger among the data.</param>
    public EvidencePack Pack(IEnumerable<NotebookOutcome> outcomes, ReleaseLedger? ledger = null) => new(
        outcomes.Select(outcome => new PackTheme(outcome.Title, outcome.Collected.Exhibits, outcome.Lead)),
        new PackOrigin(data, CodeVersion.Commit(repository.Root))
        {
            Template = Template,
            HasCharts = HasCharts,
            Edition = PackEdition.Of(ledger ?? ReleaseLedger.Read(Path.Combine(data, "releases", "ledger.json"))),
            Numbers = ExhibitNumbers.Read(data).With(outcomes.Where(outcome => !Asks(outcome.Result.Path)).SelectMany(outcome => EvidencePack.Shown(outcome.Collected.Exhibits))),
        },
        [.. JointRun.Released(outcomes).Where(one => one.Released is not null).Select(one => (one.Entry.Notebook, one.Released!))]);

    /// <summary>The register of the figures and tables that notebooks which ask for it are told of.</summary>
    public IReadOnlyList<PackLine> Register(IEnumerable<NotebookOutcome> outcomes) => PackRegister.Lines(Pack(outcomes.Where(outcome => !Asks(outcome.Result.Path))).Items);

    private async Task<IReadOnlyList<NotebookOutcome>> RunAsync(
        IReadOnlyCollection<string> names, Func<IReadOnlyList<string>, IProgress<CellProgress>, Task<IReadOnlyList<NotebookOutcome>>> run)
    {
        Exploration.SwitchOff();
        var paths = repository.FindNotebooks(names);
        phases.Run("reading the data", _ =>
        {
            CheckInput(data);
            return true;
        });
        return await phases.RunAsync("notebooks", () => RunReport.ShowAsync(paths, progress => run(paths, progress)));
    }

    // As many at a time as there are processors; the outcomes come in the order of the paths.
    private async Task<IReadOnlyList<NotebookOutcome>> RunAsync(
        IReadOnlyList<string> paths, WorkbenchSetting setting, IProgress<CellProgress> progress, CancellationToken cancel)
    {
        using var runner = new NotebookRunner();
        var rules = new CodeRules(KnownNames.Read(repository));
        var outcomes = new NotebookOutcome[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, paths.Count), options, async (i, stop) =>
        {
            var collected = new ExhibitCollector(Path.GetFileNameWithoutExtension(paths[i]));
            (setting with { Released = collected.Hear, IsDecidedAfterwards = true }).Apply();
            var run = new NotebookRunOptions { OutputSeen = collected.See, HostLibraries = Library, Root = repository.Root, Judge = rules.Judge };
            outcomes[i] = new NotebookOutcome(await runner.RunAsync(paths[i], run, new CellFollower(progress, collected), stop), collected);
        });
        cancel.ThrowIfCancellationRequested();
        return outcomes;
    }

    /// <summary>Reads everything that notebooks read, so that all that is wrong with it is told at once, before any of them runs.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="BarometerException">Something is wrong.</exception>
    internal static void CheckInput(string data)
    {
        var surveys = SurveyCatalog.List(data);
        if (surveys.Count == 0)
        {
            throw new BarometerException(new Problem(
                "There are no surveys in the data folder", Expected: $"a codebook in JSON for each survey, in {SurveyFolder.CodebookFolder}/", Hint: "look at --data"));
        }

        List<Action> reads =
        [
            .. surveys.Select<string, Action>(id => () => SurveyReader.Read(data, id)),
            () => ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json")),
            () => PublishedRegistry.Read(Path.Combine(data, "published", "figures.csv")),
        ];
        var problems = reads.SelectMany(Problems).ToList();
        if (problems.Count > 0)
        {
            throw new BarometerException(problems);
        }
    }

    private static IReadOnlyList<Problem> Problems(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (BarometerException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>Whether a notebook shows what the evidence pack holds.</summary>
    internal static bool Asks(string notebook) => File.ReadAllText(notebook).Contains(AsksForThePack, StringComparison.Ordinal);

    /// <summary>Tells the collector which cell runs, besides whoever watches.</summary>
    private sealed class CellFollower(IProgress<CellProgress> progress, ExhibitCollector collected) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            collected.Cell = value.Cell;
            progress.Report(value);
        }
    }
}
