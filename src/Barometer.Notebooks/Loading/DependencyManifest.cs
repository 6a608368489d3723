using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Loading;

/// <summary>What a <c>.deps.json</c> file says that an assembly needs: the files of its packages, for all machines.</summary>
internal sealed class DependencyManifest
{
    private DependencyManifest(IReadOnlyList<DependencyAsset> assets) => Assets = assets;

    /// <summary>The files.</summary>
    public IReadOnlyList<DependencyAsset> Assets { get; }

    /// <summary>Reads the file at <paramref name="path"/>; one that isn't a manifest names nothing.</summary>
    public static DependencyManifest Read(string path)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))?.AsObject();
            var target = root?["targets"]?[(string?)root["runtimeTarget"]?["name"] ?? ""] as JsonObject;
            return new DependencyManifest([.. (target ?? []).SelectMany(library => Read(library, root!["libraries"]?[library.Key]))]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
        {
            return new DependencyManifest([]);
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
