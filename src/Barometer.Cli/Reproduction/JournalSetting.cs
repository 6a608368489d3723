namespace Barometer.Cli.Reproduction;

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
        return outcomes.FirstOrDefault(outcome => outcome.Collected.Exhibits.Any(exhibit => ids.Contains(exhibit.Release)))?.Name
            ?? outcomes.FirstOrDefault(outcome => outcome.Result.Document.Cells.Any(cell => ids.Any(id => cell.Source.Contains($"\"{id}\"", StringComparison.Ordinal))))?.Name
            ?? "";
    }
}
