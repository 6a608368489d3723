using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace Barometer.Analysis.Anonymity.Linear;

/// <summary>
/// The smallest and the largest value a sum of unknowns can have, given equations and lower bounds. Solved by the simplex
/// method (GLOP), whose vertices are exact where a first-order method would only come near; in whole numbers by SCIP.
/// </summary>
internal sealed class LinearProgram : IDisposable
{
    private const double Near = 1e-6;
    private readonly Solver _solver;
    private readonly Variable[] _unknowns;
    private bool _solved;

    /// <summary>Unknowns from their lower bounds up.</summary>
    /// <param name="floors">The lower bound of each unknown.</param>
    /// <param name="whole">Whether the unknowns are whole numbers.</param>
    public LinearProgram(IReadOnlyList<double> floors, bool whole = false)
    {
        NativeSolver.Load();
        _solver = Solver.CreateSolver(whole ? "SCIP" : "GLOP");
        _unknowns = [.. floors.Select(floor => _solver.MakeVar(floor, double.PositiveInfinity, whole, ""))];
    }

    /// <summary>Requires that a sum lies between two bounds.</summary>
    public void Require(LinearForm form, double low, double high)
    {
        var constraint = _solver.MakeConstraint(low, high);
        for (var i = 0; i < form.Length; i++)
        {
            constraint.SetCoefficient(_unknowns[form.Unknowns[i]], form.Coefficients[i]);
        }
    }

    /// <summary>The bounds of a sum: infinite where there is none, NaN when the requirements contradict each other.</summary>
    public (double Low, double High) Bounds(LinearForm form) => (Extreme(form, highest: false), Extreme(form, highest: true));

    /// <summary>The extreme value of a sum.</summary>
    public double Extreme(LinearForm form, bool highest)
    {
        var objective = _solver.Objective();
        objective.Clear();
        for (var i = 0; i < form.Length; i++)
        {
            objective.SetCoefficient(_unknowns[form.Unknowns[i]], form.Coefficients[i]);
        }

        objective.SetOptimizationDirection(highest);
        var status = _solver.Solve();
        _solved = status == Solver.ResultStatus.OPTIMAL;
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => objective.Value(),
            Solver.ResultStatus.UNBOUNDED => highest ? double.PositiveInfinity : double.NegativeInfinity,
            Solver.ResultStatus.INFEASIBLE => double.NaN,
            _ => throw new InvalidOperationException($"The linear program ended as {status}."),
        };
    }

    /// <summary>The values of the unknowns at the last extreme.</summary>
    public double[] Solution() => [.. _unknowns.Select(unknown => unknown.SolutionValue())];

    /// <summary>Whether there was a last extreme, with all unknowns whole numbers.</summary>
    public bool IsWhole() => _solved && Array.TrueForAll(_unknowns, unknown =>
        unknown.SolutionValue() is var value && Math.Abs(value - Math.Round(value)) < Near);

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();
}
