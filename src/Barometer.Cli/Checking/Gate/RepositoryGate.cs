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
            .. repository.FindAllNotebooks().SelectMany(path => gate.Check(File.ReadAllText(path), repository.Tell(path))),
            .. LooseFiles.Check(repository.Notebooks, shown, repository.Tell, Places.IsNotebookOrLoader),
            .. LooseFiles.Check(repository.DocumentFigures, shown, repository.Tell, _ => false),
            .. LooseFiles.Check(repository.Artifacts, StampRegister.Read(repository.Manifest), repository.Tell, path => path == repository.Manifest),
        ];
    }
}
