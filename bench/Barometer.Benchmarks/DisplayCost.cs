using System.Diagnostics;
using System.Text.Json;

namespace Barometer.Benchmarks;

/// <summary>What it costs to show one bar in a notebook, beside its picture alone, in one or more built clones.</summary>
internal static class DisplayCost
{
    /// <summary>The table in Markdown: a line a clone, each measured in a process of its own.</summary>
    public static string Compare(IEnumerable<string> clones) => string.Join('\n',
    [
        "| clone | picture alone | shown | ratio | picture | shown |",
        "|---|---:|---:|---:|---:|---:|",
        .. clones.Select(clone => Row(Path.GetFullPath(clone), JsonSerializer.Deserialize<Cost>(Run("display-of", clone))!)),
    ]);

    /// <summary>The measurement of one clone as a line of JSON.</summary>
    public static string Measure(string root)
    {
        var clone = new BuiltClone(root);
        foreach (var (_, run) in clone.Steps)
        {
            run();
        }

        // Both before either is measured: they share code that the runtime compiles better as it goes on.
        Timing.Median(() => clone.Draw());
        Timing.Median(() => clone.ShowAnew());
        return JsonSerializer.Serialize(new Cost(
            Timing.Median(() => clone.Draw()).Processor, Timing.Median(() => clone.ShowAnew()).Processor, clone.Draw(), clone.ShowAnew()));
    }

    private static string Row(string root, Cost cost) => FormattableString.Invariant(
        $"| {root} | {cost.Draw * 1000:0.0} ms | {cost.Show * 1000:0.0} ms | {cost.Show / cost.Draw:0.0}× | {cost.Picture / 1000.0:0} kB | {cost.Shown / 1000.0:0} kB |");

    private static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DisplayCost).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>Processor time in seconds, and bytes.</summary>
    private sealed record Cost(double Draw, double Show, long Picture, long Shown);
}
