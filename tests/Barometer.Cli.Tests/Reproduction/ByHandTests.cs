using System.Globalization;
using System.Text.Json.Nodes;
using Barometer.Synthesis;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>What notebook 04b works out by hand is what the design gives: its own cells, run on the answers of other seeds.</summary>
public class ByHandTests
{
    private const string Name = "04b-by-hand";

    [Theory]
    [InlineData(4)]
    [InlineData(2019)]
    public async Task Notebook_AnswersOfAnotherSeed_ComesToWhatTheDesignGives(int seed)
    {
        using var clone = Clone.With((Name, await File.ReadAllTextAsync(Path.Combine(Clone.Original, "notebooks", Name + ".ipynb"), TestContext.Current.CancellationToken)));
        SyntheticSurveys.Write(clone["data"], (ulong)seed);
        (await Tool.RunAsync(clone, "run", Name)).Succeeded();

        var barometer = Workbench.Open(data: clone["data"]);
        var table = barometer.Survey("operational-2018").Design().StratifiedBy("size_group").WithFinitePopulation().Proportion("innovated");
        var (own, shown) = (table.Estimates[^1].Numbers, barometer.Release(table, id: "as-released").Released.Content.Estimates[^1]);
        var cells = JsonNode.Parse(clone.Read($"notebooks/{Name}.ipynb"))!["cells"]!.AsArray().ToLookup(cell => (string?)cell!["id"]);

        Assert.NotEqual(0.864, own.Value, 0.0005); // what stands in the notebook
        Assert.Equal(own.Value, double.Parse(Shown("share"), CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal(own.StandardError, double.Parse(Shown("error"), CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal(Text(own.Value, own.Interval!), Shown("interval"));
        Assert.Equal(Text(shown.Value, shown.Interval!), Shown("shown"));

        string Shown(string id) => (string)cells[id].Single()!["outputs"]![0]!["data"]!["text/plain"]![0]!;
    }

    private static string Text(double share, SurveyStatistics.Estimation.ConfidenceInterval interval) =>
        FormattableString.Invariant($"{100 * share:F1} ({100 * interval.Lower:F0}–{100 * interval.Upper:F0})");
}
