using System.Diagnostics;
using Barometer.Analysis.Anonymity;
using Barometer.Analysis.Loading;
using Barometer.Evidence;

namespace Barometer.Benchmarks;

/// <summary>
/// Releases one after the other in one session, as somebody who explores makes them: a question by one or two others or groups of the frame, drawn from
/// a fixed seed. How long does a release take, the more there are before it?
/// </summary>
internal static class ReleaseSeries
{
    private const string Id = "operational-2018";
    private const int Seed = 1302;
    private const int WarmUp = 3;

    /// <summary>The table in Markdown: a line for each tenth of the releases.</summary>
    /// <param name="releases">How many releases.</param>
    /// <param name="said">Hears of each release.</param>
    public static string Measure(int releases, Action<string> said)
    {
        // The runtime compiles in a session of its own.
        Run(Workbench.Open(), WarmUp, Seed + 1, said);
        var measured = Run(Workbench.Open(), releases, Seed, said);
        return string.Join('\n',
        [
            "| releases before | median, processor | most, processor | median, clock | most, clock | numbers hidden |",
            "|---:|---:|---:|---:|---:|---:|",
            .. measured.Index().GroupBy(one => one.Index * 10 / releases, one => one.Item).Select(tenth => FormattableString.Invariant(
                $"| {tenth.Key * releases / 10} to {((tenth.Key + 1) * releases / 10) - 1} | {Timing.Median(tenth.Select(one => one.Processor)):0.00} s | {tenth.Max(one => one.Processor):0.00} s | {Timing.Median(tenth.Select(one => one.Clock)):0.00} s | {tenth.Max(one => one.Clock):0.00} s | {tenth.Sum(one => one.Hidden)} of {tenth.Sum(one => one.Cells)} |")),
        ]);
    }

    private static List<(double Processor, double Clock, int Hidden, int Cells)> Run(Workbench barometer, int releases, int seed, Action<string> said)
    {
        var (design, random, measured) = (barometer.Design(Id), new Random(seed), new List<(double, double, int, int)>());
        string[] Named(DisclosureRole role) => [.. barometer.Survey(Id).Codebook.Variables.Where(one => one.Role == role && one.Categories.Count > 1 && one.Name is not ("invited" or "answered")).Select(one => one.Name)];
        var (answers, groups) = (Named(DisclosureRole.Sensitive), Named(DisclosureRole.Group));
        for (var number = 0; number < releases; number++)
        {
            var variable = answers[random.Next(answers.Length)];
            string[] choice = [.. groups, .. answers.Where(one => one != variable)];
            string[] by = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => choice[random.Next(choice.Length)]).Distinct()];
            var table = design.Proportion(variable, by: by);
            var (processor, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var status = barometer.Release(table, id: FormattableString.Invariant($"own-{number}")).Released.Content.Estimates.Select(one => one.Status).ToList();
            measured.Add(((Environment.CpuUsage.TotalTime - processor).TotalSeconds, clock.Elapsed.TotalSeconds, status.Count(one => one == CellStatus.Suppressed), status.Count));
            said(FormattableString.Invariant($"{number} {variable} by {string.Join(", ", by)}: {measured[^1].Item1:0.00} s of processor time, {measured[^1].Item2:0.00} s, {measured[^1].Item3} of {status.Count} hidden"));
        }

        return measured;
    }
}
