namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>
/// Cells of any number of tables as sums of the same unknowns. Each distinct sum is one cell, whatever tables it stands
/// in and whatever it is called there.
/// </summary>
/// <param name="truth">The true value of each unknown, none negative.</param>
/// <param name="cells">The distinct cells.</param>
/// <param name="structure">Sums that everybody knows to be zero.</param>
internal sealed class CellSystem(double[] truth, IReadOnlyList<LinearForm> cells, IReadOnlyList<LinearForm> structure)
{
    /// <summary>The true value of each unknown.</summary>
    public double[] Truth { get; } = truth;

    /// <summary>The distinct cells.</summary>
    public IReadOnlyList<LinearForm> Cells { get; } = cells;

    /// <summary>Sums that everybody knows to be zero.</summary>
    public IReadOnlyList<LinearForm> Structure { get; } = structure;

    /// <summary>The true value of a cell.</summary>
    public double Value(int cell) => Cells[cell].Value(Truth);
}
