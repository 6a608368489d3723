using System.Reflection;
using System.Runtime.Loader;
using Barometer.Notebooks.Compiling;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// Keeps the assemblies of one session apart from the host's and from every other session's, so that each may have its
/// own version of a library and its own static state. Only the framework and this host are shared.
/// </summary>
/// <remarks>
/// It isn't collectible: libraries with native parts aren't safe to unload. What a session has loaded stays until the
/// process ends.
/// </remarks>
internal sealed class SessionLoadContext(SessionLibraries libraries, FrameworkAssemblies framework) : AssemblyLoadContext("notebook session")
{
    private static readonly Assembly Host = typeof(SessionLoadContext).Assembly;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Host.GetName().Name)
        {
            return Host;
        }

        if (framework.Has(assemblyName))
        {
            return null;
        }

        if (!string.IsNullOrEmpty(assemblyName.CultureName))
        {
            return LoadTranslation(assemblyName);
        }

        // Without this the runtime would take the host's own copy, of whatever version that is.
        return libraries.FindManaged(assemblyName.Name!) is { } path
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"No folder of a library named by #r has the assembly «{assemblyName.Name}».", assemblyName.Name + ".dll");
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        NativeNames.Variants(unmanagedDllName).Select(libraries.FindNative).FirstOrDefault(path => path is not null) is { } found
            ? LoadUnmanagedDllFromPath(found)
            : IntPtr.Zero;

    private Assembly? LoadTranslation(AssemblyName name)
    {
        var main = libraries.FindManaged(name.Name!.Replace(".resources", "", StringComparison.Ordinal));
        var path = main is null ? null : Path.Combine(Path.GetDirectoryName(main)!, name.CultureName!, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
