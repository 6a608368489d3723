namespace Barometer.Cli.Reproduction;

/// <summary>
/// What a run keeps in the repository beside the notebooks: the documentation's copies of figures, by the same name, its list
/// of figures and tables, and their register and their numbers among the data. A run renews them, and <c>--check</c> fails when one differs.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="data">The data folder.</param>
internal sealed class StoredCopies(Repository repository, string data)
{
    private readonly string _register = Path.Combine(data, "releases", PackRegister.FileName);
    private readonly string _numbers = Path.Combine(data, "releases", ExhibitNumbers.FileName);

    // A clone without documentation has no list either.
    private bool KeepsIndex => Directory.Exists(Path.GetDirectoryName(repository.FigureIndex));

    /// <summary>Writes every copy again.</summary>
    /// <param name="outcomes">The notebooks, which made the figures.</param>
    /// <param name="pack">The evidence pack, which numbers figures and tables.</param>
    /// <param name="register">The register.</param>
    public void Renew(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack, IReadOnlyList<PackLine> register)
    {
        foreach (var (path, fresh) in StaleFigures(outcomes).Where(copy => copy.Fresh is not null))
        {
            File.WriteAllBytes(path, fresh!.Bytes);
        }

        if (KeepsIndex)
        {
            File.WriteAllText(repository.FigureIndex, PackRegister.Page(pack.Items));
        }

        File.WriteAllText(_register, PackRegister.Write(register));
        File.WriteAllText(_numbers, pack.NumberRegister);
    }

    /// <summary>What to say of each copy that differs from a fresh run, or that no notebook makes.</summary>
    public IEnumerable<string> FindStale(IReadOnlyList<NotebookOutcome> outcomes, EvidencePack pack, IReadOnlyList<PackLine> register) =>
    [
        .. IsStored(_register, PackRegister.Write(register)) ? [] : new[] { $"data/releases/{PackRegister.FileName} differs from the register of a fresh run" },
        .. IsStored(_numbers, pack.NumberRegister) ? [] : new[] { $"data/releases/{ExhibitNumbers.FileName} differs from the numbers of a fresh run" },
        .. StaleFigures(outcomes).Select(copy => $"{repository.Tell(copy.Path)} differs from the figure of a fresh run"),
        .. !KeepsIndex || IsStored(repository.FigureIndex, PackRegister.Page(pack.Items)) ? [] : new[] { $"{repository.Tell(repository.FigureIndex)} differs from the list of a fresh run" },
    ];

    private static bool IsStored(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;

    private IEnumerable<(string Path, ArtifactFile? Fresh)> StaleFigures(IReadOnlyList<NotebookOutcome> outcomes)
    {
        if (!Directory.Exists(repository.DocumentFigures))
        {
            return [];
        }

        var made = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files())
            .DistinctBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, StringComparer.Ordinal);
        return
        [
            .. from path in Directory.EnumerateFiles(repository.DocumentFigures).Order(StringComparer.Ordinal)
               let fresh = made.GetValueOrDefault("figures/" + Path.GetFileName(path))
               where fresh is null || !FigureFile.ShowSame(File.ReadAllBytes(path), fresh.Bytes)
               select (path, fresh),
        ];
    }
}
