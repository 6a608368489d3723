using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurveyStatistics.Data;

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
    public int IndexOf(string code)
    {
        for (var i = 0; i < Categories.Count; i++)
        {
            if (string.Equals(Categories[i], code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

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
