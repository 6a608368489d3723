using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Barometer.Notebooks.Loading;

/// <summary>
/// The libraries of this program that sessions share with it, so that what a cell shows is of the program's own types. Two
/// files are the same build when their module ids are equal: copies are, and a library that was built anew isn't.
/// </summary>
internal sealed class HostLibraries(IReadOnlyList<Assembly> assemblies)
{
    /// <summary>Sessions that share nothing.</summary>
    public static HostLibraries None { get; } = new([]);

    /// <summary>Whether a folder holds some of them, all of this very build: then the program has all that the folder has.</summary>
    public bool AreIn(string folder)
    {
        var files = assemblies.Select(own => (Own: own, Path: Path.Combine(folder, own.GetName().Name + ".dll"))).Where(file => File.Exists(file.Path)).ToList();
        return files.Count > 0 && files.TrueForAll(file => IsSame(file.Own, file.Path));
    }

    /// <summary>Whether a file is one of them by its name, but it or another beside it is of another build.</summary>
    public bool HaveOther(string path) =>
        assemblies.Any(own => own.GetName().Name == Path.GetFileNameWithoutExtension(path)) && !AreIn(Path.GetDirectoryName(path)!);

    private static bool IsSame(Assembly own, string path)
    {
        if (own.Location == path)
        {
            return true;
        }

        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid) == own.ManifestModule.ModuleVersionId;
    }
}
