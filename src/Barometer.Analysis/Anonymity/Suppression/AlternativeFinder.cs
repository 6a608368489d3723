using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Finds an alternative world: a change of the unknowns that no published cell shows and that meets a demand. If there is
/// none, it finds the one that needs the cheapest cells hidden.
/// </summary>
/// <remarks>
/// A linear program: the least sum of costs times changes of published cells, subject to the demand. It is the linear
/// relaxation that Kelly, Golden and Assad (1992) and Fischetti and Salazar (2001) use to build suppression patterns;
/// its solution is a proof that the demand is met once the changed cells are hidden. The program is kept between calls,
/// so that the simplex method starts where it ended the last time.
/// </remarks>
internal sealed class AlternativeFinder : IDisposable
{
    private const double Near = 1e-7;
    private const double NoPrice = 1e-9;
    private readonly CellSystem _system;
    private readonly double[]? _floors;
    private readonly Solver _solver;
    private readonly Variable[] _moves;
    private readonly Variable[] _rises;
    private readonly Variable[] _falls;
    private readonly Constraint[] _changes;
    private readonly Constraint _target;

    /// <summary>Sets the program up.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="floors">The least that each cell may be in the other world; null when only the unknowns are bounded.</param>
    public AlternativeFinder(CellSystem system, double[]? floors = null)
    {
        NativeSolver.Load();
        _system = system;
        _floors = floors;
        _solver = Solver.CreateSolver("GLOP");
        _solver.SetSolverSpecificParametersAsString("use_preprocessing: false use_dual_simplex: true");
        _moves = [.. system.Truth.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _rises = [.. system.Cells.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _falls = [.. system.Cells.Select(_ => _solver.MakeNumVar(0, 0, ""))];
        foreach (var known in system.Structure)
        {
            Fill(_solver.MakeConstraint(0, 0), known);
        }

        _changes = [.. system.Cells.Select(cell => Fill(_solver.MakeConstraint(0, 0), cell))];
        for (var cell = 0; cell < _changes.Length; cell++)
        {
            _changes[cell].SetCoefficient(_rises[cell], -1);
            _changes[cell].SetCoefficient(_falls[cell], 1);
        }

        _target = _solver.MakeConstraint();
        _solver.Objective().SetMinimization();
    }

    /// <summary>Finds the cheapest world that meets a demand, or null when there is none.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="costOf">What it costs to let a cell change: 0 when it is hidden, infinite when it must not.</param>
    public Alternative? Find(Demand demand, Func<int, double> costOf)
    {
        Prepare(demand.By, costOf);
        var one = Solve(demand.Form, demand.Change);
        if (!demand.EitherWay || one is { Guards.Count: 0 })
        {
            return one;
        }

        var other = Solve(demand.Form, -demand.Change);
        return one is null || other is null ? one ?? other
            : (one.Cost <= other.Cost ? one : other) with { Guards = [.. one.Guards.Union(other.Guards)] };
    }

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private void Prepare(Knowledge by, Func<int, double> costOf)
    {
        for (var i = 0; i < _moves.Length; i++)
        {
            _moves[i].SetBounds(by.Known[i] ? 0 : by.Floors[i] - _system.Truth[i], by.Known[i] ? 0 : double.PositiveInfinity);
        }

        for (var cell = 0; cell < _rises.Length; cell++)
        {
            var cost = costOf(cell);
            var mayChange = !double.IsInfinity(cost);
            _rises[cell].SetUb(mayChange ? double.PositiveInfinity : 0);
            _falls[cell].SetUb(mayChange ? Room(cell) : 0);
            _solver.Objective().SetCoefficient(_rises[cell], mayChange ? cost : 0);
            _solver.Objective().SetCoefficient(_falls[cell], mayChange ? cost : 0);
        }
    }

    private Alternative? Solve(LinearForm form, double change)
    {
        _target.Clear();
        _target.SetBounds(change > 0 ? change : double.NegativeInfinity, change > 0 ? double.PositiveInfinity : change);
        Fill(_target, form);
        if (Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        var cost = _solver.Objective().Value();
        var world = World.Of(_moves.Select((move, unknown) => (unknown, move.SolutionValue())));
        return new Alternative(world, cost, cost > Near ? Guards() : []);
    }

    /// <summary>The cells with a price in the dual solution: if none of them changes, the cost can't be avoided.</summary>
    private int[] Guards() =>
        [.. Enumerable.Range(0, _changes.Length).Where(cell => Math.Abs(_changes[cell].DualValue()) > NoPrice)];

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
    private double Room(int cell) => _floors is null ? double.PositiveInfinity : _system.Value(cell) - _floors[cell];

    private Constraint Fill(Constraint constraint, LinearForm form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            constraint.SetCoefficient(_moves[form.Unknowns[i]], form.Coefficients[i]);
        }

        return constraint;
    }
}
