using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Barometer.Analysis.Loading;
using Barometer.Analysis.Loading.Deliveries;

namespace Barometer.Benchmarks;

/// <summary>Times the reading of an SPSS file into columns in memory, as haven reads it into a data frame, and what streaming it takes of memory.</summary>
internal static class SavReading
{
    private const int Repeats = 5;

    /// <summary>A line of JSON: the first read of the process, and the median of five more.</summary>
    public static string Measure(string path)
    {
        var start = Timing.Memory("VmRSS");
        var first = Time(path).Wall;
        var times = Enumerable.Range(0, Repeats).Select(_ => Time(path)).OrderBy(time => time.Wall).ToArray();
        var (wall, processor, rows) = times[Repeats / 2];
        return JsonSerializer.Serialize(new { Side = "ours", File = Path.GetFileName(path), First = first, Wall = wall, Processor = processor, Start = start, Peak = Timing.Memory("VmHWM"), Rows = rows });
    }

    /// <summary>A line of JSON: the memory that reading all rows takes when none is kept.</summary>
    public static string Stream(string path)
    {
        var start = Timing.Memory("VmRSS");
        var clock = Stopwatch.StartNew();
        var table = DeliveryFile.Open(path);
        using var rows = table.Rows();
        var sum = 0.0;
        while (rows.Read())
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var value = rows[i];
                sum += value.IsText ? value.Text.Length : value.IsEmpty ? 0 : value.Number;
            }
        }

        return JsonSerializer.Serialize(new { Side = "streamed", File = Path.GetFileName(path), First = clock.Elapsed.TotalSeconds, Start = start, Peak = Timing.Memory("VmHWM"), Rows = rows.Count, Sum = sum });
    }

    /// <summary>The lines as a table in Markdown.</summary>
    public static string Table(IEnumerable<string> lines)
    {
        var all = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var text = new StringBuilder("| file | rows | haven s (first) | ours s (first) | times faster (first) | haven MiB | ours MiB | streamed MiB |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var group in all.GroupBy(one => one.GetProperty("File").GetString()))
        {
            var (ours, haven, streamed) = (Of(group, "ours"), Of(group, "haven"), Of(group, "streamed"));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key} | {Number(streamed, "Rows"):0} | {Number(haven, "Wall"):0.000} ({Number(haven, "First"):0.000}) | {Number(ours, "Wall"):0.000} ({Number(ours, "First"):0.000}) | {Number(haven, "Wall") / Number(ours, "Wall"):0.0} ({Number(haven, "First") / Number(ours, "First"):0.0}) | {Used(haven):0} | {Used(ours):0} | {Used(streamed):0} |");
        }

        return text.ToString();

        static JsonElement? Of(IEnumerable<JsonElement> group, string side) =>
            group.Where(one => one.GetProperty("Side").GetString() == side).Select(one => (JsonElement?)one).FirstOrDefault();

        static double Number(JsonElement? one, string name) => one is { } found ? found.GetProperty(name).GetDouble() : double.NaN;

        static double Used(JsonElement? one) => Number(one, "Peak") - Number(one, "Start");
    }

    private static (double Wall, double Processor, long Rows) Time(string path)
    {
        GC.Collect();
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var rows = Read(path);
        return (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, rows);
    }

    // Columns of numbers and texts that grow with the rows, as haven's do; NaN is the missing value.
    private static long Read(string path)
    {
        var table = DeliveryFile.Open(path);
        var capacity = (int)(table.DeclaredRows ?? 1024);
        var numbers = table.Columns.Select(column => column.Kind == ValueKind.Text ? null : new List<double>(capacity)).ToArray();
        var texts = table.Columns.Select(column => column.Kind == ValueKind.Text ? new List<string>(capacity) : null).ToArray();
        using var rows = table.Rows();
        while (rows.Read())
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var value = rows[i];
                if (numbers[i] is { } column)
                {
                    column.Add(value.Number);
                }
                else
                {
                    texts[i]!.Add(value.Text);
                }
            }
        }

        return rows.Count;
    }
}
