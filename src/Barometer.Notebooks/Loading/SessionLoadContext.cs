using System.Reflection;
using System.Runtime.Loader;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// Holds the compiled cells of one session, apart from every other session's. The libraries they name come from the
/// load context of their folder; only the framework and this host are shared with the process.
/// </summary>
internal sealed class SessionLoadContext(SessionLibraries libraries, LibraryContexts contexts, FrameworkAssemblies framework)
    : AssemblyLoadContext("notebook session")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (LibraryLoadContext.HostAssembly(assemblyName) is { } host)
        {
            return host;
        }

        if (framework.Has(assemblyName))
        {
            return null;
        }

        // Without this the runtime would take the host's own copy, of whatever version that is.
        return libraries.FindOwner(assemblyName.Name!) is { } owner
            ? contexts.Of(owner.Folder).LoadFromAssemblyPath(owner.Path)
            : throw new FileNotFoundException($"No folder of a library named by #r has the assembly «{assemblyName.Name}».", assemblyName.Name + ".dll");
    }
}
