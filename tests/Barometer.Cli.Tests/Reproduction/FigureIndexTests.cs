namespace Barometer.Cli.Tests.Reproduction;

public sealed class FigureIndexTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-index-").FullName;
    private readonly EvidencePack _pack = EvidencePack.Of([], new PackOrigin("data", null));

    private string Path => System.IO.Path.Combine(_root, "docs", "figures.md");

    [Fact]
    public void FindStale_RenewedList_IsNothingUntilItIsEdited()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var index = new FigureIndex(Path);

        Assert.Equal([Path], index.FindStale(_pack));
        index.Renew(_pack);
        Assert.Empty(index.FindStale(_pack));
        File.AppendAllText(Path, "| by hand |\n");
        Assert.Equal([Path], index.FindStale(_pack));
    }

    [Fact]
    public void Renew_CloneWithoutDocumentation_WritesNothing()
    {
        new FigureIndex(Path).Renew(_pack);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
        Assert.Empty(new FigureIndex(Path).FindStale(_pack));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
