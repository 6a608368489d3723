namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The claims about one number (its means or totals, or how many respondents there are) as a system of equations. The
/// unknowns are the amounts of the sets of respondents that no claim divides.
/// </summary>
/// <param name="claims">The claims with the sets of respondents whose amount they tell.</param>
/// <param name="rules">The rules.</param>
/// <param name="hidden">More sets that no claim tells, but whose amount must not come out.</param>
/// <param name="rounded">Sets whose number of respondents is shown after rounding, or is a public fact, and what that tells.</param>
internal sealed class AmountBlock(
    IReadOnlyList<(int Claim, RowSet Base)> claims, BlockRules rules, IReadOnlyList<RowSet> hidden, IReadOnlyList<(RowSet Base, CountRange Range)> rounded)
{
    private readonly Partition _partition = new(claims.Select(one => one.Base).Concat(hidden).Concat(rounded.Select(one => one.Base)).Distinct());

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

    /// <summary>
    /// The problem for numbers of respondents: a hidden one must not be known closely, nor a small one that is rounded; and
    /// no organisation that reckons with its own respondents may find one.
    /// </summary>
    public Block Sizes(string name, IReadOnlyList<Claim> all, Func<int, ItemRole> roles)
    {
        var truth = _partition.Atoms.Select(atom => (double)atom.Count).ToList();
        var ranges = Ranges(truth).ToList();
        var system = new CellSystem([.. truth], Cells(), ranges);
        var builder = new DemandBuilder(system, rules.Policy.ProtectionInterval);
        var small = rounded.Select(one => one.Base).Distinct().Where(IsSecret).ToList();
        var secrets = claims.Where(one => roles(one.Claim) != ItemRole.IsPublished).Select(one => one.Base).Concat(hidden).Distinct()
            .Where(IsSecret).Except(small).Select(Form).ToList();
        var wide = small.Select(Form).Select(form => new Demand(form, 2 * rules.Policy.ProtectionInterval, true, Knowledge.Outsider(system)));
        var holdings = _partition.Atoms
            .SelectMany((atom, unknown) => atom.Rows.ToArray().Select(row => (Organisation: rules.OrganisationOf(row), Unknown: unknown)))
            .GroupBy(row => row.Organisation)
            .OrderBy(rows => rows.Key)
            .Select(rows => new Holding(FormattableString.Invariant($"{rows.Key}"), rows.GroupBy(row => row.Unknown).ToDictionary(own => own.Key, own => (double)own.Count())));
        return Block(name, all, roles, system, [.. secrets, .. small.Select(Form)], [.. secrets.SelectMany(builder.Count), .. wide], [.. holdings]);
    }

    private bool IsSecret(RowSet set) => set.Count > 0 && rules.Size(set) != PrimaryReasons.None;

    /// <summary>
    /// What rounded numbers tell, as equations: the true number less what is above the least it can be is that least, and so for
    /// the most. What is above and below are unknowns of their own, which can't be negative either.
    /// </summary>
    private IEnumerable<LinearForm> Ranges(List<double> truth)
    {
        foreach (var (set, range) in rounded.Where(one => one.Base.Count > 0).Distinct())
        {
            var form = Form(set);
            if (range.IsExact)
            {
                yield return form;
                continue;
            }

            truth.Add(set.Count - range.Low);
            yield return LinearForm.Of(form.Terms().Append((truth.Count - 1, -1)));
            truth.Add(range.High - set.Count);
            yield return LinearForm.Of(form.Terms().Append((truth.Count - 1, 1)));
        }
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
            Insiders = InsiderKnowledge.OwnAnswers,
        });
    }

    private List<RowSet> Bases() => [.. claims.Select(one => one.Base).Distinct()];

    private List<LinearForm> Cells() => [.. Bases().Select(Form).Distinct()];

    private LinearForm Form(RowSet set) => LinearForm.Sum(_partition.AtomsOf(set));
}
