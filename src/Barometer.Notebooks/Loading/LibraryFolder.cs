using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// A folder with an assembly that a notebook names, and what that needs: the files beside it, those in
/// <c>runtimes/…</c> below it, and those in the package cache that a <c>.deps.json</c> in it names.
/// </summary>
internal sealed class LibraryFolder
{
    private static readonly string NativeSuffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
    private readonly IReadOnlyList<string> _packageFolders;
    private readonly Lazy<ILookup<string, DependencyAsset>> _assets;

    public LibraryFolder(string folder, IReadOnlyList<string> packageFolders, bool isHosts = false)
    {
        (Path, _packageFolders, IsHosts) = (folder, packageFolders, isHosts);
        _assets = new Lazy<ILookup<string, DependencyAsset>>(ReadAssets);
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>Whether its assemblies are this program's own, and aren't loaded again.</summary>
    public bool IsHosts { get; }

    /// <summary>The managed assembly of that simple name, or null. One that is made for this machine goes before one for all.</summary>
    public string? FindManaged(string name)
    {
        var file = name + ".dll";
        var assets = _assets.Value[file].Where(asset => !asset.IsNative).ToArray();
        return FirstExisting(ForThisMachine(assets).SelectMany(Places))
            ?? FirstExisting([System.IO.Path.Combine(Path, file)])
            ?? FirstExisting(assets.Where(asset => asset.Runtime is null).SelectMany(Places));
    }

    /// <summary>The native library for <c>[DllImport("name")]</c>, by the file names that the runtime itself tries; or null.</summary>
    public string? FindNative(string name)
    {
        var file = System.IO.Path.GetFileName(name);
        return new[] { file + NativeSuffix, $"lib{file}{NativeSuffix}", file, $"lib{file}" }.Distinct()
            .Select(FindNativeFile).FirstOrDefault(path => path is not null);
    }

    /// <summary>The folders in which the package manager of .NET keeps packages.</summary>
    public static IReadOnlyList<string> PackageFolders()
    {
        var named = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        return [string.IsNullOrEmpty(named) ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages") : named];
    }

    private string? FindNativeFile(string file)
    {
        var assets = _assets.Value[file].Where(asset => asset.IsNative).ToArray();
        return FirstExisting(ForThisMachine(assets).Concat(assets.Where(asset => asset.Runtime is null)).SelectMany(Places))
            ?? FirstExisting(RuntimeIdentifiers.Current.Select(runtime => System.IO.Path.Combine(Path, "runtimes", runtime, "native", file)))
            ?? FirstExisting([System.IO.Path.Combine(Path, file)]);
    }

    private ILookup<string, DependencyAsset> ReadAssets() =>
        Directory.EnumerateFiles(Path, "*.deps.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => DependencyAsset.ReadManifest(path))
            .ToLookup(asset => asset.FileName, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Places(DependencyAsset asset) => asset.Places(Path, _packageFolders);

    private static IEnumerable<DependencyAsset> ForThisMachine(IReadOnlyCollection<DependencyAsset> assets) =>
        RuntimeIdentifiers.Current.SelectMany(runtime => assets.Where(asset => asset.Runtime == runtime));

    private static string? FirstExisting(IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);
}

/// <summary>The names under which packages keep what is made for this machine, the most fitting first: <c>linux-x64</c>, <c>linux</c>, <c>unix</c>, …</summary>
internal static class RuntimeIdentifiers
{
    /// <summary>The names for the process that is running.</summary>
    public static IReadOnlyList<string> Current { get; } =
        For(RuntimeInformation.RuntimeIdentifier, Os(), RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>The names for a machine that calls itself <paramref name="own"/>.</summary>
    public static IReadOnlyList<string> For(string own, string os, string architecture)
    {
        string[] families = os switch
        {
            "linux" when own.Contains("-musl", StringComparison.Ordinal) => ["linux-musl", "linux", "unix"],
            "linux" or "osx" => [os, "unix"],
            _ => [os],
        };
        return [.. families.SelectMany(family => new[] { $"{family}-{architecture}", family }).Prepend(own).Append("any").Distinct()];
    }

    private static string Os() => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
}

/// <summary>One file of a package that an assembly needs, as its <c>.deps.json</c> names it.</summary>
/// <param name="Package">The package's folder in a package cache: <c>skiasharp/3.119.4</c>.</param>
/// <param name="Path">The file's path in the package: <c>runtimes/linux-x64/native/libSkiaSharp.so</c>.</param>
/// <param name="Runtime">The machines it is made for, or null when it is made for all.</param>
/// <param name="IsNative">Whether it is a native library.</param>
internal sealed record DependencyAsset(string Package, string Path, string? Runtime, bool IsNative)
{
    /// <summary>The file's name.</summary>
    public string FileName { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>Where the file may be: below the application's folder, in it, or in a package cache.</summary>
    public IEnumerable<string> Places(string folder, IEnumerable<string> packageFolders) =>
        packageFolders.Select(packages => System.IO.Path.Combine(packages, Package, Path))
            .Prepend(System.IO.Path.Combine(folder, FileName))
            .Prepend(System.IO.Path.Combine(folder, Path));

    /// <summary>The files, for all machines, that the <c>.deps.json</c> at <paramref name="path"/> names; one that isn't a manifest names none.</summary>
    public static IReadOnlyList<DependencyAsset> ReadManifest(string path)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))?.AsObject();
            var target = root?["targets"]?[(string?)root["runtimeTarget"]?["name"] ?? ""] as JsonObject;
            return [.. (target ?? []).SelectMany(library => Read(library, root!["libraries"]?[library.Key]))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
        {
            return [];
        }
    }

    private static IEnumerable<DependencyAsset> Read(KeyValuePair<string, JsonNode?> library, JsonNode? about)
    {
        var package = (string?)about?["path"] ?? library.Key.ToLowerInvariant();
        foreach (var (section, isNative) in new[] { ("runtime", false), ("native", true) })
        {
            foreach (var (path, _) in library.Value?[section] as JsonObject ?? [])
            {
                yield return new DependencyAsset(package, path, Runtime: null, isNative);
            }
        }

        foreach (var (path, asset) in library.Value?["runtimeTargets"] as JsonObject ?? [])
        {
            yield return new DependencyAsset(package, path, (string?)asset?["rid"], (string?)asset?["assetType"] == "native");
        }
    }
}
