using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;

namespace Barometer.Notebooks.Loading;

/// <summary>The folders of libraries that an engine's sessions have named, each loaded once.</summary>
internal sealed class LoadContexts
{
    private readonly ConcurrentDictionary<string, Lazy<LibraryLoadContext>> _folders = new(StringComparer.Ordinal);

    /// <summary>A context for the compiled cells of one session.</summary>
    public AssemblyLoadContext ForSession(SessionLibraries libraries) => new SessionLoadContext(libraries, this);

    /// <summary>The context of a folder.</summary>
    public AssemblyLoadContext Of(LibraryFolder folder) =>
        _folders.GetOrAdd(folder.Path, _ => new Lazy<LibraryLoadContext>(() => new LibraryLoadContext(folder))).Value;
}

/// <summary>
/// Holds assemblies apart from the host's own, of whatever version those are: only the framework, this host's assembly, and
/// libraries that the host says are the same (<see cref="HostLibraries"/>) are shared with the process.
/// </summary>
internal abstract class ApartLoadContext(string name) : AssemblyLoadContext(name)
{
    private static readonly Assembly Host = typeof(ApartLoadContext).Assembly;

    /// <inheritdoc/>
    protected sealed override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Host.GetName().Name ? Host
        : FrameworkAssemblies.Has(assemblyName) ? null
        : Find(assemblyName);

    /// <summary>An assembly that isn't of the framework; null has the runtime take the host's own copy.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    protected abstract Assembly? Find(AssemblyName name);
}

/// <summary>
/// Keeps the assemblies of one folder of libraries. Sessions that name libraries of the same folder share them: a native
/// library exists once in a process, and a managed wrapper of it that is loaded twice gets the other's objects.
/// </summary>
/// <remarks>
/// It isn't collectible: libraries with native parts aren't safe to unload. What is loaded stays until the process ends.
/// </remarks>
internal sealed class LibraryLoadContext(LibraryFolder folder) : ApartLoadContext("notebook libraries")
{
    /// <inheritdoc/>
    protected override Assembly? Find(AssemblyName name)
    {
        if (!string.IsNullOrEmpty(name.CultureName))
        {
            return LoadTranslation(name);
        }

        return folder.FindManaged(name.Name!) is { } path
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"The folder of a library named by #r hasn't the assembly «{name.Name}» that it needs.", name.Name + ".dll");
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        folder.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private Assembly? LoadTranslation(AssemblyName name)
    {
        var main = folder.FindManaged(name.Name!.Replace(".resources", "", StringComparison.Ordinal));
        var path = main is null ? null : Path.Combine(Path.GetDirectoryName(main)!, name.CultureName!, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}

/// <summary>Holds the compiled cells of one session, apart from every other session's. The libraries they name come from the context of their folder.</summary>
internal sealed class SessionLoadContext(SessionLibraries libraries, LoadContexts contexts) : ApartLoadContext("notebook session")
{
    /// <inheritdoc/>
    protected override Assembly? Find(AssemblyName name) => libraries.FindOwner(name.Name!) is { } owner
        ? owner.Folder.IsHosts ? null : contexts.Of(owner.Folder).LoadFromAssemblyPath(owner.Path)
        : throw new FileNotFoundException($"No folder of a library named by #r has the assembly «{name.Name}».", name.Name + ".dll");
}

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
