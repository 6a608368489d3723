using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>
/// The integer program of one who reads everything shown of an answer: whole counts of givers and, where some left the question open,
/// of those in the base. Solved by SCIP, or, where fractions of respondents will do, by the simplex method.
/// </summary>
internal sealed class CountProgram : IDisposable
{
    // A share lies within half a step of what is shown; the solver's own tolerance is of this size.
    private const double Near = 1e-7;
    private const double Whole = 1e-6;
    private readonly Solver _solver;
    private readonly Variable[] _counts;
    private readonly List<(int Share, Constraint Row)> _rows = [];
    private readonly int[] _sizes;

    /// <summary>Sets the program up.</summary>
    /// <param name="sizes">The sizes of the strata.</param>
    /// <param name="shown">What is shown.</param>
    /// <param name="wholeNumbers">Whether counts must be whole; else the bounds are wider, and come quickly.</param>
    public CountProgram(int[] sizes, IReadOnlyList<RoundedShare> shown, bool wholeNumbers = true)
    {
        (_sizes, _solver) = (sizes, Solver.CreateSolver(wholeNumbers ? "SCIP" : "GLOP"));
        if (!wholeNumbers)
        {
            // Preprocessing takes longer than to go on from where the last extreme ended.
            _solver.SetSolverSpecificParametersAsString("use_preprocessing: false");
        }

        _counts = [.. sizes.Select(size => _solver.MakeVar(0, size, wholeNumbers, ""))];
        Variable[]? bases = shown.Any(share => IsOpen(share)) ? [.. sizes.Select(size => _solver.MakeVar(0, size, wholeNumbers, ""))] : null;
        for (var stratum = 0; bases is not null && stratum < sizes.Length; stratum++)
        {
            var within = _solver.MakeConstraint(double.NegativeInfinity, 0);
            within.SetCoefficient(_counts[stratum], 1);
            within.SetCoefficient(bases[stratum], -1);
        }

        for (var share = 0; share < shown.Count; share++)
        {
            Add(share, shown[share], bases);
        }
    }

    /// <summary>The least and the most of a sum of strata.</summary>
    public FeasibilityInterval Bounds(IReadOnlyList<int> strata, long mostNodes)
    {
        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"limits/nodes = {mostNodes}\nrandomization/randomseedshift = 0\n"));
        var low = Math.Max(0, Math.Ceiling(Extreme(strata, highest: false) - 1e-6));
        return new FeasibilityInterval(low, Math.Min(strata.Sum(stratum => _sizes[stratum]), Math.Floor(Extreme(strata, highest: true) + 1e-6)));
    }

    /// <summary>The least or the most of a sum of strata, as the program has it.</summary>
    public double Extreme(IReadOnlyList<int> strata, bool highest)
    {
        var objective = _solver.Objective();
        objective.Clear();
        foreach (var stratum in strata)
        {
            objective.SetCoefficient(_counts[stratum], 1);
        }

        objective.SetOptimizationDirection(highest);
        return Bound();
    }

    /// <summary>The counts of the last extreme.</summary>
    public double[] Solution() => Array.ConvertAll(_counts, count => count.SolutionValue());

    /// <summary>The shares without which the last extreme would lie farther away, where counts needn't be whole: those with a price.</summary>
    public IReadOnlyList<int> Binding() => [.. _rows.Where(row => Math.Abs(row.Row.DualValue()) > Near).Select(row => row.Share).Distinct()];

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    // What is proven, whether the search was finished or not.
    private double Bound()
    {
        var status = _solver.Solve();
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE) && !_solver.IsMip())
        {
            // From where the last extreme ended the simplex method can fail numerically: once more from the start.
            _solver.Reset();
            status = _solver.Solve();
        }

        return status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? _solver.IsMip() ? _solver.Objective().BestBound() : _solver.Objective().Value() : double.NaN;
    }

    private bool IsOpen(RoundedShare share) =>
        share is { Bases: null, Respondents: { } respondents } && share.Strata.Sum(stratum => _sizes[stratum]) != respondents;

    /// <summary>±(Σ w y − edge Σ w m) ≤ 0 for both edges of the rounding interval.</summary>
    private void Add(int number, RoundedShare share, Variable[]? bases)
    {
        var open = share.Bases is null && bases is not null;
        for (var i = 0; i < (share.Bases?.Count ?? 0); i++)
        {
            _counts[share.Strata[i]].SetUb(Math.Min(_counts[share.Strata[i]].Ub(), share.Bases![i]));
        }

        foreach (var (sign, edge) in ((double, double)[])[(1, share.Value + (share.Step / 2)), (-1, share.Value - (share.Step / 2))])
        {
            var known = share.IsCount ? 1 : open ? 0 : share.Strata.Select((stratum, i) => share.Weights[i] * (share.Bases?[i] ?? _sizes[stratum])).Sum();
            // Respondents who weigh the same are counted: between the edges of a share there may be one whole number of them.
            var most = (sign * edge * known) + Near;
            most = !open && share.Weights[0] > 0 && share.Weights.All(weight => Math.Abs(weight - share.Weights[0]) <= Near * share.Weights[0])
                ? share.Weights[0] * Math.Floor((most / share.Weights[0]) + Whole) : most;

            // In units of the last digit, so that all rows are of a size whatever they are of.
            var scale = 1 / (share.Step * (open || known == 0 ? 1 : known));
            var row = _solver.MakeConstraint(double.NegativeInfinity, (scale * most) + Near);
            _rows.Add((number, row));
            for (var i = 0; i < share.Strata.Count; i++)
            {
                row.SetCoefficient(_counts[share.Strata[i]], scale * sign * share.Weights[i]);
                if (open && !share.IsCount)
                {
                    row.SetCoefficient(bases![share.Strata[i]], -scale * sign * edge * share.Weights[i]);
                }
            }
        }

        if (open && share.Respondents is { } respondents)
        {
            var all = _solver.MakeConstraint(respondents, respondents);
            foreach (var stratum in share.Strata)
            {
                all.SetCoefficient(bases![stratum], 1);
            }
        }

        if (open && share.WeightedBase is { } weighted)
        {
            var all = _solver.MakeConstraint(weighted - (share.WeightedBaseStep / 2) - Near, weighted + (share.WeightedBaseStep / 2) + Near);
            for (var i = 0; i < share.Strata.Count; i++)
            {
                all.SetCoefficient(bases![share.Strata[i]], share.Weights[i]);
            }
        }
    }
}
