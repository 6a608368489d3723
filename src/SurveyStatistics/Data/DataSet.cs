using System.Diagnostics.CodeAnalysis;

namespace SurveyStatistics.Data;

/// <summary>
/// An immutable table of typed columns, one row a respondent or a unit of the frame.
/// Written as text it gives its shape only, never a row.
/// </summary>
public sealed class DataSet
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a data set of columns of one length.</summary>
    /// <param name="name">A name for messages, for example <c>operational-2018 responses</c>.</param>
    /// <param name="columns">The columns, all with the same number of rows.</param>
    /// <exception cref="ArgumentException">Columns differ in length, share a name, or there is none.</exception>
    public DataSet(string name, IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0 || columns.Any(column => column.Count != columns[0].Count))
        {
            throw new ArgumentException("A data set needs columns, all of one length.", nameof(columns));
        }

        Name = name;
        Columns = columns;
        RowCount = columns[0].Count;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The name used in messages.</summary>
    public string Name { get; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The column called <paramref name="name"/>.</summary>
    /// <exception cref="SurveyException">There is no such column; the message lists the first of those there are.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out var column)
        ? column
        : throw new SurveyException(Problem.NoSuch($"There is no variable «{name}» in {Name}", name, Columns.Select(column => column.Name)));

    /// <summary>Whether there is a column of that name, and which.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column) => _byName.TryGetValue(name, out column);

    /// <summary>The categorical column called <paramref name="name"/>.</summary>
    /// <exception cref="SurveyException">There is none, or it is of another kind.</exception>
    public CategoricalColumn Categorical(string name) => this[name] as CategoricalColumn
        ?? throw new SurveyException(new Problem($"«{name}» is not categorical", Expected: "a variable with categories", Hint: "of one with numbers take a mean, a total or quantiles"));

    /// <summary>The numeric column called <paramref name="name"/>.</summary>
    /// <exception cref="SurveyException">There is none, or it is of another kind.</exception>
    public NumericColumn Numeric(string name) => this[name] as NumericColumn
        ?? throw new SurveyException(new Problem($"«{name}» is not numeric", Expected: "a variable with numbers", Hint: "of one with categories take shares: Proportion"));

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Problem.Counted(RowCount, "row", "rows")}, {Problem.Counted(Columns.Count, "variable", "variables")}";

    /// <summary>The rows with these numbers, in their order.</summary>
    public DataSet Take(int[] rows) => new(Name, [.. Columns.Select(column => column.Take(rows))]);

    /// <summary>
    /// The same data with variables that everybody knows, such as a sample's strata: errors name their categories. Of a variable that is confidential they name the variable alone.
    /// </summary>
    /// <param name="variables">The variables.</param>
    /// <exception cref="SurveyException">There is no such variable.</exception>
    /// <example><code>data.WithPublic("region", "size")</code></example>
    public DataSet WithPublic(params string[] variables) => variables.Aggregate(this, (data, name) => data.With(data[name].Public()));

    /// <summary>The data with another column in the place of the one of its name, or added where there is none.</summary>
    internal DataSet With(Column column) => new(
        Name,
        _byName.ContainsKey(column.Name) ? [.. Columns.Select(one => one.Name == column.Name ? column : one)] : [.. Columns, column]);

    /// <summary>For each row whether it has the category «yes», or the number 1.</summary>
    /// <exception cref="SurveyException">The variable is neither.</exception>
    internal bool[] YesOrNo(string name) => this[name] switch
    {
        CategoricalColumn categorical when categorical.IndexOf("yes") is var yes and >= 0 => Array.ConvertAll(categorical.CodeArray, code => code == yes),
        NumericColumn numeric => Array.ConvertAll(numeric.ValueArray, value => value == 1),
        _ => throw new SurveyException(new Problem(
            $"«{name}» does not say yes or no of every row of {Name}", Expected: "a variable with the category «yes», or 1 and 0")),
    };
}
