using Google.OrTools.LinearSolver;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace DisclosureControl;

/// <summary>A union of sums that an outsider knows exactly, and that breaks a rule.</summary>
/// <param name="Sum">The union.</param>
/// <param name="Level">How far from the truth an attacker's bounds for it must lie.</param>
/// <param name="Reasons">The rules that it breaks.</param>
public sealed record UnsafeUnion(CellSum Sum, double Level, SensitivityReasons Reasons);

/// <summary>
/// Finds the unions of hidden sums that an outsider works out from a pattern, however many sums it takes, where they break a
/// rule.
/// </summary>
/// <remarks>
/// A sum is exact to one who reckons with bounds when it follows by adding and subtracting from what is published and from the
/// inner cells that can't be above their bound: these are the equations of all tables that agree with what is published. Taken
/// modulo these, each part leaves a rest, and a union is exact when the rests of its parts add up to nothing. Which parts
/// these are, and that they break a rule, is an integer program: one for each rule, for the fewest parts.
/// </remarks>
internal sealed class DerivableUnions
{
    // SCIP stops at so many nodes; the programs met so far took 1 to 40.
    private const string Limits = "limits/nodes = 2000";
    private const double Near = 1e-6;
    private readonly LinkedTables _tables;
    private readonly DerivableSums _known;
    private readonly Dictionary<CellSum, IReadOnlyList<(int InnerCell, double Coefficient)>> _rests = [];

    /// <summary>Works out the equations of a pattern.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="isPublished">Whether a cell can be read.</param>
    public DerivableUnions(LinkedTables tables, Func<int, bool> isPublished)
    {
        _tables = tables;
        _known = DerivableSums.Of(tables, isPublished);
        foreach (var inner in AtTheirBound(tables, isPublished))
        {
            _known.Add(CellSum.Of([inner]));
        }
    }

    /// <summary>Whether an outsider knows a sum exactly.</summary>
    public bool Contains(CellSum sum) => _known.Contains(sum);

    /// <summary>Unions that are exact and break a rule, at most one for each rule; none when there is no such union.</summary>
    public IEnumerable<UnsafeUnion> Find(SensitiveUnions unions)
    {
        var rule = unions.Rule;
        var singles = unions.Parts.Where(part => part.Sum.Length > 0 && Rest(part).Count == 0)
            .Select(part => (UnionPart[])[part]).Where(single => unions.Reasons(single) != SensitivityReasons.None).Select(single => Found(unions, single)).ToList();
        var open = unions.Parts.Where(part => Rest(part).Count > 0).ToList();
        var broken = open.Aggregate(SensitivityReasons.None, (reasons, part) => reasons | unions.Reasons([part]));
        var searches = new List<Action<UnionProgram>>();
        if (broken.HasFlag(SensitivityReasons.FewContributions) || broken.HasFlag(SensitivityReasons.GroupDisclosure))
        {
            searches.Add(program => program.Total(rule.Coalition is null ? 1 : 0, Math.Max(rule.MinContributions - 1, rule.Coalition ?? 0)));
        }

        if (broken.HasFlag(SensitivityReasons.FewContributors))
        {
            searches.Add(program => program.Contributors(rule.MinContributors - 1));
        }

        if (broken.HasFlag(SensitivityReasons.Dominance))
        {
            searches.Add(program => program.Dominated([.. Enumerable.Repeat(1.0, rule.DominanceCount)], rule.DominanceShare));
            searches.Add(program => program.Dominated([1 + (rule.ProtectionPercent / 100), 1], 1));
        }

        return singles.Concat(searches.Select(Search).OfType<UnsafeUnion>()).DistinctBy(found => found.Sum);

        UnsafeUnion? Search(Action<UnionProgram> condition)
        {
            using var program = new UnionProgram(open, part => Rest(part));
            condition(program);
            var union = program.Solve();

            // The solver reckons with a tolerance; what it finds is checked in exact arithmetic.
            return union.Count > 0 && Found(unions, union) is var found && found.Reasons != SensitivityReasons.None && Contains(found.Sum) ? found : null;
        }
    }

    private UnsafeUnion Found(SensitiveUnions unions, IReadOnlyList<UnionPart> union) =>
        new(CellSum.Of(union.SelectMany(part => part.Sum.Terms())), unions.UpperLevel(union, _tables.AreCounts), unions.Reasons(union));

    private IReadOnlyList<(int InnerCell, double Coefficient)> Rest(UnionPart part) =>
        _rests.TryGetValue(part.Sum, out var rest) ? rest : _rests[part.Sum] = _known.Rest(part.Sum);

    /// <summary>
    /// The inner cells that are at their lower bound in every table that agrees with what is published. One program finds them
    /// all: there is a table in which all others are above theirs, and scaled up they are so by one at least (Freund, Roundy and
    /// Todd 1985).
    /// </summary>
    private static List<int> AtTheirBound(LinkedTables tables, Func<int, bool> isPublished)
    {
        // The true table shows that what is above its bound can be.
        var doubtful = Enumerable.Range(0, tables.Inner.Length).Where(inner => tables.Inner[inner] <= tables.Lower[inner]).ToList();
        if (doubtful.Count == 0)
        {
            return [];
        }

        NativeSolver.Load();
        using var solver = Solver.CreateSolver("GLOP");
        var scale = solver.MakeNumVar(1, double.PositiveInfinity, "");
        var above = tables.Lower.Select(bound => solver.MakeNumVar(double.IsFinite(bound) ? 0 : double.NegativeInfinity, double.PositiveInfinity, "")).ToArray();
        foreach (var sum in tables.Known.Concat(tables.Cells.Where((_, cell) => isPublished(cell))))
        {
            var constraint = solver.MakeConstraint(0, 0);
            var rest = sum.Value(tables.Inner);
            for (var i = 0; i < sum.Length; i++)
            {
                var inner = sum.InnerCells[i];
                constraint.SetCoefficient(above[inner], sum.Coefficients[i]);
                rest -= double.IsFinite(tables.Lower[inner]) ? sum.Coefficients[i] * tables.Lower[inner] : 0;
            }

            constraint.SetCoefficient(scale, -rest);
        }

        var least = doubtful.ConvertAll(inner => Least(above[inner]));
        solver.Objective().SetMaximization();
        return solver.Solve() == Solver.ResultStatus.OPTIMAL
            ? [.. doubtful.Where((_, i) => least[i].SolutionValue() < 0.5)]
            : throw new DisclosureException("The linear program could not be solved", got: "no optimum for the cells at their bounds");

        Variable Least(Variable cell)
        {
            var variable = solver.MakeNumVar(0, 1, "");
            var constraint = solver.MakeConstraint(0, double.PositiveInfinity);
            constraint.SetCoefficient(cell, 1);
            constraint.SetCoefficient(variable, -1);
            solver.Objective().SetCoefficient(variable, 1);
            return variable;
        }
    }

