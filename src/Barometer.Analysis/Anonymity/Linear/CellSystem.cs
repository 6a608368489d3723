using System.Runtime.InteropServices;

namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>
/// Cells of any number of tables as sums of the same unknowns. Each distinct sum is one cell, whatever tables it stands
/// in and whatever it is called there.
/// </summary>
/// <param name="truth">The true value of each unknown.</param>
/// <param name="cells">The distinct cells.</param>
/// <param name="structure">Sums that everybody knows without reading a table.</param>
/// <param name="floors">The least each unknown can be; null when none can be negative.</param>
internal sealed class CellSystem(
    double[] truth, IReadOnlyList<LinearForm> cells, IReadOnlyList<LinearForm> structure, double[]? floors = null)
{
    private readonly Lazy<Memberships> _cellsOf = new(() => new Memberships(cells, truth.Length));
    private readonly Lazy<double[]> _values = new(() => [.. cells.Select(cell => cell.Value(truth))]);

    /// <summary>The true value of each unknown.</summary>
    public double[] Truth { get; } = truth;

    /// <summary>The distinct cells.</summary>
    public IReadOnlyList<LinearForm> Cells { get; } = cells;

    /// <summary>Sums that everybody knows without reading a table.</summary>
    public IReadOnlyList<LinearForm> Structure { get; } = structure;

    /// <summary>The least each unknown can be: zero for counts, minus infinity for amounts.</summary>
    public double[] Floors { get; } = floors ?? new double[truth.Length];

    /// <summary>How the unknowns come from crossing classifications; null when nobody said so.</summary>
    public Crossing? Crossing { get; init; }

    /// <summary>The true value of a cell.</summary>
    public double Value(int cell) => _values.Value[cell];

    /// <summary>For each unknown the cells that it is in.</summary>
    public Memberships CellsOf => _cellsOf.Value;

    /// <summary>Whether a world leaves each unknown as large as it must be.</summary>
    public bool Allows(World world)
    {
        for (var i = 0; i < world.Length; i++)
        {
            var unknown = world.Unknowns[i];
            if (Truth[unknown] + world.Moves[i] < Floors[unknown] - 1e-9)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The cells that differ in a world, ascending.</summary>
    public int[] MovedBy(World world)
    {
        var changes = new Dictionary<int, double>();
        for (var i = 0; i < world.Length; i++)
        {
            var cells = CellsOf.Forms(world.Unknowns[i]);
            var coefficients = CellsOf.Coefficients(world.Unknowns[i]);
            for (var j = 0; j < cells.Length; j++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(changes, cells[j], out _) += coefficients[j] * world.Moves[i];
            }
        }

        return [.. changes.Where(change => Math.Abs(change.Value) > LinearForm.Nothing).Select(change => change.Key).Order()];
    }

    /// <summary>The linear program of a reader who sees some of the cells.</summary>
    /// <param name="isPublished">Whether a reader sees the cell.</param>
    /// <param name="whole">Whether the reader knows that the unknowns are whole numbers.</param>
    public LinearProgram Reader(Func<int, bool> isPublished, bool whole = false)
    {
        var program = new LinearProgram(Floors, whole);
        foreach (var known in Structure)
        {
            program.Require(known, known.Value(Truth), known.Value(Truth));
        }

        for (var cell = 0; cell < Cells.Count; cell++)
        {
            if (isPublished(cell))
            {
                program.Require(Cells[cell], Value(cell), Value(cell));
            }
        }

        return program;
    }
}
