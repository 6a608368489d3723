using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel;

/// <summary>
/// Installs this program as a kernel: a description of it, and a copy of it, so that the program itself can be built
/// anew while kernels run.
/// </summary>
/// <param name="program">The program's folder.</param>
/// <param name="assembly">The file name of the assembly that is run.</param>
internal sealed class KernelInstaller(string program, string assembly)
{
    /// <summary>The name that notebooks know: the original's, and ours where that is absent.</summary>
    public const string SharedName = ".net-csharp";

    /// <summary>The name beside an original.</summary>
    public const string OwnName = "barometer-csharp";

    private const string DisplayName = ".NET (C#)";
    private const string CopyPrefix = "program-";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// Installs under <see cref="SharedName"/>, or under <see cref="OwnName"/> where somebody else's has that name, here or
    /// wherever else front ends look; what was there of ours is replaced.
    /// </summary>
    /// <param name="kernels">The folder of kernels to install into.</param>
    /// <param name="searched">All folders that front ends look into.</param>
    /// <param name="force">Take the shared name from whoever has it.</param>
    public InstalledKernel Install(string kernels, IEnumerable<string> searched, bool force)
    {
        var isTaken = searched.Append(kernels).Any(folder => InstalledKernel.Find(folder, SharedName) is { IsOurs: false });
        var name = isTaken && !force ? OwnName : SharedName;
        var folder = Directory.CreateDirectory(Path.Combine(kernels, name)).FullName;
        var copy = CopyProgram(folder);
        File.WriteAllText(Path.Combine(folder, InstalledKernel.FileName), Describe(name, Path.Combine(copy, assembly)).ToJsonString(Indented) + "\n");
        RemoveCopies(folder, except: copy);
        return new InstalledKernel(name, folder, IsOurs: true);
    }

    /// <summary>Removes ours from a folder of kernels; somebody else's are left alone.</summary>
    /// <returns>What was removed.</returns>
    public static IReadOnlyList<InstalledKernel> Uninstall(string kernels)
    {
        InstalledKernel[] ours = [.. InstalledKernel.FindAll(kernels).Where(kernel => kernel.IsOurs)];
        foreach (var kernel in ours)
        {
            Directory.Delete(kernel.Folder, recursive: true);
        }

        return ours;
    }

    private static JsonObject Describe(string name, string path) => new()
    {
        ["argv"] = new JsonArray(DotNet(), path, "kernel", "run", "--connection-file", "{connection_file}"),
        ["display_name"] = name == SharedName ? DisplayName : DisplayName + ", Barometer",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_QuickJitForLoops"] = "1" },
        ["metadata"] = new JsonObject { [InstalledKernel.Mark] = new JsonObject { ["version"] = typeof(KernelInstaller).Assembly.GetName().Version!.ToString(3) } },
    };

    // dotnet/shared/Microsoft.NETCore.App/10.0.1 → dotnet/dotnet. Front ends may not have it on their path.
    private static string DotNet() => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    // A copy in use is never written to: another program gets another folder.
    private string CopyProgram(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(program).Where(IsNeeded).Order(StringComparer.Ordinal)];
        var copy = Path.Combine(folder, CopyPrefix + Digest(files));
        if (!File.Exists(Path.Combine(copy, assembly)))
        {
            Directory.CreateDirectory(copy);
            foreach (var file in files.OrderBy(file => Path.GetFileName(file) == assembly))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
            }
        }

        return copy;
    }

    // Without its manifest the program takes what is beside it. The libraries' native parts are the notebooks' affair.
    private static bool IsNeeded(string file) =>
        file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)
        || Path.GetFileName(file) == typeof(KernelInstaller).Assembly.GetName().Name + ".xml";

    private static string Digest(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void RemoveCopies(string folder, string except)
    {
        foreach (var copy in Directory.EnumerateDirectories(folder, CopyPrefix + "*").Where(copy => copy != except))
        {
            try
            {
                Directory.Delete(copy, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Windows keeps what a running kernel has loaded; the next installation removes it.
            }
        }
    }
}

/// <summary>A kernel that front ends find.</summary>
/// <param name="Name">The name that notebooks know it by.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="IsOurs">Whether this program installed it.</param>
internal sealed record InstalledKernel(string Name, string Folder, bool IsOurs)
{
    /// <summary>The file that describes a kernel.</summary>
    internal const string FileName = "kernel.json";

    /// <summary>The member of its metadata by which we know our own.</summary>
    internal const string Mark = "barometer";

    /// <summary>The kernel of that name in a folder of kernels, or null.</summary>
    public static InstalledKernel? Find(string kernels, string name)
    {
        var folder = Path.Combine(kernels, name);
        return File.Exists(Path.Combine(folder, FileName)) ? new InstalledKernel(name, folder, ReadMark(folder)) : null;
    }

    /// <summary>Every kernel in a folder of kernels, in the order of their names.</summary>
    public static IReadOnlyList<InstalledKernel> FindAll(string kernels) => Directory.Exists(kernels)
        ? [.. Directory.EnumerateDirectories(kernels).Order(StringComparer.Ordinal).Select(folder => Find(kernels, Path.GetFileName(folder))).OfType<InstalledKernel>()]
        : [];

    private static bool ReadMark(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName)))?["metadata"]?[Mark] is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}

/// <summary>The folders in which front ends look for kernels, each with one folder a kernel.</summary>
internal static class KernelSpecFolders
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
