using Barometer.Analysis.Anonymity.Linear;
using Barometer.Analysis.Anonymity.Suppression;

namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The claims about one number (its means or totals, or how many respondents there are) as a system of equations. The
/// unknowns are the amounts of the sets of respondents that no claim divides.
/// </summary>
/// <param name="claims">The claims with the sets of respondents whose amount they tell.</param>
/// <param name="rules">The rules.</param>
/// <param name="hidden">More sets that no claim tells, but whose amount must not come out.</param>
internal sealed class AmountBlock(IReadOnlyList<(int Claim, RowSet Base)> claims, BlockRules rules, IReadOnlyList<RowSet> hidden)
{
    private readonly Partition _partition = new(claims.Select(one => one.Base).Concat(hidden).Distinct());

    /// <summary>The problem for means and totals: what is hidden must not follow by adding and subtracting.</summary>
    public Block Amounts(string name, IReadOnlyList<Claim> all, Func<int, ItemRole> roles)
    {
        var truth = new double[_partition.Atoms.Count];
        var sets = Bases().SelectMany(set => _partition.Between(set, Bases(), rules.Policy.MinRespondents).Prepend(set));
        var secrets = sets.Distinct().Where(set => rules.Size(set) != PrimaryReasons.None).Select(Form).ToList();
        var system = new CellSystem(truth, Cells(), [], [.. truth.Select(_ => double.NegativeInfinity)]);
        var builder = new DemandBuilder(system, rules.Policy.ProtectionInterval);
        return Block(name, all, roles, system, secrets, [.. secrets.Select(builder.Underived)], []);
    }

    /// <summary>The problem for numbers of respondents: a hidden one must not be known closely.</summary>
    public Block Sizes(string name, IReadOnlyList<Claim> all, Func<int, ItemRole> roles)
    {
        var truth = _partition.Atoms.Select(atom => (double)atom.Count).ToArray();
        var system = new CellSystem(truth, Cells(), []);
        var builder = new DemandBuilder(system, rules.Policy.ProtectionInterval);
        var secrets = claims.Where(one => roles(one.Claim) != ItemRole.IsPublished).Select(one => one.Base).Concat(hidden).Distinct()
            .Where(set => set.Count > 0 && rules.Size(set) != PrimaryReasons.None).Select(Form).ToList();
        var holdings = _partition.Atoms
            .SelectMany((atom, unknown) => atom.Rows.ToArray().Select(row => (Organisation: rules.OrganisationOf(row), Unknown: unknown)))
            .GroupBy(row => row.Organisation)
            .OrderBy(rows => rows.Key)
            .Select(rows => new Holding(FormattableString.Invariant($"{rows.Key}"), rows.GroupBy(row => row.Unknown).ToDictionary(own => own.Key, own => (double)own.Count())));
        return Block(name, all, roles, system, secrets, [.. secrets.SelectMany(builder.Count)], [.. holdings]);
    }

    private Block Block(
        string name, IReadOnlyList<Claim> all, Func<int, ItemRole> roles, CellSystem system, IReadOnlyList<LinearForm> secrets, IReadOnlyList<Demand> demands, IReadOnlyList<Holding> holdings)
    {
        var numbers = claims.Select(one => one.Claim).Distinct().ToList();
        var cells = Cells();
        return new Block(name, numbers, new SuppressionCase
        {
            System = system,
            Items = numbers.ConvertAll(number => new Item(
                [.. claims.Where(one => one.Claim == number).Select(one => cells.IndexOf(Form(one.Base))).Distinct()], all[number].Cost, roles(number))),
            Demands = demands,
            Secrets = secrets,
            Holdings = holdings,
            Insiders = InsiderKnowledge.OwnCells,
        });
    }

    private List<RowSet> Bases() => [.. claims.Select(one => one.Base).Distinct()];

    private List<LinearForm> Cells() => [.. Bases().Select(Form).Distinct()];

    private LinearForm Form(RowSet set) => LinearForm.Sum(_partition.AtomsOf(set));
}
