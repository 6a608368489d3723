using System.Globalization;
using System.Text.Json;

namespace Barometer.Benchmarks;

/// <summary>The measurements of all sides as a table in Markdown.</summary>
internal static class RatioTable
{
    private const string Ours = "ours";

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

    /// <summary>The table of the measurements in lines of JSON: our processor time and wall clock, and how many times our processor time the others take.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var all = lines.Select(line => JsonSerializer.Deserialize<Measurement>(line)!).ToList();
        return string.Join('\n',
        [
            "| work | n | ours, processor | wall | before | DuckDB | R | target, R | peak memory, MiB: ours : DuckDB : R |",
            "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
            .. all.GroupBy(one => (one.Workload, one.N)).Where(same => same.Any(one => one.Side == Ours)).Select(same => Row([.. same])),
            .. Growth(all, "design-shares"),
        ]);
    }

    private static string Row(List<Measurement> same)
    {
        Measurement? Of(string side) => same.FindLast(one => one.Side == side);
        var ours = Of(Ours)!;
        string Ratio(string side) => Of(side) is { } other ? Times(other.Processor / ours.Processor) : "";
        var target = Targets.TryGetValue((ours.Workload, ours.N), out var times) ? FormattableString.Invariant($"{times}×") : "";
        var memory = string.Join(" : ", ((string[])[Ours, "DuckDB", "R"]).Select(Of).OfType<Measurement>().Select(one => one.Peak.ToString("0", CultureInfo.InvariantCulture)));
        return $"| {Words[ours.Workload]} | {Grouped(ours.N)} | {Seconds(ours.Processor)} | {Seconds(ours.Wall)} | {Ratio("before")} | {Ratio("DuckDB")} | {Ratio("R")} | {target} | {memory} |";
    }

    private static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + "×";

    private static IEnumerable<string> Growth(List<Measurement> all, string workload)
    {
        foreach (var larger in all.Where(one => one.Side == Ours && one.Workload == workload).DistinctBy(one => one.N))
        {
            if (all.FindLast(one => one.Side == Ours && one.Workload == workload && one.N * 10L == larger.N) is { } smaller)
            {
                yield return FormattableString.Invariant(
                    $"\nFrom {Grouped(smaller.N)} to {Grouped(larger.N)} respondents our processor time grows by {larger.Processor / smaller.Processor:0.0}; {Grouped(larger.N)} take {(larger.Peak - larger.Start) * 1048576 / larger.N:0} bytes each beside the data.");
            }
        }
    }

    private static string Grouped(int n) => n.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');

    private static string Seconds(double seconds) => seconds < 1
        ? FormattableString.Invariant($"{seconds * 1000:0.0} ms")
        : FormattableString.Invariant($"{seconds:0.00} s");
}
