namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The claims about one number (its means or totals, or how many respondents there are) as linked tables. The
/// inner cells are the amounts of the sets of respondents that no claim divides.
/// </summary>
/// <param name="claims">The claims with the sets of respondents whose amount they tell.</param>
/// <param name="rules">The rules.</param>
/// <param name="others">More sets that no claim tells, but whose amount must not come out.</param>
/// <param name="rounded">Sets whose number of respondents is shown after rounding, or is a public fact, and what that tells.</param>
internal sealed class LinkedAmounts(
    IReadOnlyList<(int Claim, RowSet Base)> claims, ClaimRules rules, IReadOnlyList<RowSet> others, IReadOnlyList<(RowSet Base, CountRange Range)> rounded)
{
    private readonly Partition _partition = new(claims.Select(one => one.Base).Concat(others).Concat(rounded.Select(one => one.Base)).Distinct());

    /// <summary>
    /// The problem for means and totals: what is suppressed must not follow by adding and subtracting, nor the amount of several
    /// sets together that break a rule.
    /// </summary>
    /// <param name="name">What the amount is called.</param>
    /// <param name="all">All claims.</param>
    /// <param name="roles">What is decided about each.</param>
    /// <param name="amountOf">What a respondent has of the amount; null when it isn't known.</param>
    public LinkedClaims Amounts(string name, IReadOnlyList<Claim> all, Func<int, SuppressionRole> roles, Func<int, double>? amountOf)
    {
        var truth = new double[_partition.Atoms.Count];
        var sensitive = Bases().Where(IsSensitive).Select(Cell).Distinct().ToList();
        var tables = new LinkedTables(truth, Cells(), lowerBounds: truth.Select(_ => double.NegativeInfinity));
        var level = new ProtectionLevel(tables, rules.Policy.ProtectionInterval);
        var atoms = _partition.Atoms.Select((set, atom) => (CellSum.Of([atom]), set)).ToList();
        return Link(name, all, roles, tables, sensitive, [.. sensitive.Select(level.NotDerivable)], rules.Unions(atoms, amountOf));
    }

    /// <summary>
    /// The problem for numbers of respondents: a suppressed one must not be known closely, nor a small one that is rounded; and
    /// no organisation that reckons with its own respondents may find one.
    /// </summary>
    public LinkedClaims Sizes(string name, IReadOnlyList<Claim> all, Func<int, SuppressionRole> roles)
    {
        var truth = _partition.Atoms.Select(atom => (double)atom.Count).ToList();
        var ranges = Ranges(truth).ToList();
        var small = rounded.Select(one => one.Base).Distinct().Where(IsSensitive).ToList();
        var sensitive = claims.Where(one => roles(one.Claim) != SuppressionRole.Forced).Select(one => one.Base).Concat(others).Distinct()
            .Where(IsSensitive).Except(small).Select(Cell).ToList();
        var holdings = _partition.Atoms
            .SelectMany((atom, inner) => atom.Rows.ToArray().Select(row => (Organisation: rules.OrganisationOf(row), InnerCell: inner)))
            .GroupBy(row => row.Organisation)
            .OrderBy(rows => rows.Key)
            .Select(rows => new Contributor(FormattableString.Invariant($"{rows.Key}"), rows.GroupBy(row => row.InnerCell).ToDictionary(own => own.Key, own => (double)own.Count())));
        var tables = new LinkedTables(truth, Cells(), ranges) { Contributors = [.. holdings] };
        var level = new ProtectionLevel(tables, rules.Policy.ProtectionInterval);
        return Link(name, all, roles, tables, [.. sensitive, .. small.Select(Cell)], [.. sensitive.SelectMany(level.Count), .. small.Select(Cell).Select(level.Width)]);
    }

    private bool IsSensitive(RowSet set) => rules.IsSensitive(set);

    /// <summary>
    /// What rounded numbers tell, as table relations: the true number less what is above the least it can be is that least, and so for
    /// the most. What is above and below are inner cells of their own, which can't be negative either.
    /// </summary>
    private IEnumerable<CellSum> Ranges(List<double> truth)
    {
        foreach (var (set, range) in rounded.Where(one => one.Base.Count > 0).Distinct())
        {
            var cell = Cell(set);
            if (range.IsExact)
            {
                yield return cell;
                continue;
            }

            truth.Add(set.Count - range.Low);
            yield return CellSum.Of(cell.Terms().Append((truth.Count - 1, -1)));
            truth.Add(range.High - set.Count);
            yield return CellSum.Of(cell.Terms().Append((truth.Count - 1, 1)));
        }
    }

    private LinkedClaims Link(
        string name, IReadOnlyList<Claim> all, Func<int, SuppressionRole> roles, LinkedTables tables, IReadOnlyList<CellSum> sensitive, IReadOnlyList<ProtectionRequirement> requirements,
        IEnumerable<SensitiveUnions>? unions = null)
    {
        var numbers = claims.Select(one => one.Claim).Distinct().ToList();
        var cells = Cells();
        return new LinkedClaims(name, numbers, new SuppressionProblem
        {
            Tables = tables,
            Units = numbers.ConvertAll(number => new SuppressionUnit(
                [.. claims.Where(one => one.Claim == number).Select(one => cells.IndexOf(Cell(one.Base))).Distinct()], all[number].Cost, roles(number))),
            Requirements = requirements,
            Sensitive = sensitive,
            Unions = [.. unions ?? []],
            Attackers = Attackers.Insiders,
        });
    }

    private List<RowSet> Bases() => [.. claims.Select(one => one.Base).Distinct()];

    private List<CellSum> Cells() => [.. Bases().Select(Cell).Distinct()];

    private CellSum Cell(RowSet set) => CellSum.Of(_partition.AtomsOf(set));
}
