namespace SurveyStatistics.Estimation;

/// <summary>One number a row, read without copying; a struct, so that the loops over it compile to plain code.</summary>
internal interface IRowValues
{
    /// <summary>Whether the numbers are only 0 and 1, so that their variance follows from their mean.</summary>
    static abstract bool IsIndicator { get; }

    /// <summary>The number of row <paramref name="row"/>.</summary>
    double At(int row);
}

/// <summary>1 for the rows of one category and 0 for the others.</summary>
internal readonly struct CategoryIndicator(int[] codes, int category) : IRowValues
{
    /// <inheritdoc/>
    public static bool IsIndicator => true;

    /// <inheritdoc/>
    public double At(int row) => codes[row] == category ? 1 : 0;
}

/// <summary>The numbers of an array.</summary>
internal readonly struct RowNumbers(double[] values) : IRowValues
{
    /// <inheritdoc/>
    public static bool IsIndicator => false;

    /// <inheritdoc/>
    public double At(int row) => values[row];
}
