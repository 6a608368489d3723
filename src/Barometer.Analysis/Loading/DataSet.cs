using System.Diagnostics.CodeAnalysis;

namespace Barometer.Analysis.Loading;

/// <summary>
/// An immutable table of typed columns, one row a respondent or a unit of the frame. Shown in a notebook it gives its
/// shape only, never a row.
/// </summary>
public sealed class DataSet : Displayable
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
    /// <exception cref="BarometerException">There is no such column; the message lists near names.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out var column)
        ? column
        : throw new BarometerException(new Problem(
            $"There is no variable «{name}» in {Name}",
            Expected: NearNames.Expected(Columns.Select(column => column.Name), name),
            Hint: NearNames.Hint(Columns.Select(column => column.Name), name) ?? "names are those of the codebook, in lower case"));

    /// <summary>Whether there is a column of that name, and which.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column) => _byName.TryGetValue(name, out column);

    /// <summary>The categorical column called <paramref name="name"/>.</summary>
    /// <exception cref="BarometerException">There is none, or it is of another kind.</exception>
    public CategoricalColumn Categorical(string name) => this[name] as CategoricalColumn
        ?? throw new BarometerException(new Problem($"«{name}» is not categorical", Expected: "a variable with categories", Hint: "of one with numbers take a mean, a total or quantiles"));

    /// <summary>The numeric column called <paramref name="name"/>.</summary>
    /// <exception cref="BarometerException">There is none, or it is of another kind.</exception>
    public NumericColumn Numeric(string name) => this[name] as NumericColumn
        ?? throw new BarometerException(new Problem($"«{name}» is not numeric", Expected: "a variable with numbers", Hint: "of one with categories take shares: Proportion"));

    /// <inheritdoc/>
    public override string ToHtml() => Notice.Html(ToString(), "Enkeltsvar vises aldri. / Single answers are never shown.");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: {RowCount} rows, {Columns.Count} variables");
}
