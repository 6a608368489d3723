using System.Globalization;
using Barometer.Benchmarks;
using DuckDB.NET.Data;

// DuckDb n FOLDER: the weighted sums of 20 yes/no columns by domain, one line of JSON as «Barometer.Benchmarks time» prints it. Only sums:
// no design, no variance, no interval. One thread, as ours; columns in the narrowest types, which is DuckDB's fastest.
const int Million = 1_000_000;
var (n, folder) = (int.Parse(args[0], CultureInfo.InvariantCulture), args[1]);
var columns = Enumerable.Range(1, 20).Select(i => $"y{i}").ToList();
var sample = Path.Combine(folder, FormattableString.Invariant($"perf-{Math.Min(n, Million)}.csv"));

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
Run("SET threads = 1");
Run(FormattableString.Invariant($"""
    CREATE TABLE sample AS SELECT d1::UTINYINT AS d1, w::DOUBLE AS w, {string.Join(", ", columns.Select(y => $"{y}::UTINYINT AS {y}"))}
    FROM read_csv('{sample.Replace("'", "''", StringComparison.Ordinal)}'), range({Math.Max(1, n / Million)})
    """));
var sums = $"SELECT d1, count(*), sum(w), {string.Join(", ", columns.Select(y => $"sum(w * {y})"))} FROM sample GROUP BY d1";
Console.WriteLine(Timing.Measure("DuckDB", "design-shares", n, () => Read(sums)));

void Run(string text)
{
    using var command = connection.CreateCommand();
    command.CommandText = text;
    command.ExecuteNonQuery();
}

object Read(string text)
{
    using var command = connection.CreateCommand();
    command.CommandText = text;
    using var reader = command.ExecuteReader();
    var rows = 0;
    while (reader.Read())
    {
        rows++;
    }

    return rows;
}
