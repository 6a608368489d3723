namespace Barometer.Cli.Reproduction;

/// <summary>
/// Runs notebooks on a data folder: its files are checked first, and notebooks that show what the evidence pack holds run
/// after those that fill it.
/// </summary>
internal sealed class NotebookRuns(Repository repository, string data)
{
    private const string AsksForThePack = "barometer.Pack()";

    /// <summary>Runs single notebooks, or all.</summary>
    /// <param name="names">Their names; none for all.</param>
    /// <param name="journal">Where the run's releases are written down, and the register of figures and tables is laid; null for neither.</param>
    /// <param name="cancel">Stops the run.</param>
    public async Task<IReadOnlyList<NotebookOutcome>> RunAsync(IReadOnlyCollection<string> names, JournalSetting? journal, CancellationToken cancel)
    {
        Exploration.SwitchOff();
        var paths = repository.FindNotebooks(names);
        InputCheck.Check(data);
        using var setting = new DataSetting(data);
        return await RunProgress.ShowAsync(paths, progress => RunAsync(paths, journal, progress, cancel));
    }

    /// <summary>What the notebooks leave behind, as one pack.</summary>
    public EvidencePack Pack(IEnumerable<NotebookOutcome> outcomes) => EvidencePack.Of(
        [.. outcomes.Select(outcome => new PackNotebook(outcome.Name, outcome.Title, [.. outcome.Collected.Exhibits.Select(exhibit => exhibit.Pack)]))],
        new PackOrigin(data, CodeVersion.Commit(repository.Root)));

    /// <summary>The register of the figures and tables that notebooks which ask for it are told of.</summary>
    public string Register(IEnumerable<NotebookOutcome> outcomes) => Pack(outcomes.Where(outcome => !Asks(outcome.Result.Path))).ToRegister();

    private async Task<IReadOnlyList<NotebookOutcome>> RunAsync(
        IReadOnlyList<string> paths, JournalSetting? journal, IProgress<CellProgress> progress, CancellationToken cancel)
    {
        var batch = new NotebookBatch(repository);
        var asking = paths.ToLookup(Asks);
        var first = await batch.RunAsync([.. asking[false]], progress, cancel);
        journal?.Tell(Register(first));
        return [.. first, .. await batch.RunAsync([.. asking[true]], progress, cancel)];
    }

    private static bool Asks(string notebook) => File.ReadAllText(notebook).Contains(AsksForThePack, StringComparison.Ordinal);
}
