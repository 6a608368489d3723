using Microsoft.Data.Analysis;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Hands a data set over as a <see cref="DataFrame"/> of Microsoft.Data.Analysis. Columns are made one by one with their
/// types: letting the data frame read a file would guess types and take «2,5» for 25.
/// </summary>
/// <remarks>
/// A data frame holds single answers. It is for work in memory, never for showing or saving; and its grouping leaves
/// missing values out, so make shares and means with the survey design instead.
/// </remarks>
public static class DataFrameExport
{
    /// <summary>The data set as a data frame: texts and double-precision numbers, null where there is no value.</summary>
    /// <param name="data">The data set; identifiers become texts.</param>
    /// <param name="content">Labels or codes.</param>
    /// <param name="language">The labels' language.</param>
    /// <returns>One column a variable, in the same order and under the same name. Why a value is missing is not in it.</returns>
    /// <exception cref="ArgumentNullException">There is no data set.</exception>
    public static DataFrame ToDataFrame(
        this DataSet data, DataFrameContent content = DataFrameContent.Labels, Language language = Language.Nb)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new DataFrame(data.Columns.Select(column => Export(column, content, language)));
    }

    private static DataFrameColumn Export(Column column, DataFrameContent content, Language language) => column switch
    {
        CategoricalColumn categorical => new StringDataFrameColumn(column.Name, Texts(categorical, content, language)),
        NumericColumn numeric => new DoubleDataFrameColumn(column.Name, Numbers(numeric)),
        TextColumn text => new StringDataFrameColumn(column.Name, text.Values.ToArray().Select(value => value.Length == 0 ? null : value)),
        _ => throw new ArgumentException($"A column of type {column.GetType().Name} has no form in a data frame.", nameof(column)),
    };

    private static IEnumerable<string?> Texts(CategoricalColumn column, DataFrameContent content, Language language)
    {
        var texts = column.Categories.Select(c => content == DataFrameContent.Codes ? c.Code : c.Label.In(language)).ToArray();
        return column.Codes.ToArray().Select(code => code < 0 ? null : texts[code]);
    }

    private static IEnumerable<double?> Numbers(NumericColumn column) =>
        column.Values.ToArray().Select(value => double.IsNaN(value) ? (double?)null : value);
}
