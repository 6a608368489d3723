using System.Diagnostics;

namespace Barometer.Conformance.Speed;

/// <summary><c>speed</c>: times suppression on generated tables of some sizes and prints a line each.</summary>
internal static class SpeedCommand
{
    private const int Runs = 3;

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The sizes to run (<c>1e2</c> … <c>1e5-4d</c>), and <c>--audit</c> to attack what comes out, which takes much longer.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        foreach (var size in arguments.Where(argument => argument != "--audit"))
        {
            var sensitive = Tables(size);
            var (pattern, wall, cpu) = Time(sensitive);
            Console.WriteLine(FormattableString.Invariant(
                $"{size}: {sensitive.Tables.Cells.Count} cells, {sensitive.Cells.Count} primary, {pattern.Suppressed.Count(suppressed => suppressed) - sensitive.Cells.Count} secondary, {pattern.Unmet.Count} unmet; first {wall[0]:0.000} s, best of {Runs} {wall.Min():0.000} s, processor {cpu.Min():0.000} s"));
            if (arguments.Contains("--audit"))
            {
                var audit = sensitive.Audit(pattern);
                Console.WriteLine($"  audit: exact {audit.Exact.Count}, in whole numbers {audit.ExactInWholeNumbers.Count}, if nonzero {audit.ExactIfNonzero.Count}, narrow {audit.TooNarrow.Count}, derivable {audit.Derivable.Intersect(sensitive.Cells).Count()}");
            }
        }

        return 0;
    }

    private static SensitiveCells Tables(string size) => size switch
    {
        "1e2" => GeneratedTables.Make((2, 3), (3, 3)),
        "1e3" => GeneratedTables.Make((4, 5), (8, 4)),
        "1e4" => GeneratedTables.Make((10, 10), (9, 9)),
        "1e4-3d" => GeneratedTables.Make((4, 5), (8, 4), 9),
        "1e5" => GeneratedTables.Make((20, 20), (16, 14)),
        "1e5-4d" => GeneratedTables.Make((4, 5), (8, 4), 9, 9),
        _ => throw new ArgumentException($"No tables of size «{size}».", nameof(size)),
    };

    private static (SuppressionPattern Pattern, double[] Wall, double[] Processor) Time(SensitiveCells sensitive)
    {
        var (wall, processor) = (new double[Runs], new double[Runs]);
        SuppressionPattern? pattern = null;
        for (var run = 0; run < Runs; run++)
        {
            var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            pattern = sensitive.Suppress();
            (wall[run], processor[run]) = (clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        return (pattern!, wall, processor);
    }
}
