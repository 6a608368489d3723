namespace Barometer.Cli.Reproduction;

/// <summary>
/// Writes the folder of artifacts whole: everything goes into a folder beside it, which takes its place at the end.
/// When anything fails, the old folder stands as it was. Among the files lies their register: what isn't on it was put there
/// by something else.
/// </summary>
internal sealed class ArtifactFolder(string path)
{
    private readonly string _new = path + ".new";
    private readonly string _old = path + ".old";

    /// <summary>The files, and the register of them all.</summary>
    public static IEnumerable<ArtifactFile> WithRegister(IReadOnlyCollection<ArtifactFile> files)
    {
        var register = new StampRegister(
            from file in files
            orderby file.Name
            select new StampedForm("artifacts", file.Name, StampedForm.File, $"made by {file.Origin.Replace(',', ' ')}", FormDigest.Of(file.Bytes)));
        return files.Append(new ArtifactFile(Repository.ManifestName, register.Write));
    }

    /// <summary>Replaces the folder's content by <paramref name="files"/>.</summary>
    /// <exception cref="BarometerException">Two different files have one name.</exception>
    /// <exception cref="IOException">A file can't be written, or the folder is in use.</exception>
    public void Replace(IEnumerable<ArtifactFile> files)
    {
        var distinct = Distinct(files);
        Delete(_new);
        try
        {
            foreach (var file in distinct)
            {
                var target = Path.Combine(_new, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, file.Bytes);
            }

            Swap();
        }
        finally
        {
            Delete(_new);
        }
    }

    // Two renames: a folder that is in use can't be moved, and is then still whole.
    private void Swap()
    {
        Delete(_old);
        if (Directory.Exists(path))
        {
            Directory.Move(path, _old);
        }

        try
        {
            Directory.Move(_new, path);
        }
        catch
        {
            if (Directory.Exists(_old))
            {
                Directory.Move(_old, path);
            }

            throw;
        }

        Delete(_old);
    }

    private static SortedDictionary<string, ArtifactFile>.ValueCollection Distinct(IEnumerable<ArtifactFile> files)
    {
        var seen = new SortedDictionary<string, ArtifactFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Name, file) && !seen[file.Name].Bytes.AsSpan().SequenceEqual(file.Bytes))
            {
                throw new BarometerException(new Problem(
                    $"Two cells make different files called {file.Name}",
                    Expected: "one release an id",
                    Got: $"one in {seen[file.Name].Origin}, another in {file.Origin}",
                    Hint: "give one of them an id of its own"));
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
