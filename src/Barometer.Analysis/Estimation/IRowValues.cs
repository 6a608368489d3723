namespace Barometer.Analysis.Estimation;

/// <summary>One number a row, read without copying; a struct, so that the loops over it compile to plain code.</summary>
internal interface IRowValues
{
    /// <summary>The number of row <paramref name="row"/>.</summary>
    double At(int row);
}

/// <summary>1 for the rows of one category and 0 for the others.</summary>
internal readonly struct CategoryIndicator(int[] codes, int category) : IRowValues
{
    /// <inheritdoc/>
    public double At(int row) => codes[row] == category ? 1 : 0;
}

/// <summary>The numbers of an array.</summary>
internal readonly struct RowNumbers(double[] values) : IRowValues
{
    /// <inheritdoc/>
    public double At(int row) => values[row];
}
