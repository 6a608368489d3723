using System.Globalization;
using System.Text.Json;

namespace Barometer.Benchmarks;

/// <summary>The measurements of both sides as a table in Markdown.</summary>
internal static class RatioTable
{
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

    /// <summary>The table of the measurements in lines of JSON.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var all = lines.Select(line => JsonSerializer.Deserialize<Measurement>(line)!).ToList();
        var rows = all.GroupBy(one => (one.Workload, one.N))
            .Where(pair => pair.Any(one => one.Side == "ours") && pair.Any(one => one.Side == "R"))
            .Select(pair => Row(pair.Last(one => one.Side == "ours"), pair.Last(one => one.Side == "R")));
        return string.Join('\n',
        [
            "| work | n | ours | R | ratio | of processor time | target | peak memory, ours : R |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
            .. rows,
            .. Growth(all, "design-shares"),
        ]);
    }

    private static string Row(Measurement ours, Measurement r) => FormattableString.Invariant(
        $"| {Words[ours.Workload]} | {Grouped(ours.N)} | {Seconds(ours.Wall)} | {Seconds(r.Wall)} | {r.Wall / ours.Wall:0}× | {r.Processor / ours.Processor:0}× | {Target(ours)} | {ours.Peak:0} : {r.Peak:0} MiB |");

    private static IEnumerable<string> Growth(List<Measurement> all, string workload)
    {
        var (small, large) = (Find(all, workload, 100_000), Find(all, workload, 1_000_000));
        return small is null || large is null
            ? []
            : ["", FormattableString.Invariant(
                $"From 100 000 to 1 000 000 respondents our time grows by {large.Wall / small.Wall:0.0} (processor time by {large.Processor / small.Processor:0.0}).")];
    }

    private static Measurement? Find(List<Measurement> all, string workload, int n) =>
        all.LastOrDefault(one => one.Side == "ours" && one.Workload == workload && one.N == n);

    private static string Target(Measurement ours) =>
        Targets.TryGetValue((ours.Workload, ours.N), out var target) ? FormattableString.Invariant($"{target}×") : "";

    private static string Grouped(int n) => n.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');

    private static string Seconds(double seconds) => seconds < 1
        ? FormattableString.Invariant($"{seconds * 1000:0.0} ms")
        : FormattableString.Invariant($"{seconds:0.00} s");
}
