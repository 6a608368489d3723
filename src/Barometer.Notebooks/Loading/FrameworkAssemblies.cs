using System.Collections.Frozen;
using System.Reflection;

namespace Barometer.Notebooks.Loading;

/// <summary>The assemblies of the shared framework that this process runs on; the host's own aren't among them.</summary>
internal sealed class FrameworkAssemblies
{
    private readonly FrozenDictionary<string, Lazy<Version>> _versions;

    public FrameworkAssemblies()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        Paths = [.. trusted.Where(path => Path.GetDirectoryName(path) == folder).Distinct().Order(StringComparer.Ordinal)];
        _versions = Paths.ToFrozenDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => new Lazy<Version>(() => AssemblyName.GetAssemblyName(path).Version ?? new Version()),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Their paths.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Whether the framework has the assembly in that version or a newer one.</summary>
    public bool Has(AssemblyName name) =>
        name.Name is not null && _versions.TryGetValue(name.Name, out var version) && version.Value >= (name.Version ?? new Version());
}
