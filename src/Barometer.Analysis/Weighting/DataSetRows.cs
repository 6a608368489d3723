namespace Barometer.Analysis.Weighting;

/// <summary>Some rows of a data set.</summary>
internal static class DataSetRows
{
    /// <summary>The data set with these rows only, in this order.</summary>
    public static DataSet Select(DataSet data, int[] rows) => new(data.Name, [.. data.Columns.Select(column => Select(column, rows))]);

    private static Column Select(Column column, int[] rows) => column switch
    {
        CategoricalColumn categorical => new CategoricalColumn(
            column.Name,
            categorical.Categories,
            Array.ConvertAll(rows, row => categorical.CodeArray[row]),
            Array.ConvertAll(rows, categorical.MissingAt),
            categorical.Ordered)
        {
            IsGroup = column.IsGroup,
        },
        NumericColumn numeric => new NumericColumn(
            column.Name, Array.ConvertAll(rows, row => numeric.ValueArray[row]), Array.ConvertAll(rows, numeric.MissingAt))
        { IsGroup = column.IsGroup },
        TextColumn text => new TextColumn(column.Name, SelectTexts(text, rows)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), "Unknown kind of column."),
    };

    private static string[] SelectTexts(TextColumn column, int[] rows)
    {
        var texts = new string[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            texts[i] = column.Values[rows[i]];
        }

        return texts;
    }
}
