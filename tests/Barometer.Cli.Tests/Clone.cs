using System.Security.Cryptography;

namespace Barometer.Cli.Tests;

/// <summary>
/// As much of a clone as the program needs, in a folder of its own: the data, the file that loads the built library, and
/// the notebooks a test puts there. It goes away with the test.
/// </summary>
internal sealed class Clone : IDisposable
{
    private const string Marker = "Barometer.Analysis.sln";
    private static readonly string[] NotData = ["restricted"];

    private Clone(string root) => Root = root;

    /// <summary>The clone that these tests stand in.</summary>
    public static string Original { get; } = FindOriginal();

    public string Root { get; }

    /// <summary>A new clone with the repository's data and those notebooks.</summary>
    public static Clone With(params (string Name, string Text)[] notebooks)
    {
        var clone = New();
        File.Copy(Path.Combine(Original, Marker), clone[Marker]);
        Copy(Path.Combine(Original, "data"), clone["data"], NotData);
        File.Delete(clone["data/releases/numbers.csv"]); // its notebooks are others
        Directory.CreateDirectory(clone["notebooks"]);
        File.Copy(Path.Combine(Original, "notebooks", "load.cs"), clone["notebooks/load.cs"]);
        foreach (var (name, text) in notebooks)
        {
            File.WriteAllText(clone.Notebook(name), text);
            // Each comes with its English: one of the repository's own, or a test's; «{}» is none.
            Directory.CreateDirectory(clone["notebooks/en"]);
            var own = Path.Combine(Original, "notebooks", name + ".ipynb");
            var isOwn = text.Length > 2 && File.Exists(own) && NotebookDocument.Parse(text).Cells[0].Source == NotebookDocument.Read(own).Cells[0].Source;
            File.WriteAllText(clone[$"notebooks/en/{name}.md"], isOwn ? File.ReadAllText(EnglishText.PathOf(own)) : NotebookText.English);
        }

        return clone;
    }

    /// <summary>A clone of this clone as it is now.</summary>
    public Clone Copy()
    {
        var clone = New();
        Copy(Root, clone.Root, []);
        return clone;
    }

    /// <summary>The full path of something in the clone.</summary>
    public string this[string path] => Path.Combine(Root, path);

    public string Notebook(string name) => this[$"notebooks/{name}.ipynb"];

    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>Replaces a text that stands in a file; fails when it doesn't.</summary>
    public void Replace(string path, string old, string with)
    {
        var text = Read(path);
        Xunit.Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(this[path], text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Every file under a folder with the digest of its bytes, in the order of the paths.</summary>
    public IReadOnlyList<string> Snapshot(string folder = ".") =>
    [
        .. Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(Root, path).Replace('\\', '/')} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}")
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static Clone New() => new(Directory.CreateTempSubdirectory("barometer-cli-").FullName);

    private static void Copy(string from, string to, string[] without)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !without.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), []);
        }
    }

    private static string FindOriginal()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Marker)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside a clone of the repository.");
        }

        return folder.FullName;
    }
}
