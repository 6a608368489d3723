namespace Barometer.Notebooks.Tests.Loading;

public class LibraryFolderTests(Sandbox sandbox)
{
    private static readonly string Here = RuntimeIdentifiers.Current[0];

    [Fact]
    public void Find_ManifestOfAClassLibrary_FindsFilesInThePackageCache()
    {
        var (folder, packages) = (sandbox.NewFolder(), sandbox.NewFolder());
        WriteManifest(folder);
        var managed = Touch(packages, "some.package/1.2.3/lib/net8.0/Some.Package.dll");
        var native = Touch(packages, $"some.package/1.2.3/runtimes/{Here}/native/libsome.so");
        Touch(packages, "some.package/1.2.3/runtimes/other-os/native/libsome.so");
        var library = new LibraryFolder(folder, [packages]);

        Assert.Equal(managed, library.FindManaged("Some.Package"));
        Assert.Equal(native, library.FindNative("libsome.so"));
        Assert.Null(library.FindManaged("Another.Package"));
        Assert.Null(library.FindNative("libother.so"));
    }

    [Fact]
    public void Find_FilesBesideTheAssembly_GoBeforeThePackageCache()
    {
        var (folder, packages) = (sandbox.NewFolder(), sandbox.NewFolder());
        WriteManifest(folder);
        Touch(packages, "some.package/1.2.3/lib/net8.0/Some.Package.dll");
        var managed = Touch(folder, "Some.Package.dll");
        var native = Touch(folder, $"runtimes/{Here}/native/libsome.so");
        var library = new LibraryFolder(folder, [packages]);

        Assert.Equal(managed, library.FindManaged("Some.Package"));
        Assert.Equal(native, library.FindNative("libsome.so"));
    }

    [Fact]
    public void FindManaged_OneMadeForThisMachine_GoesBeforeTheOneForAll()
    {
        var folder = sandbox.NewFolder();
        WriteManifest(folder);
        Touch(folder, "Some.Package.dll");
        var special = Touch(folder, $"runtimes/{Here}/lib/net8.0/Some.Package.dll");

        Assert.Equal(special, new LibraryFolder(folder, []).FindManaged("Some.Package"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ broken")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"targets\": 3}")]
    public void FindNative_NoUsableManifest_LooksInRuntimes(string? manifest)
    {
        var folder = sandbox.NewFolder();
        if (manifest is not null)
        {
            File.WriteAllText(Path.Combine(folder, "Any.deps.json"), manifest);
        }

        var native = Touch(folder, $"runtimes/{Here}/native/libsome.so");

        Assert.Equal(native, new LibraryFolder(folder, []).FindNative("libsome.so"));
    }

    [Theory]
    [InlineData("linux-x64", "linux", "x64", "linux-x64 linux unix-x64 unix any")]
    [InlineData("linux-musl-arm64", "linux", "arm64", "linux-musl-arm64 linux-musl linux-arm64 linux unix-arm64 unix any")]
    [InlineData("debian.12-x64", "linux", "x64", "debian.12-x64 linux-x64 linux unix-x64 unix any")]
    [InlineData("osx-arm64", "osx", "arm64", "osx-arm64 osx unix-arm64 unix any")]
    [InlineData("win-x64", "win", "x64", "win-x64 win any")]
    public void RuntimeIdentifiers_OfAMachine_GoFromSpecialToGeneral(string own, string os, string architecture, string expected) =>
        Assert.Equal(expected, string.Join(' ', RuntimeIdentifiers.For(own, os, architecture)));

    private static void WriteManifest(string folder) => File.WriteAllText(Path.Combine(folder, "Lib.deps.json"), $$"""
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
          "targets": {
            ".NETCoreApp,Version=v10.0": {
              "Lib/1.0.0": { "dependencies": { "Some.Package": "1.2.3" }, "runtime": { "Lib.dll": {} } },
              "Some.Package/1.2.3": {
                "runtime": { "lib/net8.0/Some.Package.dll": { "assemblyVersion": "1.2.0.0" } },
                "runtimeTargets": {
                  "runtimes/{{Here}}/native/libsome.so": { "rid": "{{Here}}", "assetType": "native" },
                  "runtimes/other-os/native/libsome.so": { "rid": "other-os", "assetType": "native" },
                  "runtimes/{{Here}}/lib/net8.0/Some.Package.dll": { "rid": "{{Here}}", "assetType": "runtime" }
                }
              }
            }
          },
          "libraries": { "Some.Package/1.2.3": { "type": "package", "path": "some.package/1.2.3" } }
        }
        """);

    private static string Touch(string folder, string relative)
    {
        var path = Path.Combine(folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
