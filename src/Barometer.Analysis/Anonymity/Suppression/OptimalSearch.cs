using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace Barometer.Analysis.Anonymity.Suppression;

/// <summary>
/// Looks for the cheapest pattern, by implicit hitting sets: every demand that a pattern leaves unmet gives a set of cells
/// of which one at least must be hidden; a cheapest choice that hits all the sets found so far is tried next. When it meets
/// all demands there is none cheaper.
/// </summary>
/// <remarks>
/// Moreno-Centeno and Karp, The implicit hitting set approach to solve combinatorial optimization problems, Operations
/// Research 61 (2013); the sets are the dual proofs of Fischetti and Salazar's cut generation (Management Science 47, 2001).
/// </remarks>
internal sealed class OptimalSearch : IDisposable
{
    private const double Near = 1e-6;
    private readonly IReadOnlyList<Item> _items;
    private readonly ILookup<int, int> _itemsOfCell;
    private readonly PatternSearch _search;
    private readonly Func<PatternSearch, IReadOnlyList<Demand>> _check;
    private readonly List<Demand> _demands;
    private readonly Solver _master;
    private readonly Variable[] _choices;

    /// <summary>Sets the search up.</summary>
    /// <param name="search">Meets demands.</param>
    /// <param name="items">What is published or hidden.</param>
    /// <param name="demands">The demands.</param>
    /// <param name="check">Finds more demands that a pattern leaves unmet, once it meets these.</param>
    public OptimalSearch(
        PatternSearch search, IReadOnlyList<Item> items, IEnumerable<Demand> demands, Func<PatternSearch, IReadOnlyList<Demand>> check)
    {
        _search = search;
        _items = items;
        _demands = [.. demands];
        _check = check;
        _itemsOfCell = items.SelectMany((item, i) => item.Cells.Select(cell => (cell, i))).ToLookup(pair => pair.cell, pair => pair.i);
        _master = Solver.CreateSolver("SCIP");
        _choices = [.. items.Select(item => _master.MakeBoolVar(""))];
        _master.Objective().SetMinimization();
        for (var i = 0; i < _choices.Length; i++)
        {
            _master.Objective().SetCoefficient(_choices[i], items[i].Cost);
            _choices[i].SetBounds(items[i].Role == ItemRole.MustHide ? 1 : 0, items[i].Role == ItemRole.IsPublished ? 0 : 1);
        }
    }

    /// <summary>Looks for a cheaper pattern than the one the search has, and leaves it with the cheapest found.</summary>
    /// <param name="rounds">The most choices to try.</param>
    /// <returns>Whether the pattern is proven to be the cheapest.</returns>
    public bool Run(int rounds)
    {
        var best = (Hidden: _search.Pattern.Hidden.ToArray(), _search.Pattern.Cost);
        var proven = false;
        for (var round = 0; round < rounds && !proven && _master.Solve() == Solver.ResultStatus.OPTIMAL; round++)
        {
            proven = _master.Objective().Value() >= best.Cost - Near;
            if (!proven && TryChoice() && _search.Pattern.Cost < best.Cost - Near)
            {
                best = (_search.Pattern.Hidden.ToArray(), _search.Pattern.Cost);
            }
        }

        _search.Pattern.Restore(best.Hidden);
        return proven;
    }

    /// <inheritdoc/>
    public void Dispose() => _master.Dispose();

    /// <summary>Completes the solver's choice to a pattern that meets all demands, and learns from what was missing.</summary>
    private bool TryChoice()
    {
        _search.Restart([.. _choices.Select(choice => choice.SolutionValue() > 0.5)]);
        IReadOnlyList<Demand> more = _demands;
        do
        {
            if (_search.Meet(more, Learn).Count > 0)
            {
                return false;
            }

            _search.PublishUnmoved();
            more = _check(_search);
            _demands.AddRange(more);
        }
        while (more.Count > 0);
        return true;
    }

    private void Learn(Demand demand, Alternative missing)
    {
        var cut = _master.MakeConstraint(1, double.PositiveInfinity);
        foreach (var item in _search.Fewest(demand, missing.Guards).SelectMany(cell => _itemsOfCell[cell]))
        {
            cut.SetCoefficient(_choices[item], 1);
        }
    }
}
