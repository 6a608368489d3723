using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Barometer.Notebooks.Loading;

/// <summary>The libraries that a session's cells have named with <c>#r</c>, and where what they need is found.</summary>
internal sealed class SessionLibraries(IReadOnlyList<string> packageFolders, HostLibraries host)
{
    // Replaced as a whole: cells read them on their own threads.
    private volatile State _state = new(ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase), []);

    /// <summary>The paths of the named libraries.</summary>
    public IEnumerable<string> Paths => _state.Paths.Values.Order(StringComparer.Ordinal);

    /// <summary>Adds a library; false when another file of the same name was named before.</summary>
    public bool TryAdd(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var (paths, folders) = _state;
        if (paths.TryGetValue(name, out var known))
        {
            return known == path;
        }

        var folder = Path.GetDirectoryName(path)!;
        var isNew = !paths.Values.Any(other => Path.GetDirectoryName(other) == folder);
        _state = new(paths.Add(name, path), isNew ? folders.Add(new LibraryFolder(folder, packageFolders, host.AreIn(folder))) : folders);
        return true;
    }

    /// <summary>The managed assembly of that simple name with the folder that it belongs to, or null.</summary>
    public (LibraryFolder Folder, string Path)? FindOwner(string name)
    {
        var (paths, folders) = _state;
        if (paths.TryGetValue(name, out var named))
        {
            return (folders.First(folder => folder.Path == Path.GetDirectoryName(named)), named);
        }

        return folders.Select(folder => (Folder: folder, Path: folder.FindManaged(name)))
            .Where(found => found.Path is not null)
            .Select(found => ((LibraryFolder, string)?)(found.Folder, found.Path!))
            .FirstOrDefault();
    }

    private sealed record State(ImmutableDictionary<string, string> Paths, ImmutableList<LibraryFolder> Folders);
}

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
