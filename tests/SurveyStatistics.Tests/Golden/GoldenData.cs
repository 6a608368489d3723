using System.Collections.Concurrent;
using System.Globalization;

namespace SurveyStatistics.Tests.Golden;

/// <summary>
/// The input of the golden cases: a column with texts becomes categorical, one with numbers numeric. A column of small
/// whole numbers is there a second time as a categorical one, called <c>name#</c>.
/// </summary>
internal static class GoldenData
{
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["size"] = ["1-9", "10-49", "50+"],
        ["region"] = ["Oslo", "East", "West", "North"],
    };

    private static readonly ConcurrentDictionary<string, DataSet> Files = new();

    public static DataSet Read(string file) => Files.GetOrAdd(file, Parse);

    /// <summary>The frame of the sample in <paramref name="file"/>; null when there is none.</summary>
    public static DataSet? Frame(string file) => file.StartsWith("baro-", StringComparison.Ordinal)
        ? Read(file.Replace(".csv", "-frame.csv", StringComparison.Ordinal))
        : null;

    /// <summary>The invited units of the operational frame with their weights N_h / n_h as <c>bw</c>.</summary>
    public static DataSet Invited()
    {
        var frame = Read("baro-operational-frame.csv");
        var invited = frame.Numeric("invited").ValueArray;
        var data = frame.Take([.. Enumerable.Range(0, frame.RowCount).Where(row => invited[row] == 1)]);
        var (population, sampled) = (data.Numeric("N_h").ValueArray, data.Numeric("n_h").ValueArray);
        return new DataSet("invited", [.. data.Columns, new NumericColumn("bw", [.. population.Zip(sampled, (all, some) => all / some)])]);
    }

    private static DataSet Parse(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "data", file));
        var names = Fields(lines[0]);
        var rows = lines.Skip(1).Where(line => line.Length > 0).Select(Fields).ToArray();
        return new DataSet(file, [.. names.SelectMany((name, i) => Columns(name, [.. rows.Select(row => row[i])]))]);
    }

    private static string[] Fields(string line) => [.. line.Split(',').Select(field => field.Trim('"'))];

    private static IEnumerable<Column> Columns(string name, string[] fields)
    {
        if (fields.Any(field => field.Length > 0 && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            var known = Order.GetValueOrDefault(name, []);
            var distinctTexts = fields.Distinct().Order(StringComparer.Ordinal).ToArray();
            yield return Categorical(name, fields, distinctTexts.All(known.Contains) ? known : distinctTexts);
            yield break;
        }

        var values = fields.Select(field => field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        yield return new NumericColumn(name, values);
        var distinct = fields.Where(field => field.Length > 0).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (distinct.Length <= 5 && distinct.All(field => field.Length == 1))
        {
            yield return distinct.All(field => field is "0" or "1")
                ? Categorical(name + "#", [.. fields.Select(field => field switch { "1" => "yes", "0" => "no", _ => "" })], ["no", "yes"])
                : Categorical(name + "#", fields, distinct);
        }
    }

    private static CategoricalColumn Categorical(string name, string[] fields, string[] categories) => new(
        name,
        [.. categories.Select(code => code)],
        [.. fields.Select(field => Array.IndexOf(categories, field))]);
}
