using System.Collections.Frozen;
using System.Reflection;

namespace Barometer.Notebooks.Loading;

/// <summary>The assemblies of the shared framework that this process runs on; the host's own aren't among them.</summary>
internal static class FrameworkAssemblies
{
    /// <summary>Their paths.</summary>
    public static IReadOnlyList<string> Paths { get; } = FindPaths();

    private static readonly FrozenDictionary<string, Lazy<Version>> Versions = Paths.ToFrozenDictionary(
        path => Path.GetFileNameWithoutExtension(path),
        path => new Lazy<Version>(() => AssemblyName.GetAssemblyName(path).Version ?? new Version()),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the framework has the assembly in that version or a newer one.</summary>
    public static bool Has(AssemblyName name) =>
        name.Name is not null && Versions.TryGetValue(name.Name, out var version) && version.Value >= (name.Version ?? new Version());

    private static string[] FindPaths()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        return [.. trusted.Where(path => Path.GetDirectoryName(path) == folder).Distinct().Order(StringComparer.Ordinal)];
    }
}
