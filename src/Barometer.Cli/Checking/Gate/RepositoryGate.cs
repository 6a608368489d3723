using System.Text;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// The gate for a whole clone, or for a commit that is about to be made: every notebook, drafts too, and every file that lies
/// where results lie, so that a CSV beside a figure is found.
/// </summary>
internal static class RepositoryGate
{
    /// <summary>The register's path in the repository.</summary>
    public const string Register = "data/releases/shown.csv";

    private const string Ledger = "data/releases/ledger.json";
    private const string Restricted = "data/restricted/";

    private static readonly string[] DataFiles = [".csv", ".tsv", ".xlsx", ".xls", ".sav", ".parquet", ".feather", ".rds", ".dta", ".sas7bdat"];
    private static readonly string[] OfData = ["data/", "tests/", "bench/"];
    private static readonly string[] OfResults = ["notebooks/", "artifacts/", "docs/figures/"];

    /// <summary>All that is stored in a clone without a release.</summary>
    public static IEnumerable<RuleFault> Check(Repository repository)
    {
        var shown = StampRegister.Read(repository.Shown);
        var gate = new NotebookGate(shown);
        return
        [
            .. Notebooks(repository).SelectMany(path => gate.CheckKept(File.ReadAllText(path), repository.Tell(path))),
            .. new LedgerRule(ReleaseLedger.Read(repository.Ledger)).Check(shown),
            .. LooseFiles(repository, repository.Notebooks, shown, path => IsNotebook(path) || Path.GetFileName(path) == "load.cs"),
            .. LooseFiles(repository, repository.DocumentFigures, shown, _ => false),
            .. LooseFiles(repository, repository.Artifacts, StampRegister.Read(repository.Manifest), path => path == repository.Manifest),
        ];
    }

    /// <summary>All that may not be committed.</summary>
    public static IEnumerable<RuleFault> Check(StagedFiles staged)
    {
        var text = Encoding.UTF8.GetString(staged.Read(Register));
        var shown = text.Length == 0 ? new StampRegister([]) : StampRegister.Parse(text, Register);
        var gate = new NotebookGate(shown);
        var ledger = new LedgerRule(ReleaseLedger.Parse(staged.Read(Ledger), Ledger));
        return
        [
            .. staged.Paths.SelectMany(path => Check(staged, path, shown, gate)),
            .. ledger.Check(shown).Where(fault => staged.Paths.Contains(fault.Notebook) || staged.Paths.Contains(Ledger)),
        ];
    }

    // In the notebooks' folder and in the documentation's, however deep.
    private static IEnumerable<string> Notebooks(Repository repository) =>
        new[] { repository.Notebooks, Path.Combine(repository.Root, "docs") }.SelectMany(Files).Where(IsNotebook).Order(StringComparer.Ordinal);

    private static IEnumerable<RuleFault> LooseFiles(Repository repository, string folder, StampRegister register, Func<string, bool> isExcepted) =>
        from path in Files(folder).Order(StringComparer.Ordinal)
        where !isExcepted(path) && !register.Holds(StampedForm.File, FormDigest.Of(File.ReadAllBytes(path)))
        select LooseFile(repository.Tell(path));

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static IReadOnlyList<RuleFault> Check(StagedFiles staged, string path, StampRegister shown, NotebookGate gate)
    {
        if (IsIn(path, Restricted))
        {
            return [new RuleFault(path, null, "real answers never enter the repository: unstage it")];
        }

        if (IsNotebook(path))
        {
            return gate.CheckKept(Encoding.UTF8.GetString(staged.Read(path)), path);
        }

        // Where results lie, and a table or a data set outside the folders that hold such files.
        var isLoose = IsIn(path, OfResults) || (DataFiles.Contains(Path.GetExtension(path).ToLowerInvariant()) && !IsIn(path, OfData));
        return isLoose && !shown.Holds(StampedForm.File, FormDigest.Of(staged.Read(path))) ? [LooseFile(path)] : [];
    }

    private static RuleFault LooseFile(string name) => new(
        name, null, "the file carries no release, or was changed since: released tables and figures write their files by «barometer reproduce»; remove it");

    private static bool IsNotebook(string path) => path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string path, params string[] folders) => folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
