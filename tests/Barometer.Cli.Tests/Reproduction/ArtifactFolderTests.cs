namespace Barometer.Cli.Tests.Reproduction;

public sealed class ArtifactFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-artifacts-").FullName;

    private string Folder => Path.Combine(_root, "artifacts");

    [Fact]
    public void Replace_NoFolderYet_WritesFilesInTheirFolders()
    {
        new ArtifactFolder(Folder).Replace([File("index.html", 1), File("figures/a.svg", 2)]);

        Assert.Equal(["artifacts/figures/a.svg=2", "artifacts/index.html=1"], Content());
    }

    [Fact]
    public void Replace_OlderFilesAndLeftovers_HoldsTheNewFilesOnly()
    {
        new ArtifactFolder(Folder).Replace([File("old.html", 1)]);
        Write("artifacts.new/half.html", 7);
        Write("artifacts.old/older.html", 8);

        new ArtifactFolder(Folder).Replace([File("new.html", 2)]);

        Assert.Equal(["artifacts/new.html=2"], Content());
    }

    [Fact]
    public void Replace_SameFileTwice_WritesItOnce()
    {
        new ArtifactFolder(Folder).Replace([File("a.csv", 1), File("a.csv", 1)]);

        Assert.Equal(["artifacts/a.csv=1"], Content());
    }

    [Fact]
    public void Replace_TwoDifferentFilesOfOneName_SaysWhoMadeThemAndKeepsTheOldFolder()
    {
        new ArtifactFolder(Folder).Replace([File("old.html", 1)]);

        var thrown = Assert.Throws<BarometerException>(
            () => new ArtifactFolder(Folder).Replace([File("a.csv", 1, "01-first, cell 2 (x)"), File("a.csv", 2, "02-second, cell 3 (y)")]));

        Assert.Contains("a.csv", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("one in 01-first, cell 2 (x), another in 02-second, cell 3 (y)", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["artifacts/old.html=1"], Content());
    }

    [Fact]
    public void Replace_FileThatCannotBeWritten_KeepsTheOldFolderAndLeavesNothingBeside()
    {
        new ArtifactFolder(Folder).Replace([File("old.html", 1)]);

        Assert.ThrowsAny<IOException>(() => new ArtifactFolder(Folder).Replace([File("a", 1), File("a/b", 2)]));

        Assert.Equal(["artifacts/old.html=1"], Content());
    }

    [Fact]
    public void Replace_FolderThatCannotBeMoved_KeepsItAndLeavesNothingBeside()
    {
        Write("artifacts", 9);

        Assert.ThrowsAny<IOException>(() => new ArtifactFolder(Folder).Replace([File("a", 1)]));

        Assert.Equal(["artifacts=9"], Content());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static ArtifactFile File(string name, byte content, string origin = "a test") => new(name, () => [content]) { Origin = origin };

    private void Write(string name, byte content)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, [content]);
    }

    private IReadOnlyList<string> Content() =>
    [
        .. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(_root, path).Replace('\\', '/')}={System.IO.File.ReadAllBytes(path)[0]}")
            .Order(StringComparer.Ordinal),
    ];
}
