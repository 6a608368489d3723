[assembly: AssemblyFixture(typeof(Barometer.Interactive.Tests.CloneFolder))]

// Each session loads the library for itself, above one native half: one after the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Barometer.Interactive.Tests;

/// <summary>The process stands where a notebook's does, with the data of the repository alone: real answers in the clone would be shown.</summary>
public sealed class CloneFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("barometer-interactive-").FullName;

    public CloneFolder()
    {
        Environment.SetEnvironmentVariable("BAROMETER_DATA", Path.Combine(_root, "data"));
        Environment.SetEnvironmentVariable("BAROMETER_EXPLORE", null);
        Environment.CurrentDirectory = Notebooks;
        foreach (var part in new[] { "codebook", "crosswalk", "published", "releases", "simulated", "synthetic" })
        {
            Copy(Path.Combine(Root, "data", part), Path.Combine(_root, "data", part));
        }
    }

    /// <summary>The clone.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Its notebooks.</summary>
    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Copies a folder with all in it.</summary>
    public static void Copy(string folder, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Barometer.Analysis.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
