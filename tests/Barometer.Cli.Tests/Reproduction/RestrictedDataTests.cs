using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>
/// Files in <c>data/restricted</c> take over. The stand-ins here are the synthetic files: the program can't know, and
/// treats them as real.
/// </summary>
public partial class RestrictedDataTests(ReproducedClone reproduced)
{
    [Fact]
    public async Task Reproduce_FilesInRestricted_EverySyntheticMarkGoesAway()
    {
        using var clone = reproduced.Clone.Copy();
        Assert.All(Marked(clone), Assert.NotEmpty);
        Directory.Move(clone["data/synthetic"], clone["data/restricted"]);

        var run = (await Tool.RunAsync(clone, "reproduce")).Succeeded();

        Assert.All(Marked(clone), Assert.Empty);
        Assert.DoesNotContain("synthetic", run.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(SimulateCommand.FindStale(clone["data"])); // which reads no answers, whatever lies there
        Assert.Contains("NOS18-POP-V,NOS18-POP-V,reproduced,false,180,180,", clone.Read("artifacts/published-check.csv"), StringComparison.Ordinal);
    }

    /// <summary>For each file that shows results, the marks in it.</summary>
    private static IEnumerable<IReadOnlyList<string>> Marked(Clone clone)
    {
        string[] files =
        [
            "artifacts/index.html", "artifacts/notebooks/01-first.ipynb", "artifacts/tables/sample-response.html", "artifacts/tables/sample-share.html",
            "artifacts/figures/sample-share.svg", "artifacts/site/01-first.html", "artifacts/site/01-first-en.html", "artifacts/site/figures.html", "artifacts/index-en.html", "notebooks/01-first.ipynb",
        ];
        return files.Select(file => Mark().Matches(clone.Read(file)).Select(match => match.Value).Distinct().ToList());
    }

    // Files also say for programs whether they are synthetic: «"synthetic": false» is no mark.
    [GeneratedRegex(@"synteti|synthetic(?!\W{1,3}false)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
