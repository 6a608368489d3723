namespace Barometer.Conformance.Weighting.Data;

/// <summary>Reads the data that a file of cases declares, each once.</summary>
internal sealed class DataReader(CaseFile file, string folder)
{
    private readonly Dictionary<string, DataSet> _read = [];

    /// <summary>The data with this id.</summary>
    /// <exception cref="FormException">They are not declared, or not as declared.</exception>
    public DataSet Read(string id)
    {
        if (!_read.TryGetValue(id, out var data))
        {
            data = Make(id, file.Data.GetValueOrDefault(id) ?? throw new FormException($"There are no data «{id}»."));
            _read.Add(id, data);
        }

        return data;
    }

    /// <summary>The columns of a file of numbers without declaration: replicate weights.</summary>
    public double[][] Numbers(string path) => [.. CsvTable.Read(Path.Combine(folder, path)).Columns.Select(
        fields => Array.ConvertAll(fields, field => double.Parse(field, System.Globalization.CultureInfo.InvariantCulture)))];

    private DataSet Make(string id, DataForm form)
    {
        var table = form.Beside.Aggregate(
            CsvTable.Read(Path.Combine(folder, form.File)), (joined, more) => joined.Beside(CsvTable.Read(Path.Combine(folder, more))));
        var made = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var (name, column) in form.Columns)
        {
            made.Add(name, new ColumnMaker(table, form.Missing, made).Make(name, column));
        }

        var data = new DataSet(id, [.. made.Values]);
        return form.Where.Count == 0
            ? data
            : data.Take([.. Enumerable.Range(0, data.RowCount).Where(row => form.Where.All(one => Holds(data, one, row)))]);
    }

    private static bool Holds(DataSet data, ConditionForm condition, int row) => data[condition.Variable] switch
    {
        NumericColumn number => condition.In is { } numbers
            ? numbers.Contains(number.Values[row].ToString(System.Globalization.CultureInfo.InvariantCulture))
            : condition.Holds(number.Values[row]),
        CategoricalColumn factor => factor.Codes[row] >= 0 && condition.In?.Contains(factor.Categories[factor.Codes[row]]) != false,
        TextColumn text => condition.In?.Contains(text.Values[row]) != false,
        _ => false,
    };
}
