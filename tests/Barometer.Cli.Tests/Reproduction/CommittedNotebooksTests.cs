using System.Text.Json.Nodes;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>
/// Some of the repository's own notebooks: what they leave behind is there. That all of them run and show what is stored
/// is asked under the other engine (Barometer.Interactive.Tests), and to the byte by «reproduce --check».
/// </summary>
public class CommittedNotebooksTests
{
    private static readonly string[] Chosen = ["00-start-here", "01-response-and-representativity", "03-nordic-comparison", "90-reproduce-published", "99-evidence-pack"];

    private static readonly string[] ResponseTable =
    [
        "NOS18-POP-V", "NOS18-INV-V", "NOS18-ANS-V", "NOS18-RR-V", "NOS18-POP-A", "NOS18-INV-A", "NOS18-ANS-A", "NOS18-RR-A",
    ];

    private static readonly Lazy<IReadOnlyList<(string Where, JsonObject Data)>> Figures = new(() =>
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Clone.Original, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
           from cell in JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray()
           from output in cell!["outputs"]?.AsArray() ?? []
           where output!["data"]?["image/png"] is not null
           select ($"{Path.GetFileName(path)} {cell["id"]}", output["data"]!.AsObject()),
    ]);

    [Fact]
    public void Figures_OfAllNotebooks_NoTwoDrawTheSame()
    {
        var drawn = Figures.Value.Select(figure => (figure.Where, Marks: figure.Data["application/vnd.plotly.v1+json"]!["data"]!.ToJsonString())).ToList();

        Assert.NotEmpty(drawn);
        Assert.All(drawn.GroupBy(figure => figure.Marks), same => Assert.Single(same.Select(figure => figure.Where)));
        Assert.Equal(drawn.Count, Figures.Value.Select(figure => (string)figure.Data["image/png"]!).Distinct().Count());
    }

    [Fact]
    public void Figures_OfAllNotebooks_HaveMoreThanTwoBars() => Assert.All(
        Figures.Value.Select(figure => (figure.Where, Chart: figure.Data["application/vnd.plotly.v1+json"]!)).Where(figure => figure.Chart["data"]!.AsArray().Any(trace => (string?)trace!["type"] == "bar")),
        figure => Assert.True(figure.Chart["data"]!.AsArray().Where(trace => (string?)trace!["type"] == "bar").SelectMany(trace => trace!["y"]!.AsArray()).Select(y => (double)y!).Distinct().Count() > 2, figure.Where));

    [Fact]
    public async Task Reproduce_CommittedNotebooks_ReproducesTheResponseTableAndKeepsTheRules()
    {
        var notebooks = Chosen.Select(name => (name, File.ReadAllText(Path.Combine(Clone.Original, "notebooks", name + ".ipynb")))).ToArray();
        using var clone = Clone.With(notebooks);

        (await Tool.RunAsync(clone, "reproduce")).Succeeded();

        var published = clone.Read("artifacts/published-check.csv").Split('\n');
        Assert.All(ResponseTable, id => Assert.Contains(
            published, line => line.StartsWith($"{id},{id},{(id.Contains("-RR-", StringComparison.Ordinal) ? "follows" : "reproduced")},", StringComparison.Ordinal)));
        Assert.All(notebooks, notebook => Assert.Contains($"site/{notebook.Item1}.html", clone.Read("artifacts/index.html"), StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateFiles(clone["artifacts/figures"], "*.svg"));
        var pictures = Directory.EnumerateFiles(clone["artifacts/figures"], "*.png").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        // What is drawn for telephones is a drawing only.
        Assert.All(
            Directory.EnumerateFiles(clone["artifacts/figures"], "*.svg").Select(Path.GetFileNameWithoutExtension).Where(name => !name!.EndsWith("-narrow", StringComparison.Ordinal)),
            drawing => Assert.Contains(drawing, pictures));
        Assert.Empty(new Repository(Clone.Original).FindNotebooks([]).SelectMany(path => NotebookRules.Check(path, path)));
    }
}
