namespace Barometer.Analysis.Loading.Files;

/// <summary>Makes a column of chosen rows of another.</summary>
internal static class ColumnRows
{
    /// <summary>The column whose row i is row <paramref name="rows"/>[i] of <paramref name="column"/>.</summary>
    public static Column Take(Column column, int[] rows) => column switch
    {
        CategoricalColumn categorical => new CategoricalColumn(
            categorical.Name,
            categorical.Categories,
            Array.ConvertAll(rows, row => categorical.Codes[row]),
            Array.ConvertAll(rows, categorical.MissingAt),
            categorical.Ordered)
        {
            IsGroup = column.IsGroup,
        },
        NumericColumn numeric => new NumericColumn(
            numeric.Name, Array.ConvertAll(rows, row => numeric.Values[row]), Array.ConvertAll(rows, numeric.MissingAt))
        { IsGroup = column.IsGroup },
        TextColumn text => new TextColumn(text.Name, Array.ConvertAll(rows, row => text.Values[row])),
        _ => throw new ArgumentException($"A column of type {column.GetType().Name} cannot be taken rows of.", nameof(column)),
    };
}
