using System.Reflection;
using System.Runtime.Loader;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// Keeps the assemblies of one folder of libraries apart from the host's own, of whatever version those are. Sessions
/// that name libraries of the same folder share them: a native library exists once in a process, and a managed wrapper
/// of it that is loaded twice gets the other's objects.
/// </summary>
/// <remarks>
/// It isn't collectible: libraries with native parts aren't safe to unload. What is loaded stays until the process ends.
/// </remarks>
internal sealed class LibraryLoadContext(LibraryFolder folder, FrameworkAssemblies framework) : AssemblyLoadContext("notebook libraries")
{
    private static readonly Assembly Host = typeof(LibraryLoadContext).Assembly;

    /// <summary>What cells and libraries have in common with the host: this assembly; null for any other.</summary>
    public static Assembly? HostAssembly(AssemblyName name) => name.Name == Host.GetName().Name ? Host : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (HostAssembly(assemblyName) is { } host)
        {
            return host;
        }

        if (framework.Has(assemblyName))
        {
            return null;
        }

        if (!string.IsNullOrEmpty(assemblyName.CultureName))
        {
            return LoadTranslation(assemblyName);
        }

        // Without this the runtime would take the host's own copy.
        return folder.FindManaged(assemblyName.Name!) is { } path
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"The folder of a library named by #r hasn't the assembly «{assemblyName.Name}» that it needs.", assemblyName.Name + ".dll");
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        NativeNames.Variants(unmanagedDllName).Select(folder.FindNative).FirstOrDefault(path => path is not null) is { } found
            ? LoadUnmanagedDllFromPath(found)
            : IntPtr.Zero;

    private Assembly? LoadTranslation(AssemblyName name)
    {
        var main = folder.FindManaged(name.Name!.Replace(".resources", "", StringComparison.Ordinal));
        var path = main is null ? null : Path.Combine(Path.GetDirectoryName(main)!, name.CultureName!, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
