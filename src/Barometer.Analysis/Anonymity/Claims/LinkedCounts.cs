namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The claims about one question as linked tables. The inner cells are, for each set of respondents that no claim divides
/// (an atom), how many of them answered in each way that occurs; the size of the atoms is taken to be known. That nobody of
/// an atom answered in some way is an inner cell like any other.
/// </summary>
internal sealed class LinkedCounts
{
    private readonly List<(int Claim, DisclosedSum Sum)> _sums;
    private readonly ClaimRules _rules;
    private readonly Partition _partition;
    private readonly Dictionary<string, RowSet> _answers;
    private readonly List<HashSet<string>> _ways = [];
    private readonly Dictionary<int, int> _wayOfRow = [];
    private readonly Lazy<DerivableSums> _known;

    /// <summary>Sets the tables up.</summary>
    /// <param name="sums">What is told, with the number of the claim that tells it.</param>
    /// <param name="rules">The rules.</param>
    public LinkedCounts(IEnumerable<(int Claim, DisclosedSum Sum)> sums, ClaimRules rules)
    {
        _sums = [.. sums];
        _rules = rules;
        _partition = new Partition(_sums.Select(one => one.Sum.Base).Distinct());
        _answers = _sums.SelectMany(one => one.Sum.Answers.Concat(one.Sum.Defined)).Distinct().GroupBy(answer => answer.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Union(same.Select(answer => answer.Givers)), StringComparer.Ordinal);
        FindWays();
        _known = new(() =>
        {
            var sums = new DerivableSums();
            foreach (var known in Known())
            {
                sums.Add(known);
            }

            return sums;
        });
    }

    /// <summary>The number of inner cells: atoms times ways of answering.</summary>
    public int Size => _partition.Atoms.Count * _ways.Count;

    /// <summary>The problem of suppressing enough.</summary>
    /// <param name="name">The question.</param>
    /// <param name="claims">All claims.</param>
    /// <param name="roles">What is decided about each.</param>
    public LinkedClaims Build(string name, IReadOnlyList<Claim> claims, Func<int, SuppressionRole> roles)
    {
        var cellsOf = _sums.Select(one => (one.Claim, Cell: Cell(one.Sum))).ToList();
        var cells = cellsOf.Select(one => one.Cell).Distinct().ToList();
        var numbers = _sums.Select(one => one.Claim).Distinct().ToList();
        var sensitive = Sensitive().ToList();
        var places = Enumerable.Range(0, _partition.Atoms.Count * _ways.Count).Select(inner => (int[])[inner / _ways.Count, inner % _ways.Count]);
        var tables = new LinkedTables(Truth(), cells, Known()) { Axes = [.. places], Contributors = Organisations() };
        var level = new ProtectionLevel(tables, _rules.Policy.ProtectionInterval);
        return new LinkedClaims(name, numbers, new SuppressionProblem
        {
            Tables = tables,
            Units = numbers.ConvertAll(number => new SuppressionUnit(
                [.. cellsOf.Where(one => one.Claim == number).Select(one => cells.IndexOf(one.Cell)).Distinct()], claims[number].Cost, roles(number))),
            Requirements = [.. sensitive.SelectMany(one => level.Share(one.Cell, one.Respondents, _rules.Policy.GroupCoalition))],
            Sensitive = [.. sensitive.Select(one => one.Cell)],
            Unions = [.. Unions()],
            Attackers = Attackers.Insiders | Attackers.NonzeroOutsider,
            IsKnownBeforehand = true,
        })
        { Size = Size };
    }

