namespace Barometer.Notebooks.Tests.Loading;

public class ShadowCopiesTests(Sandbox sandbox)
{
    [Fact]
    public void Of_FolderOfALibrary_CopiesAssembliesAndLinksNativeFilesOfAnyEnding()
    {
        var folder = sandbox.NewFolder();
        string[] natives = ["libOne.so", "libThree.dylib", "libTwo.so.9"];
        foreach (var file in natives.Append("Some.dll").Append("picture.png"))
        {
            File.WriteAllText(Path.Combine(folder, file), "first");
        }

        using var copies = new ShadowCopies();
        var copy = Path.GetDirectoryName(copies.Of(Path.Combine(folder, "Some.dll")))!;
        File.WriteAllText(Path.Combine(folder, "Some.dll"), "second");

        Assert.Equal("first", File.ReadAllText(Path.Combine(copy, "Some.dll")));
        Assert.Equal(["Some.dll", .. natives], Directory.EnumerateFiles(copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(natives, file => Assert.Equal(Path.Combine(folder, file), new FileInfo(Path.Combine(copy, file)).LinkTarget));
        }
    }
}
