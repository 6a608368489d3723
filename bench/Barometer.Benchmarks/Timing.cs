using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Barometer.Benchmarks;

/// <summary>
/// Times a workload in minutes less than a full benchmark takes: after a warm-up, the median over batches of a quarter of a
/// second or one run, wall clock and processor time, and the process's peak memory.
/// </summary>
internal static class Timing
{
    private const int Batches = 7;
    private static readonly TimeSpan Batch = TimeSpan.FromSeconds(0.25);

    // Of processor time: on a busy machine the compiler's optimising thread has to wait its turn, too.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>The measurement as a line of JSON.</summary>
    public static string Measure(string side, string workload, int n, Func<object> run)
    {
        GC.Collect();
        var memory = Memory("VmRSS");
        var (wall, processor) = Median(run);
        return JsonSerializer.Serialize(new Measurement(side, workload, n, wall, processor, memory, Memory("VmHWM")));
    }

    /// <summary>The time of one run in seconds: wall clock, and the processor's.</summary>
    public static (double Wall, double Processor) Median(Func<object> run)
    {
        var once = Warm(run);
        var repeats = Math.Max(1, (int)(Batch / once));
        var batches = Enumerable.Range(0, once > TimeSpan.FromSeconds(2) ? 3 : Batches).Select(_ => Time(run, repeats)).ToArray();
        return (Median(batches.Select(batch => batch.Wall)), Median(batches.Select(batch => batch.Processor)));
    }

    private static TimeSpan Warm(Func<object> run)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var once = TimeSpan.MaxValue;
        do
        {
            var start = clock.Elapsed;
            run();
            once = TimeSpan.FromTicks(Math.Min(once.Ticks, (clock.Elapsed - start).Ticks));
        }
        while (Environment.CpuUsage.TotalTime - before < WarmUp);
        return once;
    }

    private static (double Wall, double Processor) Time(Func<object> run, int repeats)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < repeats; i++)
        {
            run();
        }

        return (clock.Elapsed.TotalSeconds / repeats, (Environment.CpuUsage.TotalTime - before).TotalSeconds / repeats);
    }

    /// <summary>The middle of the values; of an even number the upper of the two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>The process's memory in MiB: now (<c>VmRSS</c>) or at its peak (<c>VmHWM</c>). Elsewhere than on Linux there is only the process's own account of the peak.</summary>
    public static double Memory(string key)
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1048576.0;
        }

        var line = File.ReadLines(Status).First(one => one.StartsWith(key, StringComparison.Ordinal));
        return double.Parse(line[(key.Length + 1)..^2], CultureInfo.InvariantCulture) / 1024;
    }
}