    /// <summary>The ways of answering: the combinations of answers that occur, and none of them where that can be.</summary>
    private void FindWays()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in _partition.Atoms.SelectMany(atom => atom.Rows.ToArray()))
        {
            var way = _answers.Where(answer => answer.Value.Contains(row)).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
            var key = string.Join('\n', way.Order(StringComparer.Ordinal));
            if (!numbers.TryGetValue(key, out var number))
            {
                number = numbers.Count;
                numbers.Add(key, number);
                _ways.Add(way);
            }

            _wayOfRow[row] = number;
        }

        // All answers of a closed question add up, and everybody knows it; one answer alone does not.
        if (!numbers.ContainsKey("") && (_answers.Count < 2 || _ways.Exists(way => way.Count > 1)))
        {
            _ways.Add([]);
        }
    }

    private int InnerCell(int atom, int way) => (atom * _ways.Count) + way;

    /// <summary>How many of a set gave an answer.</summary>
    private CellSum Number(RowSet set, string answer) => CellSum.Of(_partition.AtomsOf(set)
        .SelectMany(atom => Enumerable.Range(0, _ways.Count).Where(way => _ways[way].Contains(answer)).Select(way => InnerCell(atom, way))));

    private CellSum Cell(DisclosedSum sum) => sum.Opposed is { } opposed
        ? Number(sum.Base, sum.Counted!.Key).Minus(Number(sum.Base, opposed.Key))
        : Number(sum.Base, sum.Counted!.Key);

    /// <summary>What everybody knows: the size of each atom, and that those who weren't asked have not answered.</summary>
    private IEnumerable<CellSum> Known()
    {
        var notAsked = _sums.Select(one => one.Sum).Where(sum => sum.Asked is not null).GroupBy(sum => sum.Counted!.Key)
            .Select(same => (Rows: Union(same.Select(sum => sum.Base.Except(sum.Asked!))), Answers: NeedingThatOf(same.Key))).ToList();
        for (var atom = 0; atom < _partition.Atoms.Count; atom++)
        {
            yield return CellSum.Of(Enumerable.Range(0, _ways.Count).Select(way => InnerCell(atom, way)));
            var silent = notAsked.Where(one => _partition.Atoms[atom].IsSubsetOf(one.Rows)).SelectMany(one => one.Answers).ToHashSet(StringComparer.Ordinal);
            foreach (var way in Enumerable.Range(0, _ways.Count).Where(way => _ways[way].Overlaps(silent)))
            {
                yield return CellSum.Of([InnerCell(atom, way)]);
            }
        }
    }

    // The answers that nobody has given who wasn't asked what this one is about; another question that is linked with it they may have answered.
    private IEnumerable<string> NeedingThatOf(string answer) => answer.Contains(" & ", StringComparison.Ordinal) || answer.IndexOf('=') is not (var end and > 0)
        ? [answer]
        : _answers.Keys.Where(other => other.Split(" & ").Any(part => part.StartsWith(answer[..(end + 1)], StringComparison.Ordinal)));

    private double[] Truth()
    {
        var truth = new double[_partition.Atoms.Count * _ways.Count];
        foreach (var (row, way) in _wayOfRow)
        {
            truth[InnerCell(_partition.AtomOf(row), way)]++;
        }

        return truth;
    }

    private List<Contributor> Organisations() => [.. _wayOfRow
        .GroupBy(pair => _rules.OrganisationOf(pair.Key))
        .OrderBy(rows => rows.Key)
        .Select(rows => new Contributor(
            FormattableString.Invariant($"{rows.Key}"),
            rows.GroupBy(pair => InnerCell(_partition.AtomOf(pair.Key), pair.Value)).ToDictionary(own => own.Key, own => (double)own.Count())))];

    /// <summary>
    /// The numbers of givers that must not come out, in the bases where they break a rule. What is settled by definition (all of
    /// those who were asked because of an answer gave it) isn't sensitive.
    /// </summary>
    private IEnumerable<(CellSum Cell, int Respondents)> Sensitive()
    {
        var seen = new HashSet<CellSum>();
        foreach (var same in _sums.Select(one => one.Sum).GroupBy(sum => string.Join('\n', sum.Answers.Select(answer => answer.Key).Distinct().Order(StringComparer.Ordinal))))
        {
            foreach (var set in same.Select(sum => sum.Base).Distinct())
            {
                foreach (var answer in same.Key.Split('\n'))
                {
                    var cell = Number(set, answer);
                    if (seen.Add(cell) && _rules.IsSensitive(set, set.Intersect(_answers[answer])) && !_known.Value.Contains(cell))
                    {
                        yield return (cell, set.Count);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Of each answer, how many of each atom gave it: in no union of atoms may that come out where the union, its givers or the
    /// others break a rule. What lies between two bases is such a union.
    /// </summary>
    private IEnumerable<SensitiveUnions> Unions()
    {
        foreach (var answer in _answers.Keys)
        {
            var told = _sums.Select(one => one.Sum).Where(sum => sum.Answers.Any(one => one.Key == answer)).SelectMany(sum => _partition.AtomsOf(sum.Base)).Distinct().Order();
            var atoms = told.Select(atom => (Set: _partition.Atoms[atom], Cell: Number(_partition.Atoms[atom], answer))).Where(atom => !_known.Value.Contains(atom.Cell)).ToList();
            foreach (var unions in _rules.Unions([.. atoms.Select(atom => (atom.Cell, atom.Set, atom.Set.Intersect(_answers[answer])))]))
            {
                yield return unions;
            }
        }
    }

    private static RowSet Union(IEnumerable<RowSet> sets) => new([.. sets.SelectMany(set => set.Rows.ToArray()).Distinct().Order()]);
}
