namespace Barometer.Analysis.Anonymity;

/// <summary>
/// All claims on one survey as one system of linear equations. The unknowns are, for each group of respondents that no
/// claim divides (an atom), how many they are and, for each question, how many of them gave each answer. An answer that
/// nobody of an atom gave is an unknown like any other: that it is zero is what must not be known.
/// </summary>
internal sealed class ClaimSystem
{
    private readonly Dictionary<int, int> _atomOfRow = [];
    private readonly Dictionary<(string Quantity, int Atom), int> _unknowns = [];
    private readonly List<RowSet> _atoms;
    private int _next;

    /// <summary>Divides the respondents into atoms.</summary>
    public ClaimSystem(IReadOnlyList<Claim> claims)
    {
        Claims = claims;
        _atoms = Divide([.. claims.Select(claim => claim.Base).Distinct()]);
        _next = _atoms.Count;
        for (var atom = 0; atom < _atoms.Count; atom++)
        {
            foreach (var row in _atoms[atom].Rows)
            {
                _atomOfRow[row] = atom;
            }
        }
    }

    /// <summary>The claims.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The atoms.</summary>
    public IReadOnlyList<RowSet> Atoms => _atoms;

    /// <summary>The number of respondents in <paramref name="set"/>, as a sum of atoms.</summary>
    public Dictionary<int, long> Size(RowSet set) => AtomsOf(set).ToDictionary(atom => atom, _ => 1L);

    /// <summary>The count or sum of <paramref name="quantity"/> over the atoms of <paramref name="set"/>.</summary>
    public Dictionary<int, long> Amount(string quantity, RowSet set) =>
        AtomsOf(set).ToDictionary(atom => Unknown(quantity, atom), _ => 1L);

    /// <summary>The respondents of <paramref name="set"/> who did not give the answer.</summary>
    public Dictionary<int, long> Remainder(string quantity, RowSet set)
    {
        var vector = Size(set);
        foreach (var atom in AtomsOf(set))
        {
            vector[Unknown(quantity, atom)] = -1;
        }

        return vector;
    }

    /// <summary>Equations that hold whatever is published: answers that add up, and bases that are answers.</summary>
    public IEnumerable<Dictionary<int, long>> Structure() => AnswersAddUp().Concat(BasesThatAreAnswers());

    private IEnumerable<Dictionary<int, long>> AnswersAddUp()
    {
        var questions = Claims.Where(claim => claim.Counted is not null).GroupBy(claim => claim.Variable, StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var sameBase in question.GroupBy(claim => claim.Base))
            {
                var answers = sameBase.DistinctBy(claim => claim.Quantity).ToList();
                var rows = answers.SelectMany(claim => claim.Counted!.Rows.ToArray()).ToList();
                if (answers.Count < 2 || rows.Count != sameBase.Key.Count || rows.Distinct().Count() != rows.Count)
                {
                    continue;
                }

                foreach (var atom in AtomsOf(sameBase.Key))
                {
                    var equation = new Dictionary<int, long> { [atom] = -1 };
                    answers.ForEach(claim => equation[Unknown(claim.Quantity!, atom)] = 1);
                    yield return equation;
                }
            }
        }
    }

    private IEnumerable<Dictionary<int, long>> BasesThatAreAnswers()
    {
        var bases = Claims.Select(claim => claim.Base).ToHashSet();
        foreach (var claim in Claims.Where(claim => claim.Counted is not null && bases.Contains(claim.Counted)))
        {
            foreach (var atom in AtomsOf(claim.Base))
            {
                var unknown = Unknown(claim.Quantity!, atom);
                var inside = claim.Counted!.Contains(_atoms[atom].Rows[0]);
                yield return inside
                    ? new Dictionary<int, long> { [unknown] = 1, [atom] = -1 }
                    : new Dictionary<int, long> { [unknown] = 1 };
            }
        }
    }

    private int Unknown(string quantity, int atom)
    {
        if (!_unknowns.TryGetValue((quantity, atom), out var unknown))
        {
            unknown = _next++;
            _unknowns.Add((quantity, atom), unknown);
        }

        return unknown;
    }

    private List<int> AtomsOf(RowSet set)
    {
        var atoms = new HashSet<int>();
        foreach (var row in set.Rows)
        {
            atoms.Add(_atomOfRow[row]);
        }

        return [.. atoms.Order()];
    }

    private static List<RowSet> Divide(List<RowSet> sets)
    {
        var classOfRow = new Dictionary<int, int>();
        var next = 0;
        foreach (var set in sets)
        {
            var split = new Dictionary<int, int>();
            foreach (var row in set.Rows)
            {
                var old = classOfRow.GetValueOrDefault(row, -1);
                if (!split.TryGetValue(old, out var refined))
                {
                    refined = next++;
                    split.Add(old, refined);
                }

                classOfRow[row] = refined;
            }
        }

        return [.. classOfRow.GroupBy(pair => pair.Value, pair => pair.Key)
            .Select(rows => new RowSet([.. rows.Order()]))
            .OrderBy(atom => atom.Rows[0])];
    }
}
