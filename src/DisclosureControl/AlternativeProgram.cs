using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>An alternative table that was found for a requirement.</summary>
/// <param name="Table">How it differs from the truth.</param>
/// <param name="Cost">What must be paid so that no published cell shows the difference; 0 when none does.</param>
/// <param name="Cut">
/// The published cells of which at least one must be suppressed for any such table to exist: the proof of the cost.
/// </param>
internal sealed record Alternative(AlternativeTable Table, double Cost, IReadOnlyList<int> Cut);

/// <summary>
/// Finds an alternative table: a change of the inner cells that no published cell shows and that meets a requirement. If
/// there is none, it finds the one that needs the cheapest cells suppressed.
/// </summary>
/// <remarks>
/// A linear program: the least sum of costs times changes of published cells, subject to the requirement. It is the linear
/// relaxation that Kelly, Golden and Assad (1992) and Fischetti and Salazar (2001) use to build suppression patterns;
/// its solution is a proof that the requirement is met once the changed cells are suppressed. The program is kept between
/// calls, so that the simplex method starts where it ended the last time.
/// </remarks>
internal sealed class AlternativeProgram : IDisposable
{
    private const double Near = 1e-7;
    private const double NoPrice = 1e-9;
    private readonly LinkedTables _tables;
    private readonly SearchSteps? _steps;
    private readonly double[]? _cellBounds;
    private readonly Solver _solver;
    private readonly Objective _objective;
    private readonly Variable[] _changes;
    private readonly Variable[] _rises;
    private readonly Variable[] _falls;
    private readonly Constraint[] _cells;
    private readonly Constraint _target;

    /// <summary>Sets the program up.</summary>
    /// <param name="tables">The cells.</param>
    /// <param name="cellBounds">The least that each cell may be in the alternative; null when only the inner cells are bounded.</param>
    /// <param name="steps">How far to search; null without end.</param>
    public AlternativeProgram(LinkedTables tables, double[]? cellBounds = null, SearchSteps? steps = null)
    {
        _steps = steps;
        _tables = tables;
        _cellBounds = cellBounds;
        _solver = Solver.CreateSolver("GLOP");
        _objective = _solver.Objective();

        // The dual simplex method starts again cheaply when only bounds and costs have changed since the last call.
        _solver.SetSolverSpecificParametersAsString("use_preprocessing: false use_dual_simplex: true");
        _changes = [.. tables.Inner.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _rises = [.. tables.Cells.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _falls = [.. tables.Cells.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        foreach (var known in tables.Known)
        {
            Fill(_solver.MakeConstraint(0, 0), known);
        }

        // Each cell's change is a rise less a fall, so that both can be paid for: |change| isn't linear.
        _cells = [.. tables.Cells.Select(cell => Fill(_solver.MakeConstraint(0, 0), cell))];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            _cells[cell].SetCoefficient(_rises[cell], -1);
            _cells[cell].SetCoefficient(_falls[cell], 1);
        }

        _target = _solver.MakeConstraint();
        _objective.SetMinimization();
    }

    /// <summary>Finds the cheapest alternative that meets a requirement, or null when there is none.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is suppressed, infinite when it must not.</param>
    public Alternative? Find(ProtectionRequirement requirement, Func<int, double> costOf)
    {
        Prepare(requirement.Attacker, costOf);
        var one = Solve(requirement.Sum, requirement.Change);
        if (!requirement.EitherWay || one is { Cut.Count: 0 })
        {
            return one;
        }

        var other = Solve(requirement.Sum, -requirement.Change);
        return one is null || other is null ? one ?? other
            : (one.Cost <= other.Cost ? one : other) with { Cut = [.. one.Cut.Union(other.Cut)] };
    }

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private void Prepare(Attacker attacker, Func<int, double> costOf)
    {
        for (var i = 0; i < _changes.Length; i++)
        {
            _changes[i].SetBounds(attacker.Knows[i] ? 0 : attacker.Lower[i] - _tables.Inner[i], attacker.Knows[i] ? 0 : double.PositiveInfinity);
        }

        for (var cell = 0; cell < _rises.Length; cell++)
        {
            var cost = costOf(cell);
            // A cell that must not change is fixed by its bounds: an infinite cost would be no number to the solver.
            var mayChange = !double.IsInfinity(cost);
            _rises[cell].SetUb(mayChange ? double.PositiveInfinity : 0);
            _falls[cell].SetUb(mayChange ? Room(cell) : 0);
            _objective.SetCoefficient(_rises[cell], mayChange ? cost : 0);
            _objective.SetCoefficient(_falls[cell], mayChange ? cost : 0);
        }
    }

    private Alternative? Solve(CellSum sum, double change)
    {
        _steps?.Use(_changes.Length + _cells.Length);
        _target.Clear();
        // One side only: the alternative may differ by more than is asked for.
        _target.SetBounds(change > 0 ? change : double.NegativeInfinity, change > 0 ? double.PositiveInfinity : change);
        Fill(_target, sum);
        if (Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        var cost = _objective.Value();
        var table = AlternativeTable.Of(Array.ConvertAll(_changes, variable => variable.SolutionValue()));
        return new Alternative(table, cost, cost > Near ? Cut() : []);
    }

    /// <summary>The cells with a price in the dual solution: if none of them changes, the cost can't be avoided.</summary>
    private int[] Cut() =>
        [.. Enumerable.Range(0, _cells.Length).Where(cell => Math.Abs(_cells[cell].DualValue()) > NoPrice)];

    /// <summary>Solves from where the last solution ended, or from the start should that fail numerically.</summary>
    private Solver.ResultStatus Solve()
    {
        var status = _solver.Solve();
        if (status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE)
        {
            return status;
        }

        _solver.Reset();
        return _solver.Solve();
    }

    /// <summary>How far a cell may fall.</summary>
    private double Room(int cell) => _cellBounds is null ? double.PositiveInfinity : _tables.Value(cell) - _cellBounds[cell];

    private Constraint Fill(Constraint constraint, CellSum sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            constraint.SetCoefficient(_changes[sum.InnerCells[i]], sum.Coefficients[i]);
        }

        return constraint;
    }
}
