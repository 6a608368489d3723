using Sylvan.Data.Csv;

namespace Barometer.Conformance.Weighting.Data;

/// <summary>A CSV file as texts: UTF-8, comma, quotes doubled inside quotes, an empty field is missing.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, string[]> _columns;

    private CsvTable(Dictionary<string, string[]> columns, int rows) => (_columns, RowCount) = (columns, rows);

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The columns in the file's order.</summary>
    public IEnumerable<string[]> Columns => _columns.Values;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormException">There is no such file.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FormException($"There is no data file {path}.");
        }

        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = ',', BufferSize = 1 << 16, MaxBufferSize = 1 << 22 });
        var fields = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<string>()).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i].Add(reader.GetString(i));
            }
        }

        return new CsvTable(
            Enumerable.Range(0, fields.Length).ToDictionary(i => reader.GetName(i), i => fields[i].ToArray(), StringComparer.Ordinal),
            fields[0].Count);
    }

    /// <summary>This table with the columns of another one of the same rows.</summary>
    /// <exception cref="FormException">It has another number of rows.</exception>
    public CsvTable Beside(CsvTable other)
    {
        if (other.RowCount != RowCount)
        {
            throw new FormException(FormattableString.Invariant($"Files of {RowCount} and {other.RowCount} rows can't stand beside each other."));
        }

        var all = new Dictionary<string, string[]>(_columns, StringComparer.Ordinal);
        foreach (var (name, fields) in other._columns)
        {
            all[name] = fields;
        }

        return new CsvTable(all, RowCount);
    }

    /// <summary>The fields of a column.</summary>
    /// <exception cref="FormException">There is no such header.</exception>
    public string[] Fields(string header) => _columns.TryGetValue(header, out var fields)
        ? fields
        : throw new FormException($"The data have no column «{header}».");
}
