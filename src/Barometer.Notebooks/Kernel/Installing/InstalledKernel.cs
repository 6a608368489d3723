using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel.Installing;

/// <summary>A kernel that front ends find.</summary>
/// <param name="Name">The name that notebooks know it by.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="IsOurs">Whether this program installed it.</param>
public sealed record InstalledKernel(string Name, string Folder, bool IsOurs)
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
