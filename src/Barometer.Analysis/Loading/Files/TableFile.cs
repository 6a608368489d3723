namespace Barometer.Analysis.Loading.Files;

/// <summary>One file as read: its columns in the codebook's order and the line each row stood on.</summary>
/// <param name="Columns">The columns, in the codebook's order; those that the file lacks are left out.</param>
/// <param name="Lines">For each row the line of the file on which it begins; the header is line 1.</param>
/// <param name="IsWhole">Whether every row of the file was read: false after a row with a wrong number of fields, or when reading stopped.</param>
internal sealed record TableFile(IReadOnlyList<ColumnParser> Columns, IReadOnlyList<int> Lines, bool IsWhole)
{
    /// <summary>The number of rows read.</summary>
    public int RowCount => Lines.Count;

    /// <summary>The column that reads the variable of this name, or null when the file lacks it.</summary>
    public ColumnParser? Find(string name) => Columns.FirstOrDefault(column => column.Variable.Name == name);

    /// <summary>The unit ids by row; null when the file lacks them.</summary>
    public IdentifierParser? Keys => Find(CodebookRules.Key) as IdentifierParser;
}
