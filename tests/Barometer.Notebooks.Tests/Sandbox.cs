[assembly: AssemblyFixture(typeof(Sandbox))]

namespace Barometer.Notebooks.Tests;

/// <summary>One runner for all tests, and a folder for their files that goes away with them.</summary>
public sealed class Sandbox : IDisposable
{
    private int _count;

    public Sandbox() => Directory.CreateDirectory(Folder);

    internal NotebookRunner Runner { get; } = new();

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "barometer-notebooks-" + Guid.NewGuid().ToString("N"));

    /// <summary>A folder of its own for one test.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, FormattableString.Invariant($"{Interlocked.Increment(ref _count):D4}"))).FullName;

    /// <summary>Writes a notebook with those code cells and gives its path.</summary>
    public string Notebook(params string[] cells) => NotebookIn(NewFolder(), cells);

    public static string NotebookIn(string folder, params string[] cells)
    {
        var path = Path.Combine(folder, "test.ipynb");
        File.WriteAllText(path, NotebookText.Of(cells));
        return path;
    }

    /// <summary>Runs a notebook of those code cells.</summary>
    internal Task<NotebookRunResult> RunAsync(params string[] cells) => RunAsync(new NotebookRunOptions(), cells);

    internal Task<NotebookRunResult> RunAsync(NotebookRunOptions options, params string[] cells) =>
        Runner.RunAsync(Notebook(cells), options, cancel: TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Runner.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
