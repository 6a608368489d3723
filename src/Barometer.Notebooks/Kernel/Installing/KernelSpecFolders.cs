namespace Barometer.Notebooks.Kernel.Installing;

/// <summary>The folders in which front ends look for kernels, each with one folder a kernel.</summary>
public static class KernelSpecFolders
{
    /// <summary>The one of the user that runs the program (https://docs.jupyter.org/en/latest/use/jupyter-directories.html).</summary>
    public static string OfUser() => Kernels(Variable("JUPYTER_DATA_DIR") ?? DataFolder());

    /// <summary>The one of a repository, which front ends see when <c>JUPYTER_PATH</c> names its <c>.jupyter</c>.</summary>
    public static string OfRepository(string root) => Kernels(Path.Combine(root, ".jupyter"));

    /// <summary>All that front ends look into on this machine, first found first.</summary>
    public static IReadOnlyList<string> All() =>
    [
        .. (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Kernels)
            .Append(OfUser())
            .Concat(OfMachine().Select(Kernels))
            .Distinct(),
    ];

    private static string DataFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    private static IEnumerable<string> OfMachine() => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    private static string Kernels(string folder) => Path.Combine(folder, "kernels");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
