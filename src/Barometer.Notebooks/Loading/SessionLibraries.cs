using System.Collections.Immutable;

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
