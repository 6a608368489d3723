using System.Reflection;
using System.Runtime.InteropServices;
using Google.OrTools.LinearSolver;

namespace DisclosureControl;

/// <summary>
/// Finds the solver's native library. The runtime does so by itself in a program that was built with the package; in a
/// notebook, which refers to the assembly by its path, the library lies in <c>runtimes</c> beside it.
/// </summary>
internal static class NativeSolver
{
    private static readonly Lazy<bool> Loaded = new(Register);

    /// <summary>Makes sure that the library can be found.</summary>
    public static void Load() => _ = Loaded.Value;

    private static bool Register()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(Solver).Assembly, Resolve);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The host has a resolver of its own for the solver.
            return false;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (NativeLibrary.TryLoad(name, assembly, search, out var handle))
        {
            return handle;
        }

        foreach (var file in Candidates(name, typeof(NativeSolver).Assembly.Location))
        {
            if (File.Exists(file) && NativeLibrary.TryLoad(file, out handle))
            {
                return handle;
            }
        }

        return 0;
    }

    private static IEnumerable<string> Candidates(string name, string assembly)
    {
        var folder = Path.GetDirectoryName(assembly);
        if (string.IsNullOrEmpty(folder))
        {
            yield break;
        }

        string[] files = OperatingSystem.IsWindows() ? [name + ".dll"]
            : OperatingSystem.IsMacOS() ? ["lib" + name + ".dylib", name + ".dylib"]
            : ["lib" + name + ".so", name + ".so"];
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var machine = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        foreach (var file in files)
        {
            yield return Path.Combine(folder, file);
            yield return Path.Combine(folder, "runtimes", $"{system}-{machine}", "native", file);
        }
    }
}
