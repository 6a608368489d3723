namespace Barometer.Analysis.Loading;

/// <summary>A column of identifiers: respondents, workplaces, organisations. Never a free-text answer.</summary>
public sealed class TextColumn : Column
{
    private readonly string[] _values;

    /// <summary>Makes a column; the array is taken over, not copied.</summary>
    public TextColumn(string name, string[] values)
        : base(name, values.Length) => _values = values;

    /// <summary>The identifiers; an empty string where there is none.</summary>
    public ReadOnlySpan<string> Values => _values;

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        _values[row].Length > 0 ? MissingReason.None : MissingReason.NoAnswer;
}
