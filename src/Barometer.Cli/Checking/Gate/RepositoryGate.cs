namespace Barometer.Cli.Checking.Gate;

/// <summary>The gate for a whole clone: every notebook, drafts too, and every file that lies where results lie.</summary>
internal static class RepositoryGate
{
    /// <summary>All that is stored without a release.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository)
    {
        var shown = StampRegister.Read(repository.Shown);
        var gate = new NotebookGate(shown);
        return
        [
            .. from path in Notebooks(repository)
               let json = File.ReadAllText(path)
               let name = repository.Tell(path)
               from fault in gate.Check(json, name).Concat(DraftRule.Check(path, name, json, shown))
               select fault,
            .. new LedgerRule(ReleaseLedger.Read(repository.Ledger)).Check(shown),
            .. LooseFiles.Check(repository.Notebooks, shown, repository.Tell, Places.IsNotebookOrLoader),
            .. LooseFiles.Check(repository.DocumentFigures, shown, repository.Tell, _ => false),
            .. LooseFiles.Check(repository.Artifacts, StampRegister.Read(repository.Manifest), repository.Tell, path => path == repository.Manifest),
        ];
    }

    // In the notebooks' folder and in the documentation's, however deep.
    private static IEnumerable<string> Notebooks(Repository repository) =>
        new[] { repository.Notebooks, Path.Combine(repository.Root, "docs") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(Places.IsNotebook)
            .Order(StringComparer.Ordinal);
}
