using System.Diagnostics;
using System.Globalization;

namespace Barometer.Cli.Reproduction;

/// <summary>The few lines at the end of a reproduction.</summary>
internal static class Summary
{
    /// <summary>Prints what was run, what it left behind, and how it compares with what was published.</summary>
    /// <param name="outcomes">The notebooks.</param>
    /// <param name="published">The published figures by status.</param>
    /// <param name="elapsed">How long it all took.</param>
    /// <param name="last">A last line, or null.</param>
    public static void Print(IReadOnlyList<NotebookOutcome> outcomes, PublishedChecks published, TimeSpan elapsed, string? last)
    {
        var exhibits = outcomes.SelectMany(outcome => outcome.Collected.Exhibits).ToList();
        var figures = exhibits.Where(exhibit => exhibit.IsFigure).DistinctBy(exhibit => exhibit.Name).Count();
        var tables = exhibits.Where(exhibit => !exhibit.IsFigure).DistinctBy(exhibit => exhibit.Name).Count();
        Line("notebooks", Number(outcomes.Count));
        Line("figures", Number(figures));
        Line("tables", Number(tables));
        Line("published", published.Summary(Language.En));
        if (exhibits.Any(exhibit => exhibit.IsSynthetic))
        {
            Line("data", "synthetic: the numbers test the computations and say nothing about the state");
        }

        Line("time", string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s, {Slowest(outcomes)}"));
        Line("memory", string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
        if (last is not null)
        {
            Line("", last);
        }
    }

    // The notebook that took longest, side by side with others.
    private static string Slowest(IReadOnlyList<NotebookOutcome> outcomes) => outcomes.MaxBy(outcome => outcome.Result.Elapsed) is { } slowest
        ? string.Create(CultureInfo.InvariantCulture, $"{slowest.Name} the longest: {slowest.Result.Elapsed.TotalSeconds:0.0} s")
        : "";

    private static void Line(string name, string text) => Terminal.Say($"[grey]{name,-10}[/] {text}");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
