namespace Barometer.Cli.Tests.Reproduction;

public sealed class StoredCopiesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-copies-").FullName;
    private readonly EvidencePack _pack = new([], new PackOrigin("data", null));

    public StoredCopiesTests() => Directory.CreateDirectory(Path.Combine(_root, "data", "releases"));

    private StoredCopies Copies => new(new Repository(_root), Path.Combine(_root, "data"));

    private string List => Path.Combine(_root, "docs", "figures.md");

    [Fact]
    public void FindStale_RenewedCopies_IsNothingUntilOneIsEdited()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(List)!);

        Assert.Equal(
            ["data/releases/exhibits.json differs from the register of a fresh run", "data/releases/numbers.csv differs from the numbers of a fresh run", "docs/figures.md differs from the list of a fresh run"], Copies.FindStale([], _pack, []));
        Copies.Renew([], _pack, []);
        Assert.Empty(Copies.FindStale([], _pack, []));
        File.AppendAllText(List, "| by hand |\n");
        Assert.Equal(["docs/figures.md differs from the list of a fresh run"], Copies.FindStale([], _pack, []));
    }

    [Fact]
    public void FindStale_FigureThatNoNotebookMakes_IsNamed()
    {
        Copies.Renew([], _pack, []);
        Directory.CreateDirectory(Path.Combine(_root, "docs", "figures"));
        File.WriteAllText(Path.Combine(_root, "docs", "figures", "drawn.png"), "by hand");

        Assert.Equal(["docs/figures/drawn.png differs from the figure of a fresh run"], Copies.FindStale([], _pack, []).Take(1));
    }

    [Fact]
    public void Renew_CloneWithoutDocumentation_WritesTheRegistersOnly()
    {
        Copies.Renew([], _pack, []);

        Assert.Equal(["exhibits.json", "numbers.csv"], Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Copies.FindStale([], _pack, []));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
