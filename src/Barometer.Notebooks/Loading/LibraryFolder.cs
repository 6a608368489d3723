using System.Runtime.InteropServices;

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
