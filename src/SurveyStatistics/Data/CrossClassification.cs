using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyStatistics.Data;

/// <summary>
/// The cells of one or more variables crossed: strata, post-strata, margins and table groups. A cell's number is that
/// of its categories in mixed radix, the last variable varying fastest.
/// </summary>
[SuppressMessage("Performance", "CA1819", Justification = "Columns are handed over as they are; nobody writes to them.")]
public sealed class CrossClassification
{
    private readonly IReadOnlyList<CodedColumn> _columns;

    private CrossClassification(IReadOnlyList<CodedColumn> columns, int[] cells, int cellCount)
    {
        _columns = columns;
        Cells = cells;
        CellCount = cellCount;
    }

    /// <summary>For each row its cell, or −1 where a variable is missing.</summary>
    public int[] Cells { get; }

    /// <summary>The number of possible cells, filled or not.</summary>
    public int CellCount { get; }

    /// <summary>The variables crossed.</summary>
    public IReadOnlyList<CodedColumn> Columns => _columns;

    /// <summary>Crosses <paramref name="variables"/>; without any there is one cell that holds everybody.</summary>
    /// <exception cref="SurveyException">A variable does not exist, or the crossing has too many cells.</exception>
    public static CrossClassification Of(DataSet data, IReadOnlyList<string> variables)
    {
        var columns = variables.Select(name => CodedColumn.Of(data[name])).ToList();

        // A variable without categories leaves the number of cells as it is: all its rows are missing and in no cell.
        var count = columns.Aggregate(1L, (product, column) => product * Math.Max(1, column.Categories.Count));
        if (count > 10_000_000)
        {
            throw new SurveyException(new Problem(
                $"Crossing {string.Join(" × ", variables)} gives too many cells",
                Expected: "at most ten million cells",
                Hint: "cross fewer variables, or variables with fewer categories"));
        }

        return new CrossClassification(columns, Number(columns, data.RowCount), (int)count);
    }

    /// <summary>The cells of the same categories in other data, for example of strata in the frame.</summary>
    /// <exception cref="SurveyException">The other data lack a variable or one of its categories.</exception>
    public int[] CellsIn(DataSet other)
    {
        var cells = new int[other.RowCount];
        for (var i = 0; i < _columns.Count; i++)
        {
            // The other data may number the same categories differently.
            var theirs = CodedColumn.Of(other[_columns[i].Name]);
            var translated = theirs.Categories.Select(_columns[i].IndexOf).ToArray();
            for (var row = 0; row < cells.Length; row++)
            {
                var code = theirs.Codes[row] < 0 ? -1 : translated[theirs.Codes[row]];
                cells[row] = cells[row] < 0 || code < 0 ? -1 : (cells[row] * _columns[i].Categories.Count) + code;
            }
        }

        return cells;
    }

    /// <summary>The codes of the cell's categories, one for each variable.</summary>
    public IReadOnlyList<string> CategoriesOf(int cell)
    {
        var categories = new string[_columns.Count];
        for (var i = _columns.Count - 1; i >= 0; i--)
        {
            var radix = _columns[i].Categories.Count;
            categories[i] = _columns[i].Categories[cell % radix];
            cell /= radix;
        }

        return categories;
    }

    /// <summary>The cell with these codes, one for each variable.</summary>
    /// <exception cref="SurveyException">A code does not exist, or there are too many or too few.</exception>
    public int CellOf(IReadOnlyList<string> codes)
    {
        if (codes.Count != _columns.Count)
        {
            throw new SurveyException(new Problem(
                $"A cell of {Problem.Counted(_columns.Count, "variable", "variables")} is named by {Problem.Counted(codes.Count, "code", "codes")}", Expected: "one code for each variable"));
        }

        var cell = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var index = _columns[i].IndexOf(codes[i]);
            cell = index >= 0 ? (cell * _columns[i].Categories.Count) + index : throw new SurveyException(new Problem(
                $"«{_columns[i].Name}» has no category «{codes[i]}»",
                Expected: "a category that respondents can have",
                Hint: "totals of another population, or of other categories?"));
        }

