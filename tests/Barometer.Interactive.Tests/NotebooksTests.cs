using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Interactive.Tests;

/// <summary>Every committed notebook, run by .NET Interactive as it stands, shows what `reproduce` has stored in it; a number or a data frame that a cell computed is shown in the engine's own way.</summary>
public class NotebooksTests
{
    private const string Inline = "<img src=\"data:image/png;base64,";

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(CloneFolder.Notebooks, "??*-*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Notebook_RunByTheEngine_ShowsWhatIsStored(string name)
    {
        using var session = new EngineSession();
        foreach (var cell in StoredNotebook.Read(Path.Combine(CloneFolder.Notebooks, name + ".ipynb")).Cells)
        {
            var result = await session.RunAsync(cell.Code);

            Assert.True(result.Failure is null, $"cell {cell.Id}: {result.Failure}");
            Assert.True(cell.Shown.Count == result.Outputs.Count, $"cell {cell.Id} shows {result.Outputs.Count} objects, not {cell.Shown.Count}");
            foreach (var (stored, shown) in cell.Shown.Zip(result.Outputs))
            {
                if (!stored.IsOfTheLibrary)
                {
                    continue;
                }

                Assert.Equal(stored.Text, shown["text/plain"]);
                if (stored.Picture is null)
                {
                    Assert.Equal(stored.Html, shown["text/html"]);
                    continue;
                }

                var html = shown["text/html"].Split(Inline);
                var picture = html[1][..html[1].IndexOf('"', StringComparison.Ordinal)];
                Assert.True(FigureFile.ShowSame(Convert.FromBase64String(stored.Picture), Convert.FromBase64String(picture)), $"cell {cell.Id} draws another picture");
                Assert.Equal(picture, shown["image/png"]);
                Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(stored.Chart), JsonNode.Parse(shown["application/vnd.plotly.v1+json"])), $"cell {cell.Id} draws another chart");
                Assert.Contains($"<figcaption>\n{stored.Html}</figcaption>", html[1], StringComparison.Ordinal);
            }
        }
    }
}
