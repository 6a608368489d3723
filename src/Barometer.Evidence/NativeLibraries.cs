using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Barometer.Evidence;

/// <summary>
/// Finds the native libraries behind the figures when a notebook engine loads the assemblies by <c>#r</c> of a path: such an
/// engine knows nothing of the <c>runtimes</c> folder beside them.
/// </summary>
internal static class NativeLibraries
{
    private static readonly string[] Endings = ["", ".so", ".dylib", ".dll"];

    /// <summary>Lets the load context of this library look beside it. Doing so again changes nothing.</summary>
    public static void Prepare()
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(NativeLibraries).Assembly) is { } context)
        {
            context.ResolvingUnmanagedDll -= Resolve;
            context.ResolvingUnmanagedDll += Resolve;
        }
    }

    /// <summary>The file of a native library in a folder of assemblies, or null: <c>runtimes/linux-x64/native/libX.so</c>.</summary>
    public static string? Find(string folder, string name) => Platforms()
        .Select(platform => Path.Combine(folder, "runtimes", platform, "native"))
        .SelectMany(native => Endings.SelectMany(ending => new[] { name, "lib" + name }, (ending, prefix) => Path.Combine(native, prefix + ending)))
        .FirstOrDefault(File.Exists);

    private static IntPtr Resolve(Assembly assembly, string name)
    {
        var folder = Path.GetDirectoryName(typeof(NativeLibraries).Assembly.Location);
        return folder is { Length: > 0 } && Find(folder, name) is { } path ? NativeLibrary.Load(path) : IntPtr.Zero;
    }

    /// <summary>The runtime's own identifier, then that of its system and processor without a distribution's name.</summary>
    private static IEnumerable<string> Platforms()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return [RuntimeInformation.RuntimeIdentifier, $"{system}-{processor}", system];
    }
}
