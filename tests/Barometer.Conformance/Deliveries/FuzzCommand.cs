using System.Diagnostics;

namespace Barometer.Conformance.Deliveries;

/// <summary>
/// Reads damaged copies of delivered files. Each must be read to its end or be refused with a message: no other exception, no file that takes long,
/// and no more memory than the files themselves explain.
/// </summary>
internal static class FuzzCommand
{
    private const int LargestSeed = 1 << 18;
    private const long MostMemory = 200L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Reads the copies; the same ones each time.</summary>
    /// <param name="folder">The folder with <c>files/</c>.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="output">Where what went wrong is told, and the counts.</param>
    /// <returns>0 when nothing went wrong, else 1.</returns>
    public static int Run(string folder, int count, TextWriter output)
    {
        var seeds = Directory.GetFiles(Path.Combine(folder, "files")).Order(StringComparer.Ordinal)
            .Where(path => new FileInfo(path).Length is > 0 and <= LargestSeed).Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path))).ToList();
        var random = new Random(20261129);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var (read, refused, wrong, slowest) = (0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = seeds[i % seeds.Count];
            var damaged = Damage(bytes, random);
            var clock = Stopwatch.StartNew();
            try
            {
                ReadAll(DeliveryFile.Open(DeliverySource.Of(damaged, name)));
                read++;
            }
            catch (BarometerException)
            {
                refused++;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                wrong++;
                output.WriteLine($"crashed  copy {i} of {name}: {error.GetType().Name} {error.StackTrace?.Split('\n')[0].Trim()}");
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            if (clock.Elapsed > Longest)
            {
                wrong++;
                output.WriteLine(FormattableString.Invariant($"slow     copy {i} of {name}: {clock.Elapsed.TotalSeconds:0.0} s"));
            }
        }

        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64 - before;
        output.WriteLine(FormattableString.Invariant(
            $"{count} damaged files: {read} read, {refused} refused, {wrong} wrong; slowest {slowest.TotalMilliseconds:0} ms, {memory >> 20} MB more memory at the peak"));
        return wrong > 0 || memory > MostMemory ? 1 : 0;
    }

    /// <summary>A damaged copy: single bytes, numbers at the edge of what can be, parts left out, doubled or zeroed, an end too early.</summary>
    public static byte[] Damage(byte[] bytes, Random random)
    {
        var copy = bytes.ToList();
        for (var times = 1 + random.Next(4); times > 0 && copy.Count > 0; times--)
        {
            // Half of the damage among the first bytes, where a file says what it is.
            var at = random.Next(2) == 0 ? random.Next(Math.Min(copy.Count, 4096)) : random.Next(copy.Count);
            var length = Math.Min(copy.Count - at, 1 + random.Next(64));
            switch (random.Next(7))
            {
                case 0:
                    copy[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    copy[at] = (byte)random.Next(256);
                    break;
                case 2:
                    int[] edges = [0, 1, -1, 2, 255, 256, int.MaxValue, int.MinValue, 0x7FFFFFF, 999, copy.Count];
                    var number = BitConverter.GetBytes(edges[random.Next(edges.Length)]);
                    for (var i = 0; i < number.Length && (at & ~3) + i < copy.Count; i++)
                    {
                        copy[(at & ~3) + i] = number[i];
                    }

                    break;
                case 3:
                    copy.RemoveRange(at, length);
                    break;
                case 4:
                    copy.InsertRange(at, copy.GetRange(at, length));
                    break;
                case 5:
                    copy.RemoveRange(at, copy.Count - at);
                    break;
                default:
                    for (var i = at; i < at + length; i++)
                    {
                        copy[i] = 0;
                    }

                    break;
            }
        }

        return [.. copy];
    }

    /// <summary>Reads all cells of a table, and does with each what a user of it would.</summary>
    public static void ReadAll(DeliveredTable table)
    {
        using var rows = table.Rows();
        while (rows.Read())
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                _ = table.Columns[i].Missing.Contains(rows[i]);
                _ = rows[i].ToString();
            }
        }
    }
}
