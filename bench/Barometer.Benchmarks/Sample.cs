using System.Globalization;
using System.Text.Json;
using Sylvan.Data.Csv;

namespace Barometer.Benchmarks;

/// <summary>The made-up sample that both sides read: the columns a workload needs, and the population's totals.</summary>
internal sealed class Sample
{
    // The largest sample that is made; a larger one is this one several times.
    private const int Largest = 1_000_000;
    private readonly JsonElement _totals;

    private Sample(DataSet data, JsonElement totals) => (Data, _totals) = (data, totals);

    public static string[] Shares { get; } = [.. Enumerable.Range(1, 20).Select(i => $"y{i}")];

    public static string[] Domains { get; } = ["d1", "d2", "d3"];

    public static string[] Margins { get; } = ["d1", "d2", "d3", "m4"];

    public static string[] Numbers { get; } = [.. Enumerable.Range(1, 8).Select(i => $"x{i}")];

    public DataSet Data { get; }

    /// <summary>Reads <c>perf-n.csv</c>, the columns of the design and those named.</summary>
    public static Sample Read(string folder, int n, IEnumerable<string> names)
    {
        var made = Math.Min(n, Largest);
        using var totals = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"perf-{made}-totals.json")));
        string[] wanted = ["stratum", "w", "N", .. names];
        using var reader = CsvDataReader.Create(Path.Combine(folder, $"perf-{made}.csv"));
        var ordinals = wanted.Select(name => reader.GetOrdinal(name)).ToArray();
        var columns = wanted.Select(name => IsNumber(name) ? (Array)new double[n] : new int[n]).ToArray();
        for (var row = 0; reader.Read(); row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is double[] numbers)
                {
                    numbers[row] = reader.GetDouble(ordinals[i]);
                }
                else
                {
                    ((int[])columns[i])[row] = reader.GetInt32(ordinals[i]);
                }
            }
        }

        foreach (var column in columns)
        {
            for (var first = made; first < n; first += made)
            {
                Array.Copy(column, 0, column, first, Math.Min(made, n - first));
            }
        }

        // Several times as many of each stratum answered: its population has to be as much larger.
        var (times, units) = ((n + made - 1) / made, (double[])columns[2]);
        for (var row = 0; row < n; row++)
        {
            units[row] *= times;
        }

        return new Sample(new DataSet("perf", [.. wanted.Select((name, i) => Make(name, columns[i]))]), totals.RootElement.Clone());
    }

    /// <summary>The population's count of each category of a margin.</summary>
    public Dictionary<string, double> Counts(string margin) => _totals.GetProperty("margins").GetProperty(margin).EnumerateArray()
        .Select((total, i) => (Code: (i + 1).ToString(CultureInfo.InvariantCulture), Total: total.GetDouble()))
        .ToDictionary(count => count.Code, count => count.Total);

    /// <summary>The population's sum of a number.</summary>
    public double Sum(string number) => _totals.GetProperty("totals").GetProperty(number).GetDouble();

    private static bool IsNumber(string name) => name is "w" or "N" || name[0] == 'x';

    private static Column Make(string name, Array values)
    {
        if (values is double[] numbers)
        {
            return new NumericColumn(name, numbers);
        }

        var codes = (int[])values;
        if (name[0] == 'y')
        {
            return new CategoricalColumn(name, ["no", "yes"], codes);
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row]--;
        }

        return new CategoricalColumn(name, [.. Enumerable.Range(1, codes.Max() + 1).Select(i => i.ToString(CultureInfo.InvariantCulture))], codes);
    }

}
