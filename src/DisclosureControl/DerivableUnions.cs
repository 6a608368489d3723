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
/// these are is searched from each part that breaks a rule by itself, since a union that breaks it has such a part
/// (<see cref="SensitiveUnions"/>): what is left over in some inner cell must be taken off by another part there, of which there
/// are few.
/// </remarks>
internal sealed class DerivableUnions
{
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

    /// <summary>The unions that are exact and break a rule; none when there is no such union.</summary>
    /// <exception cref="DisclosureException">The search stopped at its number of steps.</exception>
    public IReadOnlyList<UnsafeUnion> FindAll(SensitiveUnions unions) => Find(unions, out var isComplete) is var found && isComplete
        ? found
        : throw new DisclosureException("The unions of hidden cells are too many to search", hint: "suppress less, or merge cells that are suppressed together");

    /// <summary>The unions that are exact and break a rule, or those found when the search stopped at its number of steps.</summary>
    public IReadOnlyList<UnsafeUnion> Find(SensitiveUnions unions) => Find(unions, out _);

    private List<UnsafeUnion> Find(SensitiveUnions unions, out bool isComplete)
    {
        isComplete = true;
        var sensitive = unions.Parts.Where(part => part.Sum.Length > 0 && unions.Reasons([part]) != SensitivityReasons.None).ToList();
        var found = sensitive.FindAll(part => Rest(part).Count == 0).ConvertAll(part => Found(unions, [part]));
        var seeds = sensitive.FindAll(part => Rest(part).Count > 0);
        if (seeds.Count > 0)
        {
            var search = new UnionSearch(unions, [.. unions.Parts.Where(part => Rest(part).Count > 0).Select(part => (part, Rest(part)))]);
            found.AddRange(seeds.SelectMany(search.From).Select(union => Found(unions, union)));
            isComplete = search.IsComplete;
        }

        // The search reckons with rounded fractions; what it finds is checked in exact arithmetic.
        return [.. found.Where(union => Contains(union.Sum)).DistinctBy(union => union.Sum)];
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

        return AtTheirBound(tables, isPublished, doubtful, "GLOP") ?? AtTheirBound(tables, isPublished, doubtful, "CLP")
            ?? throw new DisclosureException("The linear program could not be solved", got: "no optimum for the cells at their bounds");
    }

    /// <summary>The same by one solver; null where it gives up.</summary>
    private static List<int>? AtTheirBound(LinkedTables tables, Func<int, bool> isPublished, List<int> doubtful, string method)
    {
        using var solver = Solver.CreateSolver(method);
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
            : null;

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
}
