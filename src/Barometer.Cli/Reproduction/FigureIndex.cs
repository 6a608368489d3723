namespace Barometer.Cli.Reproduction;

/// <summary>The documentation's list of figures and tables. A run renews it, and <c>--check</c> fails when it differs.</summary>
internal sealed class FigureIndex(string path)
{
    /// <summary>Writes the list.</summary>
    public void Renew(EvidencePack pack)
    {
        if (IsKept())
        {
            File.WriteAllText(path, pack.ToIndex());
        }
    }

    /// <summary>The list's path, when a fresh run would write another.</summary>
    public IEnumerable<string> FindStale(EvidencePack pack) =>
        IsKept() && (!File.Exists(path) || File.ReadAllText(path) != pack.ToIndex()) ? [path] : [];

    /// <summary>Whether the clone has documentation that the list belongs to.</summary>
    private bool IsKept() => Directory.Exists(Path.GetDirectoryName(path));
}
