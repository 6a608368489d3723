using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>What an attacker can work out about a sum: it lies between these.</summary>
/// <param name="Low">The least it can be; minus infinity when there is no limit, NaN when what is published contradicts what the attacker takes for granted.</param>
/// <param name="High">The most it can be; infinite when there is no limit, NaN as above.</param>
public readonly record struct FeasibilityInterval(double Low, double High)
{
    /// <summary>How far the bounds lie apart.</summary>
    public double Width => High - Low;

    /// <summary>Whether the bounds leave one value only; false when they contradict each other.</summary>
    public bool IsExact => Width < CellSum.Nothing;
}

/// <summary>
/// The linear program of one who reads some of the cells: the smallest and the largest value that a sum of inner cells can
/// have. Solved by the simplex method (GLOP), whose vertices are exact where a first-order method would only come near; in
/// whole numbers by SCIP.
/// </summary>
public sealed class FeasibilityIntervals : IDisposable
{
    private readonly Solver _solver;
    private readonly Objective _objective;
    private readonly Variable[] _inner;
    private bool _solved;

    /// <summary>Sets the program up.</summary>
    /// <param name="tables">The cells and their values.</param>
    /// <param name="isPublished">Whether the attacker reads a cell.</param>
    /// <param name="wholeNumbers">Whether the attacker knows that the inner cells are whole numbers.</param>
    public FeasibilityIntervals(LinkedTables tables, Func<int, bool> isPublished, bool wholeNumbers = false)
        : this(tables, isPublished, wholeNumbers, tables?.Lower)
    {
    }

    /// <summary>Sets the program up for one who knows other lower bounds.</summary>
    internal FeasibilityIntervals(LinkedTables tables, Func<int, bool> isPublished, bool wholeNumbers, double[]? lower)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(isPublished);

        // Not PDLP: it stops near the optimum, and a bound that is exact would look like one with room.
        _solver = Solver.CreateSolver(wholeNumbers ? "SCIP" : "GLOP");
        _objective = _solver.Objective();
        _inner = [.. lower!.Select(bound => _solver.MakeVar(bound, double.PositiveInfinity, wholeNumbers, ""))];
        foreach (var known in tables.Known)
        {
            Require(known, known.Value(tables.Inner), known.Value(tables.Inner));
        }

        for (var cell = 0; cell < tables.Cells.Count; cell++)
        {
            if (isPublished(cell))
            {
                Require(tables.Cells[cell], tables.Value(cell), tables.Value(cell));
            }
        }
    }

    /// <summary>The interval of a sum.</summary>
    /// <exception cref="DisclosureException">The solver gave up.</exception>
    public FeasibilityInterval Of(CellSum sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        return new FeasibilityInterval(Extreme(sum, highest: false), Extreme(sum, highest: true));
    }

    /// <summary>
    /// The program of an outsider who takes it that no suppressed cell is zero. Where that contradicts what is published, the
    /// outsider learns nothing by it.
    /// </summary>
    /// <param name="tables">The cells and their values.</param>
    /// <param name="isPublished">Whether the attacker reads a cell.</param>
    /// <param name="isShown">Whether the cell has a place in a table, where it can be seen to be suppressed; null when all have.</param>
    internal static FeasibilityIntervals IfNonzero(LinkedTables tables, Func<int, bool> isPublished, Func<int, bool>? isShown = null)
    {
        var program = new FeasibilityIntervals(tables, isPublished);
        for (var cell = 0; cell < tables.Cells.Count; cell++)
        {
            if (!isPublished(cell) && (isShown is null || isShown(cell)))
            {
                program.Require(tables.Cells[cell], 1, double.PositiveInfinity);
            }
        }

        return program;
    }

    /// <summary>The extreme value of a sum.</summary>
    internal double Extreme(CellSum sum, bool highest)
    {
        _objective.Clear();
        for (var i = 0; i < sum.Length; i++)
        {
            _objective.SetCoefficient(_inner[sum.InnerCells[i]], sum.Coefficients[i]);
        }

        _objective.SetOptimizationDirection(highest);
        var status = _solver.Solve();
        _solved = status == Solver.ResultStatus.OPTIMAL;
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => _objective.Value(),
            Solver.ResultStatus.UNBOUNDED => highest ? double.PositiveInfinity : double.NegativeInfinity,

            // Only an attacker's own belief (that nothing suppressed is zero) can contradict what is published.
            Solver.ResultStatus.INFEASIBLE => double.NaN,
            _ => throw new DisclosureException("The linear program could not be solved", got: $"the solver's status {status}"),
        };
    }

    /// <summary>The values of the inner cells at the last extreme.</summary>
    internal double[] Solution() => [.. _inner.Select(inner => inner.SolutionValue())];

    /// <summary>Whether there was a last extreme, with all inner cells whole numbers.</summary>
    internal bool IsWhole() => _solved && Array.TrueForAll(_inner, inner =>
        inner.SolutionValue() is var value && Math.Abs(value - Math.Round(value)) < CellSum.Nothing);

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private void Require(CellSum sum, double low, double high)
    {
        var constraint = _solver.MakeConstraint(low, high);
        for (var i = 0; i < sum.Length; i++)
        {
            constraint.SetCoefficient(_inner[sum.InnerCells[i]], sum.Coefficients[i]);
        }
    }
}