        return cell;
    }

    /// <summary>
    /// The cell in words, for messages: <c>region = north, size = 50-99</c>; only the variables when one of them is confidential.
    /// </summary>
    public string NameOf(int cell) => NameOf([cell]);

    /// <summary>The name for messages of several cells taken together.</summary>
    internal string NameOf(IReadOnlyList<int> cells) => !_columns.Any(column => column.Source.IsConfidential)
        ? FullNameOf(cells)
        : $"«{string.Join(" × ", _columns.Select(column => column.Name))}» (not named because it could tell an answer; what everybody knows can be declared public)";

    /// <summary>The name that tells several cells taken together from others, also where it could tell an answer: never shown.</summary>
    internal string FullNameOf(IReadOnlyList<int> cells) => string.Join(" + ", cells.Select(cell => _columns.Count == 0
        ? "everybody"
        : string.Join(", ", CategoriesOf(cell).Select((category, i) => $"{_columns[i].Name} = {category}"))));

    private static int[] Number(List<CodedColumn> columns, int rows)
    {
        var cells = new int[rows];
        foreach (var column in columns)
        {
            var (codes, radix) = (column.Codes, column.Categories.Count);
            for (var row = 0; row < rows; row++)
            {
                cells[row] = cells[row] < 0 || codes[row] < 0 ? -1 : (cells[row] * radix) + codes[row];
            }
        }

        return cells;
    }
}

/// <summary>
/// A column of any kind as dense category numbers: what strata, clusters, groups and margins are made of. A
/// categorical column keeps its categories and their order; identifiers and numbers are numbered in ascending order.
/// </summary>
[SuppressMessage("Performance", "CA1819", Justification = "Columns are handed over as they are; nobody writes to them.")]
public sealed class CodedColumn
{
    private CodedColumn(Column source, int[] codes, IReadOnlyList<string> categories)
    {
        Name = source.Name;
        Source = source;
        Codes = codes;
        Categories = categories;
    }

    /// <summary>The variable's name.</summary>
    public string Name { get; }

    /// <summary>The column it was made of.</summary>
    public Column Source { get; }

    /// <summary>For each row a number in [0, number of categories), or −1 where the value is missing; not to be written to.</summary>
    public int[] Codes { get; }

    /// <summary>The codes of the categories, by number.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Numbers the values of <paramref name="column"/>.</summary>
    public static CodedColumn Of(Column column) => column switch
    {
        CategoricalColumn categorical => new(column, categorical.CodeArray, categorical.Categories),
        TextColumn text => Numbered(column, text.Values, StringComparer.Ordinal, value => value.Length == 0, value => value),
        NumericColumn numeric => Numbered(
            column, numeric.Values, Comparer<double>.Default, double.IsNaN, value => value.ToString(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), "Unknown kind of column."),
    };

    /// <summary>The number of the category with this code, or −1.</summary>
    public int IndexOf(string code) => Column.IndexOf(Categories, code);

    private static CodedColumn Numbered<T>(
        Column column, ReadOnlySpan<T> values, IComparer<T> order, Func<T, bool> isMissing, Func<T, string> write)
        where T : notnull
    {
        var distinct = new SortedSet<T>(order);
        foreach (var value in values)
        {
            if (!isMissing(value))
            {
                distinct.Add(value);
            }
        }

        var numbers = new Dictionary<T, int>(distinct.Count);
        var categories = new List<string>(distinct.Count);
        foreach (var value in distinct)
        {
            numbers.Add(value, numbers.Count);
            categories.Add(write(value));
        }

        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = isMissing(values[row]) ? -1 : numbers[values[row]];
        }

        return new CodedColumn(column, codes, categories);
    }
}
