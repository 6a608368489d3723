using System.Collections.Concurrent;

namespace Barometer.Notebooks.Loading;

/// <summary>The folders of libraries that an engine's sessions have named, each loaded once.</summary>
internal sealed class LibraryContexts(FrameworkAssemblies framework)
{
    private readonly ConcurrentDictionary<string, Lazy<LibraryLoadContext>> _contexts = new(StringComparer.Ordinal);

    /// <summary>The load context of a folder.</summary>
    public LibraryLoadContext Of(LibraryFolder folder) =>
        _contexts.GetOrAdd(folder.Path, _ => new Lazy<LibraryLoadContext>(() => new LibraryLoadContext(folder, framework))).Value;
}
