namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>A library that is built anew while a kernel lives.</summary>
public class RebuildTests(Sandbox sandbox)
{
    private const string Code = "public static class Rebuilt { /// <summary>x</summary>\npublic static string Say() => \"NUMBER\"; public static string Later() => \"NUMBER later\"; }";

    [Fact]
    public void Library_BuiltAnew_IsSeenByTheNextKernelOnly()
    {
        var folder = sandbox.NewFolder();
        Build("one");
        using (var client = new KernelClient(new() { Folder = folder }))
        {
            Assert.Equal("one", client.Run("#r \"Rebuilt.dll\"\nRebuilt.Say()").Text);
            Build("two");
            Assert.Equal("one later", client.Run("Rebuilt.Later()").Text);
            Assert.Equal("ok", client.Run("#r \"Rebuilt.dll\"").Status);
        }

        using var restarted = new KernelClient(new() { Folder = folder });
        Assert.Equal("two", restarted.Run("#r \"Rebuilt.dll\"\nRebuilt.Say()").Text);

        void Build(string number) => Library.Compile(folder, "Rebuilt", Code.Replace("NUMBER", number, StringComparison.Ordinal));
    }
}
