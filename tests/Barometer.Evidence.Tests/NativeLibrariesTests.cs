namespace Barometer.Evidence.Tests;

public class NativeLibrariesTests
{
    [Theory]
    [InlineData("SkiaSharp")]
    [InlineData("libSkiaSharp")]
    public void Find_LibraryBesideTheAssemblies_IsFoundWithOrWithoutItsPrefix(string name) =>
        Assert.True(File.Exists(NativeLibraries.Find(AppContext.BaseDirectory, name)));

    [Fact]
    public void Find_UnknownLibrary_IsNothing() => Assert.Null(NativeLibraries.Find(AppContext.BaseDirectory, "nothing-of-that-name"));
}