    /// <summary>The integer program: the fewest parts whose rests add up to nothing, and that meet a condition.</summary>
    private sealed class UnionProgram : IDisposable
    {
        private readonly IReadOnlyList<UnionPart> _parts;
        private readonly Solver _solver;
        private readonly Variable[] _chosen;

        public UnionProgram(IReadOnlyList<UnionPart> parts, Func<UnionPart, IReadOnlyList<(int InnerCell, double Coefficient)>> restOf)
        {
            NativeSolver.Load();
            _parts = parts;
            _solver = Solver.CreateSolver("SCIP");
            _solver.SetSolverSpecificParametersAsString(Limits);
            _chosen = [.. parts.Select(_ => _solver.MakeBoolVar(""))];
            var rows = new SortedDictionary<int, Constraint>();
            var any = _solver.MakeConstraint(1, double.PositiveInfinity);
            for (var i = 0; i < parts.Count; i++)
            {
                any.SetCoefficient(_chosen[i], 1);
                _solver.Objective().SetCoefficient(_chosen[i], 1);
                foreach (var (inner, coefficient) in restOf(parts[i]))
                {
                    (rows.TryGetValue(inner, out var row) ? row : rows[inner] = _solver.MakeConstraint(0, 0)).SetCoefficient(_chosen[i], coefficient);
                }
            }

            _solver.Objective().SetMinimization();
        }

        /// <summary>The total lies between these.</summary>
        public void Total(double least, double most)
        {
            var total = _solver.MakeConstraint(least, most);
            for (var i = 0; i < _chosen.Length; i++)
            {
                total.SetCoefficient(_chosen[i], _parts[i].Total);
            }
        }

        /// <summary>There is something, from no more contributors than these.</summary>
        public void Contributors(int most)
        {
            Total(1, double.PositiveInfinity);
            var count = _solver.MakeConstraint(0, most);
            foreach (var parts in ByContributor())
            {
                var counted = _solver.MakeBoolVar("");
                count.SetCoefficient(counted, 1);
                foreach (var (part, _) in parts)
                {
                    var isIn = _solver.MakeConstraint(0, double.PositiveInfinity);
                    isIn.SetCoefficient(counted, 1);
                    isIn.SetCoefficient(_chosen[part], -1);
                }
            }
        }

        /// <summary>Some contributors, each times a factor, have more than a share of the total.</summary>
        /// <param name="factors">The factor of each.</param>
        /// <param name="share">The share.</param>
        public void Dominated(IReadOnlyList<double> factors, double share)
        {
            var excess = _solver.MakeConstraint(Near * Math.Max(1, _parts.Max(part => part.Total)), double.PositiveInfinity);
            for (var i = 0; i < _chosen.Length; i++)
            {
                excess.SetCoefficient(_chosen[i], -share * _parts[i].Total);
            }

            // Which contributor takes which place; what it has counts up to what the chosen parts hold of it.
            var places = factors.Select(_ => _solver.MakeConstraint(0, 1)).ToList();
            foreach (var parts in ByContributor())
            {
                var once = _solver.MakeConstraint(0, 1);
                foreach (var (place, factor) in factors.Index())
                {
                    var takes = _solver.MakeBoolVar("");
                    var counts = _solver.MakeNumVar(0, double.PositiveInfinity, "");
                    once.SetCoefficient(takes, 1);
                    places[place].SetCoefficient(takes, 1);
                    excess.SetCoefficient(counts, factor);
                    var held = _solver.MakeConstraint(0, double.PositiveInfinity);
                    held.SetCoefficient(counts, -1);
                    parts.ForEach(part => held.SetCoefficient(_chosen[part.Part], part.Amount));
                    var taken = _solver.MakeConstraint(0, double.PositiveInfinity);
                    taken.SetCoefficient(counts, -1);
                    taken.SetCoefficient(takes, parts.Sum(part => part.Amount));
                }
            }
        }

        /// <summary>The parts of a union; none when there is no union that meets the conditions.</summary>
        public IReadOnlyList<UnionPart> Solve() => _solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
            ? [.. _parts.Where((_, i) => _chosen[i].SolutionValue() > 0.5)]
            : [];

        /// <inheritdoc/>
        public void Dispose() => _solver.Dispose();

        private List<List<(int Part, double Amount)>> ByContributor() =>
            [.. _parts.SelectMany((part, i) => part.Contributions.Where(own => own.Value > 0).Select(own => (own.Key, Part: i, Amount: own.Value)))
                .GroupBy(own => own.Key, own => (own.Part, own.Amount)).OrderBy(own => own.Key).Select(own => own.ToList())];
    }
}
