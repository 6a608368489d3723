using System.Text.RegularExpressions;

namespace Barometer.Cli.Checking.Gate;

/// <summary>
/// Which files have a place in the repository. Results lie where the register or the manifest lists them; data have names of their
/// own; a document is one that another document leads to, so that it is read; everything else is code.
/// </summary>
internal sealed partial class FilePlaces
{
    private static readonly string[] Code = ["src/", "tests/", "bench/", "scripts/", ".ci/", ".devcontainer/", ".vscode/", ".github/"];
    private static readonly string[] WithData = ["tests/", "bench/"];
    private static readonly string[] DataFiles = [".csv", ".tsv", ".xlsx", ".xls", ".sav", ".parquet", ".feather", ".rds", ".dta", ".sas7bdat"];

    private readonly string _root;
    private readonly HashSet<string> _linked;

    private FilePlaces(string root, HashSet<string> linked) => (_root, _linked) = (root, linked);

    /// <summary>The places of a clone, whose documents say which others there are.</summary>
    public static FilePlaces Of(Repository repository)
    {
        string[] notebooks = Directory.Exists(repository.Notebooks) ? Directory.GetFiles(repository.Notebooks, "*.ipynb") : [];
        string[] documents = [.. Directory.EnumerateFiles(repository.Root, "*.md"), .. In(Path.Combine(repository.Root, "docs")), .. In(repository.Data)];
        return new(repository.Root, [.. documents.Concat(notebooks).SelectMany(path => Link().Matches(File.ReadAllText(path))
            .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, match.Groups["target"].Value))))
            .Select(repository.Tell)]);
    }

    /// <summary>Whether a file is one of data, by its path with forward slashes.</summary>
    public static bool IsData(string path) => Data().IsMatch(path);

    /// <summary>Whether a path in a clone, or a folder of it, is a symbolic link.</summary>
    public static bool IsLink(string root, string path) => path.Split('/').Aggregate((Path: root, IsLink: false), (at, part) => Path.Combine(at.Path, part) is var next
        ? (next, at.IsLink || new FileInfo(next).LinkTarget is not null) : at).IsLink;

    /// <summary>What is wrong with a file's being there, by its path with forward slashes; null when it has a place, or the register decides.</summary>
    public string? Fault(string path) =>
        path.StartsWith("data/restricted/", StringComparison.Ordinal) ? "real answers never enter the repository: unstage it"
        : path.StartsWith("artifacts/", StringComparison.Ordinal) ? "what a run leaves behind is made anew by everybody and never committed: unstage it, or remove it by «git rm --cached»"
        : IsLink(_root, path) ? "it is a symbolic link, and shows what lies elsewhere: put the file itself there, or remove it"
        : path.StartsWith("docs/figures/", StringComparison.Ordinal) || Notebook().IsMatch(path) || Data().IsMatch(path) || Root().IsMatch(path) ? null
        : path.StartsWith("docs/", StringComparison.Ordinal) ? DocumentFault(path)
        : Code.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? CodeFault(path)
        : "a file of that name has no place there: results are written by «barometer reproduce», text belongs in docs/; remove it";

    private string? DocumentFault(string path) =>
        OfForm().IsMatch(path) || ((path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".schema.json", StringComparison.Ordinal)) && _linked.Contains(path)) ? null
        : "no document leads to it, so nobody would read it: link it from another one, or remove it";

    private static string? CodeFault(string path) =>
        DataFiles.Contains(Path.GetExtension(path).ToLowerInvariant()) && !WithData.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            ? "a table or a data set has no place among code: remove it" : null;

    private static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories) : [];

    [GeneratedRegex(@"^notebooks/(?:(?:\d\d[a-z]?-)?[a-z][a-z-]*\.ipynb|en/(?:\d\d[a-z]?-)?[a-z][a-z-]*\.md|load\.cs)\z")]
    private static partial Regex Notebook();

    [GeneratedRegex(@"^data/(?:README\.md|publication\.json|codebook/(?:[a-z]+(?:-[a-z]+)*-\d{4}\.json|concordance-dk\.csv)|published/(?:figures\.csv|figures\.schema\.json|sources\.csv)|releases/(?:constants\.csv|exhibits\.json|editions/\d+\.csv|ledger\.json|numbers\.csv|policy\.json|shown\.csv)|crosswalk/[a-z0-9-]+\.json|simulated/[a-z]+(?:-[a-z]+)*-\d{4}\.csv|synthesis/[a-z]+(?:-[a-z]+)*-\d{4}\.json|synthetic/[a-z]+(?:-[a-z]+)*-\d{4}/(?:README\.md|delivery\.json|frame\.csv|responses\.csv))\z")]
    private static partial Regex Data();

    [GeneratedRegex(@"^(?:Barometer\.Analysis\.sln|CHANGELOG\.md|CITATION\.cff|CONTRIBUTING\.md|Directory\.[A-Za-z]+\.(?:props|targets)|LICENSE|README\.md|global\.json|nuget\.config|\.config/dotnet-tools\.json|\.editorconfig|\.gitattributes|\.gitignore|[\w.-]+\.user)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex(@"^docs/(?:figures|decisions/\d{4}-[a-z][a-z-]*)\.md\z")]
    private static partial Regex OfForm();

    [GeneratedRegex(@"\]\((?<target>[^)#\s:]+)")]
    private static partial Regex Link();
}
