namespace Barometer.Cli.Reproduction;

/// <summary>
/// Runs all notebooks, decides on their releases together, and runs them again should that change what is seen.
/// </summary>
/// <param name="runs">Runs notebooks.</param>
/// <param name="ledger">Decides on their releases.</param>
/// <param name="failed">Whether a notebook failed, which it tells people.</param>
internal sealed class JointRun(NotebookRuns runs, LedgerStore ledger, Func<IReadOnlyList<NotebookOutcome>, bool> failed)
{
    /// <summary>The outcomes with the ledger of their releases; without a ledger when a notebook failed.</summary>
    public async Task<(IReadOnlyList<NotebookOutcome> Outcomes, ReleaseLedger? Ledger)> RunAsync(CancellationToken cancel)
    {
        using var journal = new JournalSetting();
        var outcomes = await runs.RunAsync([], journal, cancel);
        if (failed(outcomes))
        {
            return (outcomes, null);
        }

        var released = journal.Read(outcomes);
        var plan = ledger.Plan(released);
        if (!plan.IsFollowed)
        {
            Terminal.Say($"[grey]what is hidden has changed: the notebooks run once more[/]");
            journal.Restart(plan.Ledger);
            outcomes = []; // the pictures of the first run are as large as those of the second
            outcomes = await runs.RunAsync([], journal, cancel);
            if (failed(outcomes))
            {
                return (outcomes, null);
            }

            released = journal.Read(outcomes);
            plan = ledger.Plan(released);
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
}

/// <summary>The ledger of a data folder, and the plan for what is released next.</summary>
/// <param name="data">The data folder.</param>
internal sealed class LedgerStore(string data)
{
    private readonly string _path = Path.Combine(data, "releases", "ledger.json");

    /// <summary>Decides on the releases of all notebooks together.</summary>
    /// <returns>The ledger, and whether the notebooks showed what it says.</returns>
    public (ReleaseLedger Ledger, bool IsFollowed) Plan(IReadOnlyList<JournalEntry> released)
    {
        var stored = ReleaseLedger.Read(_path);
        var ledger = new JointPlan(ReleasePolicy.Read(Path.Combine(data, "releases", "policy.json")), stored).Decide(released);
        return (ledger, released.All(one => ledger.Find(one.Entry.Id)!.Cells.SequenceEqual(one.Entry.Cells)));
    }

    /// <summary>What differs between the ledger as it is stored and another.</summary>
    public IEnumerable<string> FindStale(ReleaseLedger ledger)
    {
        var stored = ReleaseLedger.Read(_path);
        foreach (var entry in ledger.Entries.Where(entry => stored.Find(entry.Id) is { IsPublished: true } old && old.Digest != entry.Digest))
        {
            yield return $"«{entry.Id}» is published, and a fresh run gives another content: release it under a new id";
        }

        if (stored.ToJson() != ledger.ToJson())
        {
            yield return "data/releases/ledger.json differs from the ledger of a fresh run";
        }
    }

    /// <summary>Stores a ledger.</summary>
    public void Store(ReleaseLedger ledger) => File.WriteAllText(_path, ledger.ToJson());
}

/// <summary>
/// Has the notebooks' workbenches write down what they release, as long as it lives: in a temporary folder that goes with it.
/// </summary>
internal sealed class JournalSetting : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable(ReleaseJournal.Variable);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barometer-journal-");

    public JournalSetting() => Environment.SetEnvironmentVariable(ReleaseJournal.Variable, _folder.FullName);

    /// <summary>The releases in the notebooks' order, each with the notebook that shows it or another of the same session.</summary>
    public IReadOnlyList<JournalEntry> Read(IReadOnlyList<NotebookOutcome> outcomes)
    {
        var sessions = ReleaseJournal.Read(_folder.FullName);
        return [.. sessions
            .Select(session => (Session: session, Notebook: NotebookOf(session, outcomes)))
            .OrderBy(one => one.Notebook, StringComparer.Ordinal)
            .ThenBy(one => one.Session.Count == 0 ? "" : one.Session[0].Entry.Id, StringComparer.Ordinal)
            .SelectMany(one => one.Session.Select(entry => entry with { Entry = entry.Entry with { Notebook = one.Notebook } }))];
    }

    /// <summary>Lays the register of figures and tables where notebooks that ask for it look.</summary>
    public void Tell(string register) => File.WriteAllText(Path.Combine(_folder.FullName, PackRegister.FileName), register);

    /// <summary>Forgets what was written down, and has the next run follow a ledger.</summary>
    public void Restart(ReleaseLedger ledger)
    {
        foreach (var file in _folder.EnumerateFiles())
        {
            file.Delete();
        }

        File.WriteAllText(Path.Combine(_folder.FullName, ReleaseJournal.LedgerName), ledger.ToJson());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ReleaseJournal.Variable, _before);
        _folder.Delete(recursive: true);
    }

    private static string NotebookOf(IReadOnlyList<JournalEntry> session, IReadOnlyList<NotebookOutcome> outcomes)
    {
        var ids = session.Select(entry => entry.Entry.Id).ToHashSet(StringComparer.Ordinal);
        return outcomes.FirstOrDefault(outcome => outcome.Collected.Exhibits.Any(exhibit => ids.Contains(exhibit.Stamp.Id)))?.Name
            ?? outcomes.FirstOrDefault(outcome => outcome.Result.Document.Cells.Any(cell => ids.Any(id => cell.Source.Contains($"\"{id}\"", StringComparison.Ordinal))))?.Name
            ?? "";
    }
}
