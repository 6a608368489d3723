using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Loading;

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
