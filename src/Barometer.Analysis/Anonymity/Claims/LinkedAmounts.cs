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
    /// <param name="name">What they are called.</param>
    /// <param name="all">All claims.</param>
    /// <param name="roles">What is decided about each.</param>
    /// <param name="withInvited">Whether it is known, too, that no more can have answered than were invited.</param>
    public LinkedClaims Sizes(string name, IReadOnlyList<Claim> all, Func<int, SuppressionRole> roles, bool withInvited)
    {
        var truth = _partition.Atoms.Select(atom => (double)atom.Count).ToList();
        var invited = withInvited ? Invited(all, truth).ToList() : [];
        var small = rounded.Select(one => one.Base).Distinct().Where(IsSensitive).ToList();
        var sensitive = claims.Where(one => roles(one.Claim) != SuppressionRole.Forced).Select(one => one.Base).Concat(others).Distinct()
            .Where(IsSensitive).Except(small).Select(Cell).ToList();
        var possible = Possible(truth, invited, [.. sensitive, .. small.Select(Cell)]);
        var ranges = Ranges(truth).ToList();
        var holdings = _partition.Atoms
            .SelectMany((atom, inner) => atom.Rows.ToArray().Select(row => (Organisation: rules.OrganisationOf(row), InnerCell: inner)))
            .GroupBy(row => row.Organisation)
            .OrderBy(rows => rows.Key)
            .Select(rows => new Contributor(FormattableString.Invariant($"{rows.Key}"), rows.GroupBy(row => row.InnerCell).ToDictionary(own => own.Key, own => (double)own.Count())));
        var tables = new LinkedTables(truth, Cells(), [.. invited, .. ranges]) { Contributors = [.. holdings] };
        var level = new ProtectionLevel(tables, rules.Policy.ProtectionInterval);

        // What everybody knows before reading anything is nothing that a table could protect.
        var (open, openSmall) = (sensitive.FindAll(sum => !possible[sum].IsExact), small.Select(Cell).Where(sum => !possible[sum].IsExact).ToList());
        return Link(name, all, roles, tables, [.. open, .. openSmall],
            [.. open.SelectMany(sum => level.Count(sum, possible[sum])), .. openSmall.Select(sum => level.Width(sum, possible[sum]))]);
    }

    private bool IsSensitive(RowSet set) => rules.IsSensitive(set);

    /// <summary>
    /// That no more answered than were invited, as table relations: with those who were invited and didn't, an inner cell of its own, they are
    /// the invited. Who was invited is known of every crossing of the groups, so the relations are those of the smallest sets, and of the
    /// bases in which a question was left open.
    /// </summary>
    private IEnumerable<CellSum> Invited(IReadOnlyList<Claim> all, List<double> truth)
    {
        var known = all.Where(claim => claim is { Invited: not null, Base.Count: > 0 }).Select(claim => (claim.Base, Invited: claim.Invited!)).Distinct().ToList();
        foreach (var survey in known.Where(one => one.Invited.IsWhole).GroupBy(one => one.Invited.Survey))
        {
            var groups = survey.ToList();
            var units = groups.SelectMany(one => one.Invited.Units.Rows.ToArray()).Distinct().GroupBy(unit => Places(one => one.Invited.Units.Contains(unit))).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
            foreach (var atoms in Enumerable.Range(0, _partition.Atoms.Count).GroupBy(atom => Places(one => one.Base.Contains(_partition.Atoms[atom].Rows[0]))))
            {
                // Respondents of another survey are in none of the groups.
                if (units.TryGetValue(atoms.Key, out var count))
                {
                    yield return NoMoreThan(count, CellSum.Of(atoms), truth);
                }
            }

            string Places(Func<(RowSet Base, InvitedUnits Invited), bool> isIn) => string.Concat(groups.Select(one => isIn(one) ? '1' : '0'));
        }

        foreach (var (set, invited) in known.Where(one => !one.Invited.IsWhole))
        {
            yield return NoMoreThan(invited.Units.Count, Cell(set), truth);
        }
    }

    private static CellSum NoMoreThan(int most, CellSum cell, List<double> truth)
    {
        truth.Add(Math.Max(0, most - cell.Value(truth.ToArray())));
        return CellSum.Of(cell.Terms().Append((truth.Count - 1, 1)));
    }

    /// <summary>What numbers of respondents can be to one who has read nothing, but knows who was invited and what is public.</summary>
    private Dictionary<CellSum, FeasibilityInterval> Possible(List<double> truth, List<CellSum> invited, IEnumerable<CellSum> sums)
    {
        var everybody = rules.Everybody.Where(set => rounded.Any(one => one.Base.Equals(set))).Select(Cell);
        using var program = new FeasibilityIntervals(new LinkedTables(truth, [], [.. invited, .. everybody]), _ => false);

        // Where nothing bounds a sum from above the solver calls it infeasible or unbounded, and the truth is feasible.
        return sums.Distinct().ToDictionary(sum => sum, sum => program.Of(sum) is var found && double.IsNaN(found.High) ? found with { High = double.PositiveInfinity } : found);
    }

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
