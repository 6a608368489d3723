using System.Globalization;
using System.Text.Json;

namespace Barometer.Benchmarks;

/// <summary>The measurements of all sides as a table in Markdown.</summary>
internal static class RatioTable
{
    private static readonly string[] Sides = ["before", "DuckDB", "R"];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["shares"] = "20 shares × 3 sets of domains, SE and interval",
        ["design-shares"] = "design, and 20 shares by domain",
        ["rake"] = "raking to 4 margins",
        ["calibrate-linear"] = "linear calibration, 30 auxiliaries",
        ["calibrate-raking"] = "raking calibration, 30 auxiliaries",
        ["calibrate-logit"] = "logit calibration, 30 auxiliaries, bounded",
        ["bootstrap"] = "1000 bootstrap replicates × 20 shares",
    };

    private static readonly Dictionary<(string, int), int> Targets = new()
    {
        [("shares", 762)] = 100,
        [("design-shares", 1_000_000)] = 50,
        [("rake", 100_000)] = 50,
        [("calibrate-linear", 100_000)] = 10,
        [("calibrate-raking", 100_000)] = 10,
        [("calibrate-logit", 100_000)] = 10,
        [("bootstrap", 762)] = 50,
        [("bootstrap", 10_000)] = 50,
    };

    /// <summary>The table of the measurements in lines of JSON: ours beside each other side that was measured.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var all = lines.Select(line => JsonSerializer.Deserialize<Measurement>(line)!).ToList();
        var pairs = all.GroupBy(one => (one.Workload, one.N)).SelectMany(same => Sides
            .Select(side => (Ours: same.LastOrDefault(one => one.Side == "ours"), Other: same.LastOrDefault(one => one.Side == side))))
            .Where(pair => pair is { Ours: not null, Other: not null });
        return string.Join('\n',
        [
            "| work | n | beside | ours | the other | ratio | of processor time | target | peak memory, ours : the other |",
            "|---|---:|---|---:|---:|---:|---:|---:|---:|",
            .. pairs.Select(pair => Row(pair.Ours!, pair.Other!)),
            .. Growth(all, "design-shares"),
        ]);
    }

    private static string Row(Measurement ours, Measurement other) => FormattableString.Invariant(
        $"| {Words[ours.Workload]} | {Grouped(ours.N)} | {other.Side} | {Seconds(ours.Wall)} | {Seconds(other.Wall)} | {Ratio(other.Wall / ours.Wall)} | {Ratio(other.Processor / ours.Processor)} | {Target(other)} | {ours.Peak:0} : {other.Peak:0} MiB |");

    private static string Ratio(double ratio) => ratio < 10 ? FormattableString.Invariant($"{ratio:0.00}×") : FormattableString.Invariant($"{ratio:0}×");

    private static IEnumerable<string> Growth(List<Measurement> all, string workload)
    {
        foreach (var larger in all.Where(one => one.Side == "ours" && one.Workload == workload).DistinctBy(one => one.N))
        {
            if (all.FindLast(one => one.Side == "ours" && one.Workload == workload && one.N * 10L == larger.N) is { } smaller)
            {
                yield return FormattableString.Invariant(
                    $"\nFrom {Grouped(smaller.N)} to {Grouped(larger.N)} respondents our time grows by {larger.Wall / smaller.Wall:0.0} (processor time by {larger.Processor / smaller.Processor:0.0}); with {Grouped(larger.N)} it takes {Seconds(larger.Wall)}, and {(larger.Peak - larger.Start) * 1048576 / larger.N:0} bytes a respondent beside the data.");
            }
        }
    }

    private static string Target(Measurement other) =>
        other.Side == "DuckDB" ? "0.77×" : other.Side == "R" && Targets.TryGetValue((other.Workload, other.N), out var target) ? FormattableString.Invariant($"{target}×") : "";

    private static string Grouped(int n) => n.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');

    private static string Seconds(double seconds) => seconds < 1
        ? FormattableString.Invariant($"{seconds * 1000:0.0} ms")
        : FormattableString.Invariant($"{seconds:0.00} s");
}
