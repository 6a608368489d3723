using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>
/// The integer program of one who reads everything shown of an answer: whole counts of givers and, where some left the question open,
/// of those in the base. Solved by SCIP.
/// </summary>
internal sealed class CountProgram : IDisposable
{
    // A share lies within half a step of what is shown; the solver's own tolerance is of this size.
    private const double Near = 1e-7;
    private readonly Solver _solver;
    private readonly Variable[] _counts;
    private readonly int[] _sizes;

    /// <summary>Sets the program up.</summary>
    public CountProgram(int[] sizes, IReadOnlyList<RoundedShare> shown)
    {
        NativeSolver.Load();
        (_sizes, _solver) = (sizes, Solver.CreateSolver("SCIP"));
        _counts = [.. sizes.Select(size => _solver.MakeIntVar(0, size, ""))];
        Variable[]? bases = shown.Any(share => IsOpen(share)) ? [.. sizes.Select(size => _solver.MakeIntVar(0, size, ""))] : null;
        for (var stratum = 0; bases is not null && stratum < sizes.Length; stratum++)
        {
            var within = _solver.MakeConstraint(double.NegativeInfinity, 0);
            within.SetCoefficient(_counts[stratum], 1);
            within.SetCoefficient(bases[stratum], -1);
        }

        foreach (var share in shown)
        {
            Add(share, bases);
        }
    }

    /// <summary>The least and the most of a sum of strata.</summary>
    public FeasibilityInterval Bounds(IReadOnlyList<int> strata, long mostNodes)
    {
        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"limits/nodes = {mostNodes}\nrandomization/randomseedshift = 0\n"));
        var objective = _solver.Objective();
        objective.Clear();
        foreach (var stratum in strata)
        {
            objective.SetCoefficient(_counts[stratum], 1);
        }

        objective.SetMinimization();
        var low = Math.Max(0, Math.Ceiling(Bound() - 1e-6));
        objective.SetMaximization();
        return new FeasibilityInterval(low, Math.Min(strata.Sum(stratum => _sizes[stratum]), Math.Floor(Bound() + 1e-6)));
    }

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    // What is proven, whether the search was finished or not.
    private double Bound()
    {
        var status = _solver.Solve();
        return status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? _solver.Objective().BestBound() : double.NaN;
    }

    private bool IsOpen(RoundedShare share) =>
        share is { Bases: null, Respondents: { } respondents } && share.Strata.Sum(stratum => _sizes[stratum]) != respondents;

    /// <summary>±(Σ w y − edge Σ w m) ≤ 0 for both edges of the rounding interval.</summary>
    private void Add(RoundedShare share, Variable[]? bases)
    {
        var open = share.Bases is null && bases is not null;
        for (var i = 0; i < (share.Bases?.Count ?? 0); i++)
        {
            _counts[share.Strata[i]].SetUb(Math.Min(_counts[share.Strata[i]].Ub(), share.Bases![i]));
        }

        foreach (var (sign, edge) in ((double, double)[])[(1, share.Value + (share.Step / 2)), (-1, share.Value - (share.Step / 2))])
        {
            var known = share.IsCount ? 1 : open ? 0 : share.Strata.Select((stratum, i) => share.Weights[i] * (share.Bases?[i] ?? _sizes[stratum])).Sum();
            var row = _solver.MakeConstraint(double.NegativeInfinity, (sign * edge * known) + Near);
            for (var i = 0; i < share.Strata.Count; i++)
            {
                row.SetCoefficient(_counts[share.Strata[i]], sign * share.Weights[i]);
                if (open && !share.IsCount)
                {
                    row.SetCoefficient(bases![share.Strata[i]], -sign * edge * share.Weights[i]);
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
