using System.Text.Json;

namespace Barometer.Conformance.Deliveries;

/// <summary>Reads all delivered files of a folder and compares them with what they hold: <c>files/</c>, <c>expected/</c>, <c>canonical/</c>.</summary>
internal static class DeliveriesCommand
{
    /// <summary>Writes a line a file, then the counts.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="errors">Where it says that the folder is not in the form.</param>
    /// <returns>0 without a difference, 1 with one, 2 when the folder is not in the form.</returns>
    public static int Run(string folder, TextWriter output, TextWriter errors)
    {
        var expected = Path.Combine(folder, "expected");
        var files = Directory.Exists(expected) ? Directory.GetFiles(expected, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            errors.WriteLine($"There is no file of expected values in {expected}.");
            return 2;
        }

        var counts = new Dictionary<string, int>();
        foreach (var file in files)
        {
            var (verdict, detail) = Compare(folder, file);
            counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
            output.WriteLine($"{verdict,-8} {Path.GetFileNameWithoutExtension(file)}: {detail}");
        }

        output.WriteLine(FormattableString.Invariant(
            $"{files.Count} files: {counts.GetValueOrDefault("ok")} ok, {counts.GetValueOrDefault("refused")} refused as expected, {counts.GetValueOrDefault("differs")} differ"));
        return counts.ContainsKey("differs") ? 1 : 0;
    }

    /// <summary>How one file came out: ok, refused, differs; and what.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="expectedFile">The file of expected values.</param>
    public static (string Verdict, string Detail) Compare(string folder, string expectedFile)
    {
        var expected = JsonDocument.Parse(File.ReadAllBytes(expectedFile)).RootElement;
        var path = Path.Combine(folder, "files", expected.GetProperty("file").GetString()!);
        var accepted = Accepted(expected);
        var differences = new Differences();
        try
        {
            var table = DeliveryFile.Open(path);
            foreach (var one in accepted.Read)
            {
                differences = new Differences();
                if (one.TryGetProperty("columns", out _))
                {
                    TabularComparison.Compare(path, table, one, Path.Combine(folder, "canonical"), differences);
                }
                else
                {
                    SpssComparison.Compare(table, one, differences);
                }

                if (!differences.Any)
                {
                    return ("ok", FormattableString.Invariant($"{differences.Compared} values"));
                }
            }

            if (accepted.Read.Count == 0)
            {
                FuzzCommand.ReadAll(table);
                differences.Add($"read without an error; expected: {accepted.Refusal}");
            }
        }
        catch (BarometerException problem)
        {
            return accepted.Refusal is not null
                ? ("refused", $"{problem.Message} [expected: {accepted.Refusal}]")
                : ("differs", $"refused: {problem.Message}");
        }

        return ("differs", differences.ToString());
    }

    // What is right: values to be read, a refusal, or either of two.
    private static (IReadOnlyList<JsonElement> Read, string? Refusal) Accepted(JsonElement expected)
    {
        var refusal = expected.TryGetProperty("error", out var error) ? error.ToString() : null;
        List<JsonElement> read = expected.TryGetProperty("variables", out _) || expected.TryGetProperty("columns", out _) ? [expected] : [];
        if (expected.TryGetProperty("either", out var either))
        {
            foreach (var one in either.ValueKind == JsonValueKind.Array ? either.EnumerateArray() : Enumerable.Repeat(either, 1))
            {
                if (one.ValueKind == JsonValueKind.Object && (one.TryGetProperty("variables", out _) || one.TryGetProperty("columns", out _)))
                {
                    read.Add(one);
                }
                else
                {
                    refusal ??= one.ValueKind == JsonValueKind.Object && one.TryGetProperty("error", out var named) ? named.ToString() : one.ToString();
                }
            }
        }

        return (read, refusal);
    }
}

/// <summary>What differs in a file; the first few are told.</summary>
internal sealed class Differences
{
    private const int Told = 6;

    private readonly List<string> _all = [];

    /// <summary>Whether anything differs.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>How many values were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Notes a difference.</summary>
    public void Add(string what) => _all.Add(what);

    /// <summary>Compares two texts, counts or names.</summary>
    public void Equal<T>(string what, T expected, T got)
    {
        Compared++;
        if (!EqualityComparer<T>.Default.Equals(expected, got))
        {
            Add($"{what}: expected {Shown(expected)}, got {Shown(got)}");
        }
    }

    /// <summary>Compares two lists.</summary>
    public void EqualLists<T>(string what, IReadOnlyList<T> expected, IReadOnlyList<T> got)
    {
        Compared++;
        if (!expected.SequenceEqual(got))
        {
            Add($"{what}: expected {Shown(string.Join(" | ", expected))}, got {Shown(string.Join(" | ", got))}");
        }
    }

    /// <summary>Compares two sums: relative to 1e-12; a sum that is zero to 1e-9.</summary>
    public void Near(string what, double expected, double got)
    {
        Compared++;
        if (expected == 0 ? Math.Abs(got) >= 1e-9 : Math.Abs(got - expected) > 1e-12 * Math.Abs(expected))
        {
            Add(FormattableString.Invariant($"{what}: expected {expected:R}, got {got:R}"));
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", _all.Take(Told)) + (_all.Count > Told ? FormattableString.Invariant($"; and {_all.Count - Told} more") : "");

    private static string Shown<T>(T value)
    {
        var text = value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString() ?? "nothing";
        return text.Length > 120 ? $"«{text[..120]}…»" : $"«{text}»";
    }
}
