namespace Barometer.Conformance.Weighting.Form;

/// <summary>A data file and the columns read from it.</summary>
internal sealed record DataForm
{
    /// <summary>The CSV file, relative to the file of cases.</summary>
    public required string File { get; init; }

    /// <summary>More CSV files of the same rows, set beside the first.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Texts that mean a missing value besides the empty field.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The columns, by the name that designs and cases use; every column used is declared.</summary>
    public required IReadOnlyDictionary<string, ColumnForm> Columns { get; init; }

    /// <summary>The rows to keep; all conditions hold.</summary>
    public IReadOnlyList<ConditionForm> Where { get; init; } = [];
}
