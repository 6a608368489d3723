namespace Barometer.Cli.Checking.Gate;

/// <summary>Which files lie where in the repository.</summary>
internal static class Places
{
    private static readonly string[] DataFiles = [".csv", ".tsv", ".xlsx", ".xls", ".sav", ".parquet", ".feather", ".rds", ".dta", ".sas7bdat"];
    private static readonly string[] OfData = ["data/", "tests/", "bench/"];
    private static readonly string[] OfResults = ["notebooks/", "artifacts/", "docs/figures/"];

    /// <summary>Whether it is a notebook, by its name.</summary>
    public static bool IsNotebook(string path) => path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a notebook or the file that loads the library, both of which have rules of their own.</summary>
    public static bool IsNotebookOrLoader(string path) => IsNotebook(path) || Path.GetFileName(path) == "load.cs";

    /// <summary>Whether results lie there, by the path in the repository.</summary>
    public static bool IsOfResults(string path) => OfResults.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether it is a table or a data set, by its name, outside the folders that hold such files.</summary>
    public static bool IsStrayData(string path) => DataFiles.Contains(Path.GetExtension(path).ToLowerInvariant())
        && !OfData.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether real answers lie there.</summary>
    public static bool IsRestricted(string path) => path.StartsWith("data/restricted/", StringComparison.Ordinal);
}
