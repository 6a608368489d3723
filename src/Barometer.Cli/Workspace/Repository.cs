namespace Barometer.Cli.Workspace;

/// <summary>Where things are in a clone of the repository.</summary>
/// <param name="Root">The clone's folder, absolute.</param>
internal sealed record Repository(string Root)
{
    private const string Marker = "Barometer.Analysis.sln";
    private const string Ending = ".ipynb";

    /// <summary>The name of the register in the folder of artifacts.</summary>
    public const string ManifestName = "manifest.csv";

    /// <summary>The notebooks' folder.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The folder of everything that a run leaves behind.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The folder of what is exported of single notebooks; git ignores it.</summary>
    public string Drafts => Path.Combine(Root, "drafts");

    /// <summary>The figures that the documentation shows: copies of those that a run makes.</summary>
    public string DocumentFigures => Path.Combine(Root, "docs", "figures");

    /// <summary>The register of everything that the notebooks and the documentation may show.</summary>
    public string Shown => Path.Combine(Data, "releases", "shown.csv");

    /// <summary>The ledger of releases.</summary>
    public string Ledger => Path.Combine(Data, "releases", "ledger.json");

    /// <summary>The register of the files that the last run left behind.</summary>
    public string Manifest => Path.Combine(Artifacts, ManifestName);

    /// <summary>The numbers of the evidence pack that the last run left behind.</summary>
    public string EvidenceNumbers => Path.Combine(Artifacts, "evidence", "evidence.json");

    /// <summary>The documentation's list of figures and tables.</summary>
    public string FigureIndex => Path.Combine(Root, "docs", "figures.md");

    /// <summary>The folder of notebooks written as programs; git ignores it.</summary>
    public string Apps => Path.Combine(Root, "apps");

    /// <summary>The folder of the data that ship with the repository.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The file that gives a notebook the library, written by the build.</summary>
    public string LoadFile => Path.Combine(Notebooks, "load.cs");

    /// <summary>The clone around the current folder, or else around the program itself.</summary>
    /// <exception cref="BarometerException">There is none.</exception>
    public static Repository Find() => Around(Directory.GetCurrentDirectory())
        ?? Around(AppContext.BaseDirectory)
        ?? throw new BarometerException(new Problem(
            "No repository here", Expected: $"a folder with {Marker} at or above the current one", Hint: "run the command inside the clone"));

    /// <summary>The path as told to people: relative to the clone, with forward slashes.</summary>
    public string Tell(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>
    /// The notebooks in the order of their names. Without <paramref name="names"/> these are the ones whose names start
    /// with a digit, so that a draft beside them is left alone.
    /// </summary>
    /// <param name="names">
    /// Only these, drafts too: file names, with or without folder, number and <c>.ipynb</c>, the number alone, or how only one of them begins.
    /// None for all numbered ones.
    /// </param>
    /// <exception cref="BarometerException">There are no notebooks, or a name is none or several of them.</exception>
    public IReadOnlyList<string> FindNotebooks(IReadOnlyCollection<string> names)
    {
        var all = FindAllNotebooks();
        if (all.Count == 0)
        {
            throw new BarometerException(new Problem("There are no notebooks", File: Tell(Notebooks), Expected: "files that end in " + Ending));
        }

        return names.Count == 0
            ? [.. all.Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))]
            : [.. names.Select(name => Pick(all, name)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every notebook, drafts too, in the order of their names.</summary>
    public List<string> FindAllNotebooks() =>
        Directory.Exists(Notebooks) ? [.. Directory.EnumerateFiles(Notebooks, "*" + Ending).Order(StringComparer.Ordinal)] : [];

    private string Pick(List<string> all, string name)
    {
        var file = Path.GetFileName(name);
        var wanted = file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : file;
        List<string> names = [.. all.Select(path => Path.GetFileNameWithoutExtension(path))];
        Predicate<string>[] ways =
        [
            one => one == wanted,
            one => ExhibitNumbers.ThemeOf(one) == wanted,
            one => one.Split('-')[0].TrimStart('0') == wanted.TrimStart('0'),
            one => one.TrimStart('0').StartsWith(wanted.TrimStart('0'), StringComparison.OrdinalIgnoreCase) || ExhibitNumbers.ThemeOf(one).StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
        ];
        var meant = ways.Select(names.FindAll).FirstOrDefault(found => found.Count > 0) ?? [];
        return meant.Count == 1 ? all[names.IndexOf(meant[0])] : throw new BarometerException(meant.Count == 0
            ? new Problem($"There is no notebook «{wanted}»", File: Tell(Notebooks), Expected: "one of " + string.Join(", ", names), Hint: NearNames.Hint(names.Concat(names.Select(ExhibitNumbers.ThemeOf)), wanted))
            : new Problem($"More than one notebook is meant by «{wanted}»", File: Tell(Notebooks), Expected: "one of " + string.Join(", ", meant)));
    }

    private static Repository? Around(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Marker)))
            {
                return new Repository(at.FullName);
            }
        }

        return null;
    }
}
