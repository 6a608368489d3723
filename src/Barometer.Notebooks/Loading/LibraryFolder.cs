namespace Barometer.Notebooks.Loading;

/// <summary>
/// A folder with an assembly that a notebook names, and what that needs: the files beside it, those in
/// <c>runtimes/…</c> below it, and those in the package cache that a <c>.deps.json</c> in it names.
/// </summary>
internal sealed class LibraryFolder
{
    private readonly string _folder;
    private readonly IReadOnlyList<string> _packageFolders;
    private readonly Lazy<ILookup<string, DependencyAsset>> _assets;

    public LibraryFolder(string folder, IReadOnlyList<string> packageFolders)
    {
        _folder = folder;
        _packageFolders = packageFolders;
        _assets = new Lazy<ILookup<string, DependencyAsset>>(ReadAssets);
    }

    /// <summary>The folder's path.</summary>
    public string Path => _folder;

    /// <summary>The managed assembly of that simple name, or null. One that is made for this machine goes before one for all.</summary>
    public string? FindManaged(string name)
    {
        var file = name + ".dll";
        var assets = _assets.Value[file].Where(asset => !asset.IsNative).ToArray();
        return FirstExisting(ForThisMachine(assets).SelectMany(Places))
            ?? FirstExisting([System.IO.Path.Combine(_folder, file)])
            ?? FirstExisting(assets.Where(asset => asset.Runtime is null).SelectMany(Places));
    }

    /// <summary>The native library of that file name, or null.</summary>
    public string? FindNative(string file)
    {
        var assets = _assets.Value[file].Where(asset => asset.IsNative).ToArray();
        return FirstExisting(ForThisMachine(assets).Concat(assets.Where(asset => asset.Runtime is null)).SelectMany(Places))
            ?? FirstExisting(RuntimeIdentifiers.Current.Select(runtime => System.IO.Path.Combine(_folder, "runtimes", runtime, "native", file)))
            ?? FirstExisting([System.IO.Path.Combine(_folder, file)]);
    }

    /// <summary>The folders in which the package manager of .NET keeps packages.</summary>
    public static IReadOnlyList<string> PackageFolders()
    {
        var named = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        return [string.IsNullOrEmpty(named) ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages") : named];
    }

    private ILookup<string, DependencyAsset> ReadAssets() =>
        Directory.EnumerateFiles(_folder, "*.deps.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => DependencyManifest.Read(path).Assets)
            .ToLookup(asset => asset.FileName, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Places(DependencyAsset asset) => asset.Places(_folder, _packageFolders);

    private static IEnumerable<DependencyAsset> ForThisMachine(IReadOnlyCollection<DependencyAsset> assets) =>
        RuntimeIdentifiers.Current.SelectMany(runtime => assets.Where(asset => asset.Runtime == runtime));

    private static string? FirstExisting(IEnumerable<string> paths) => paths.FirstOrDefault(File.Exists);
}
