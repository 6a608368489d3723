namespace Barometer.Cli.Reproduction;

/// <summary>
/// The figures in the documentation's folder are copies of figures that a run makes, by the same name. A run renews them,
/// and <c>--check</c> fails when one differs.
/// </summary>
internal sealed class DocumentFigures(string folder)
{
    /// <summary>Writes every copy again from what the notebooks made.</summary>
    public void Renew(IReadOnlyList<NotebookOutcome> outcomes)
    {
        foreach (var (path, fresh) in Stale(outcomes).Where(copy => copy.Fresh is not null))
        {
            File.WriteAllBytes(path, fresh!);
        }
    }

    /// <summary>The copies that differ from what the notebooks made, or that no notebook makes.</summary>
    public IReadOnlyList<string> FindStale(IReadOnlyList<NotebookOutcome> outcomes) => [.. Stale(outcomes).Select(copy => copy.Path)];

    private IEnumerable<(string Path, byte[]? Fresh)> Stale(IReadOnlyList<NotebookOutcome> outcomes)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var made = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).SelectMany(exhibit => exhibit.Files)
            .DistinctBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
        return
        [
            .. from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
               let fresh = made.GetValueOrDefault("figures/" + Path.GetFileName(path))
               where fresh is null || !FigureFile.ShowSame(File.ReadAllBytes(path), fresh)
               select (path, fresh),
        ];
    }
}
