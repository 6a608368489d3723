namespace Barometer.Cli.Tests.Reproduction;

/// <summary>The repository's own notebooks, once: they run, and what they leave behind is there.</summary>
public class CommittedNotebooksTests
{
    private static readonly string[] ResponseTable =
    [
        "NOS18-POP-V", "NOS18-INV-V", "NOS18-ANS-V", "NOS18-RR-V", "NOS18-POP-A", "NOS18-INV-A", "NOS18-ANS-A", "NOS18-RR-A",
    ];

    [Fact]
    public async Task Reproduce_CommittedNotebooks_ReproducesTheResponseTableAndKeepsTheRules()
    {
        var notebooks = Directory.EnumerateFiles(Path.Combine(Clone.Original, "notebooks"), "*.ipynb")
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).ToArray();
        using var clone = Clone.With(notebooks);

        (await Tool.RunAsync(clone, "reproduce")).Succeeded();

        var published = clone.Read("artifacts/published-check.csv").Split('\n');
        Assert.All(ResponseTable, id => Assert.Contains(
            published, line => line.StartsWith($"{id},{id},{(id.Contains("-RR-", StringComparison.Ordinal) ? "follows" : "reproduced")},", StringComparison.Ordinal)));
        Assert.All(notebooks, notebook => Assert.Contains($"site/{notebook.Item1}.html", clone.Read("artifacts/index.html"), StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateFiles(clone["artifacts/figures"], "*.svg"));
        var pictures = Directory.EnumerateFiles(clone["artifacts/figures"], "*.png").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.All(Directory.EnumerateFiles(clone["artifacts/figures"], "*.svg"), drawing => Assert.Contains(Path.GetFileNameWithoutExtension(drawing), pictures));
        Assert.Empty(new Repository(clone.Root).FindNotebooks([]).SelectMany(path => NotebookRules.Check(path, path)));
    }
}
