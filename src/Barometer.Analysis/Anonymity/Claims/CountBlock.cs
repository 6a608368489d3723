namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>
/// The claims about one question as a system of equations. The unknowns are, for each set of respondents that no claim
/// divides (an atom), how many of them answered in each way that occurs; the size of the atoms is taken to be known. That
/// nobody of an atom answered in some way is an unknown like any other.
/// </summary>
internal sealed class CountBlock
{
    private readonly List<(int Claim, Told Told)> _told;
    private readonly BlockRules _rules;
    private readonly Partition _partition;
    private readonly Dictionary<string, RowSet> _answers;
    private readonly List<HashSet<string>> _ways = [];
    private readonly Dictionary<int, int> _wayOfRow = [];
    private readonly DerivableSums _structure = new();

    /// <summary>Sets the system up.</summary>
    /// <param name="told">What is told, with the number of the claim that tells it.</param>
    /// <param name="rules">The rules.</param>
    public CountBlock(IEnumerable<(int Claim, Told Told)> told, BlockRules rules)
    {
        _told = [.. told];
        _rules = rules;
        _partition = new Partition(_told.Select(one => one.Told.Base).Distinct());
        _answers = _told.SelectMany(one => one.Told.Answers).GroupBy(answer => answer.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Union(same.Select(answer => answer.Givers)), StringComparer.Ordinal);
        FindWays();
        foreach (var known in Known())
        {
            _structure.Add(known);
        }
    }

    /// <summary>The problem of hiding enough.</summary>
    /// <param name="name">The question.</param>
    /// <param name="claims">All claims.</param>
    /// <param name="roles">What is decided about each.</param>
    public Block Build(string name, IReadOnlyList<Claim> claims, Func<int, SuppressionRole> roles)
    {
        var forms = _told.Select(one => (one.Claim, Form: Form(one.Told))).ToList();
        var cells = forms.Select(one => one.Form).Distinct().ToList();
        var numbers = _told.Select(one => one.Claim).Distinct().ToList();
        var secrets = Secrets(told => told.Select(one => one.Base)).ToList();
        var between = Secrets(Between).Select(secret => secret.Form).Except(secrets.Select(secret => secret.Form));
        var places = Enumerable.Range(0, _partition.Atoms.Count * _ways.Count).Select(unknown => (int[])[unknown / _ways.Count, unknown % _ways.Count]);
        var tables = new LinkedTables(Truth(), cells, Known()) { Axes = [.. places], Contributors = Holdings() };
        var level = new ProtectionLevel(tables, _rules.Policy.ProtectionInterval);
        return new Block(name, numbers, new SuppressionProblem
        {
            Tables = tables,
            Units = numbers.ConvertAll(number => new SuppressionUnit(
                [.. forms.Where(one => one.Claim == number).Select(one => cells.IndexOf(one.Form)).Distinct()], claims[number].Cost, roles(number))),
            Requirements = [.. secrets.SelectMany(secret => level.Share(secret.Form, secret.Respondents, _rules.Policy.GroupCoalition))],
            AlsoSensitive = [.. between],
            Sensitive = [.. secrets.Select(secret => secret.Form)],
            Attackers = Attackers.Insiders | Attackers.NonzeroOutsider,
        });
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

    private int Unknown(int atom, int way) => (atom * _ways.Count) + way;

    private CellSum Number(RowSet set, string answer) => CellSum.Of(_partition.AtomsOf(set)
        .SelectMany(atom => Enumerable.Range(0, _ways.Count).Where(way => _ways[way].Contains(answer)).Select(way => Unknown(atom, way))));

    private CellSum Form(Told told) => told.Opposed is { } opposed
        ? Number(told.Base, told.Counted!.Key).Minus(Number(told.Base, opposed.Key))
        : Number(told.Base, told.Counted!.Key);

    /// <summary>What everybody knows: the size of each atom, and that those who weren't asked have not answered.</summary>
    private IEnumerable<CellSum> Known()
    {
        var notAsked = Union(_told.Where(one => one.Told.Asked is not null).Select(one => one.Told.Base.Except(one.Told.Asked!)));
        for (var atom = 0; atom < _partition.Atoms.Count; atom++)
        {
            var silent = _partition.Atoms[atom].IsSubsetOf(notAsked);
            yield return CellSum.Of(Enumerable.Range(0, _ways.Count).Select(way => Unknown(atom, way)));
            foreach (var way in Enumerable.Range(0, _ways.Count).Where(way => silent && _ways[way].Count > 0))
            {
                yield return CellSum.Of([Unknown(atom, way)]);
            }
        }
    }

    private double[] Truth()
    {
        var truth = new double[_partition.Atoms.Count * _ways.Count];
        foreach (var (row, way) in _wayOfRow)
        {
            truth[Unknown(_partition.AtomOf(row), way)]++;
        }

        return truth;
    }

    private List<Contributor> Holdings() => [.. _wayOfRow
        .GroupBy(pair => _rules.OrganisationOf(pair.Key))
        .OrderBy(rows => rows.Key)
        .Select(rows => new Contributor(
            FormattableString.Invariant($"{rows.Key}"),
            rows.GroupBy(pair => Unknown(_partition.AtomOf(pair.Key), pair.Value)).ToDictionary(own => own.Key, own => (double)own.Count())))];

    /// <summary>
    /// The numbers of givers that must not come out, in sets of respondents where they break a rule. What is settled by
    /// definition (all of those who were asked because of an answer gave it) is no secret.
    /// </summary>
    /// <param name="setsOf">The sets to look at for things told about the same answers.</param>
    private IEnumerable<(CellSum Form, int Respondents)> Secrets(Func<IEnumerable<Told>, IEnumerable<RowSet>> setsOf)
    {
        var seen = new HashSet<CellSum>();
        foreach (var same in _told.Select(one => one.Told).GroupBy(told => string.Join('\n', told.Answers.Select(answer => answer.Key).Distinct().Order(StringComparer.Ordinal))))
        {
            foreach (var set in setsOf(same).ToHashSet())
            {
                foreach (var answer in same.Key.Split('\n'))
                {
                    var form = Number(set, answer);
                    if (seen.Add(form) && _rules.Share(set, set.Intersect(_answers[answer])) != PrimaryReasons.None && !_structure.Contains(form))
                    {
                        yield return (form, set.Count);
                    }
                }
            }
        }
    }

    /// <summary>What lies between bases of the same answers, and the atoms in them.</summary>
    private IEnumerable<RowSet> Between(IEnumerable<Told> same)
    {
        var answers = same.SelectMany(told => told.Answers).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        var others = _told.Select(one => one.Told).Where(one => one.Answers.Any(answer => answers.Contains(answer.Key))).Select(one => one.Base).Distinct().ToList();
        return same.Select(told => told.Base).Distinct().SelectMany(set => _partition.Between(set, others, _rules.Policy.MinRespondents));
    }

    private static RowSet Union(IEnumerable<RowSet> sets) => new([.. sets.SelectMany(set => set.Rows.ToArray()).Distinct().Order()]);
}
