using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>
/// Looks for the cheapest pattern, by implicit hitting sets: every requirement that a pattern leaves unmet gives a set of
/// cells of which one at least must be suppressed; a cheapest choice that hits all the sets found so far is tried next. When
/// it meets all requirements there is none cheaper.
/// </summary>
/// <remarks>
/// Moreno-Centeno and Karp, The implicit hitting set approach to solve combinatorial optimization problems, Operations
/// Research 61 (2013); the sets are the dual proofs of Fischetti and Salazar's cut generation (Management Science 47, 2001).
/// </remarks>
internal sealed class OptimalSearch : IDisposable
{
    private const double Near = 1e-6;
    private readonly ILookup<int, int> _unitsOfCell;
    private readonly PatternSearch _search;
    private readonly Func<PatternSearch, IReadOnlyList<ProtectionRequirement>> _check;
    private readonly List<ProtectionRequirement> _requirements;
    private readonly Solver _master;
    private readonly Variable[] _choices;

    /// <summary>Sets the search up.</summary>
    /// <param name="search">Meets requirements.</param>
    /// <param name="problem">The units and the requirements.</param>
    /// <param name="check">Finds more requirements that a pattern leaves unmet, once it meets these.</param>
    public OptimalSearch(PatternSearch search, SuppressionProblem problem, Func<PatternSearch, IReadOnlyList<ProtectionRequirement>> check)
    {
        var units = problem.Units;
        _search = search;
        _requirements = [.. problem.Requirements];
        _check = check;
        _unitsOfCell = units.SelectMany((unit, i) => unit.Cells.Select(cell => (cell, i))).ToLookup(pair => pair.cell, pair => pair.i);
        _master = Solver.CreateSolver("SCIP");
        _choices = [.. units.Select(_ => _master.MakeBoolVar(""))];
        _master.Objective().SetMinimization();
        for (var i = 0; i < _choices.Length; i++)
        {
            _master.Objective().SetCoefficient(_choices[i], units[i].Cost);
            _choices[i].SetBounds(units[i].Role == SuppressionRole.Primary ? 1 : 0, units[i].Role == SuppressionRole.Forced ? 0 : 1);
        }
    }

    /// <summary>Looks for a cheaper pattern than the one the search has, and leaves it with the cheapest found.</summary>
    /// <param name="rounds">The most choices to try.</param>
    /// <returns>Whether the pattern is proven to be the cheapest.</returns>
    public bool Run(int rounds)
    {
        var best = (Suppressed: _search.Pattern.Suppressed.ToArray(), _search.Pattern.Cost);
        var proven = false;
        for (var round = 0; round < rounds && !proven && _master.Solve() == Solver.ResultStatus.OPTIMAL; round++)
        {
            // The master's optimum is a lower bound: every pattern hits all the sets.
            proven = _master.Objective().Value() >= best.Cost - Near;
            if (!proven && TryChoice() && _search.Pattern.Cost < best.Cost - Near)
            {
                best = (_search.Pattern.Suppressed.ToArray(), _search.Pattern.Cost);
            }
        }

        _search.Pattern.Restore(best.Suppressed);
        return proven;
    }

    /// <inheritdoc/>
    public void Dispose() => _master.Dispose();

    /// <summary>Completes the solver's choice to a pattern that meets all requirements, and learns from what was missing.</summary>
    private bool TryChoice()
    {
        _search.Restart([.. _choices.Select(choice => choice.SolutionValue() > 0.5)]);
        IReadOnlyList<ProtectionRequirement> more = _requirements;
        do
        {
            if (_search.Meet(more, Learn).Count > 0)
            {
                return false;
            }

            _search.PublishUnchanged();
            more = _check(_search);
            _requirements.AddRange(more);
        }
        while (more.Count > 0);
        return true;
    }

    private void Learn(ProtectionRequirement requirement, Alternative missing)
    {
        var cut = _master.MakeConstraint(1, double.PositiveInfinity);
        foreach (var unit in _search.Fewest(requirement, missing.Cut).SelectMany(cell => _unitsOfCell[cell]))
        {
            cut.SetCoefficient(_choices[unit], 1);
        }
    }
}
