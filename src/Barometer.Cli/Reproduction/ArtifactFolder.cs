using Barometer.Analysis;

namespace Barometer.Cli.Reproduction;

/// <summary>
/// Writes the folder of artifacts whole: everything goes into a folder beside it, which takes its place at the end.
/// When anything fails, the old folder stands as it was.
/// </summary>
internal sealed class ArtifactFolder(string path)
{
    /// <summary>Replaces the folder's content by <paramref name="files"/>.</summary>
    /// <exception cref="BarometerException">Two different files have one name.</exception>
    public void Replace(IEnumerable<ArtifactContent> files)
    {
        var beside = path + ".new";
        Delete(beside);
        try
        {
            foreach (var file in Distinct(files))
            {
                var target = Path.Combine(beside, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, file.Bytes);
            }

            Delete(path);
            Directory.Move(beside, path);
        }
        finally
        {
            Delete(beside);
        }
    }

    private static SortedDictionary<string, ArtifactContent>.ValueCollection Distinct(IEnumerable<ArtifactContent> files)
    {
        var seen = new SortedDictionary<string, ArtifactContent>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Name, file) && !seen[file.Name].Bytes.AsSpan().SequenceEqual(file.Bytes))
            {
                throw new BarometerException(new Problem(
                    $"Two cells make different files called {file.Name}", Expected: "one release an id", Hint: "give one of them an id of its own"));
            }
        }

        return seen.Values;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
