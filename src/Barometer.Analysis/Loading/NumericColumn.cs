namespace Barometer.Analysis.Loading;

/// <summary>A column of numbers; a missing value is <see cref="double.NaN"/>, with its reason kept beside it.</summary>
public sealed class NumericColumn : Column
{
    private readonly double[] _values;
    private readonly MissingReason[]? _missing;

    /// <summary>Makes a column; the arrays are taken over, not copied.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">The values, NaN where there is none.</param>
    /// <param name="missing">For each row why there is no value; null when every NaN is <see cref="MissingReason.NoAnswer"/>.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public NumericColumn(string name, double[] values, MissingReason[]? missing = null)
        : base(name, values.Length)
    {
        if (missing is not null && missing.Length != values.Length)
        {
            throw new ArgumentException("One reason a row is needed.", nameof(missing));
        }

        _values = values;
        _missing = missing;
    }

    /// <summary>The values, NaN where there is none.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The same values without copying, for loops over rows; not to be written to.</summary>
    internal double[] ValueArray => _values;

    /// <inheritdoc/>
    public override MissingReason MissingAt(int row) =>
        !double.IsNaN(_values[row]) ? MissingReason.None : _missing?[row] ?? MissingReason.NoAnswer;
}
