namespace DisclosureControl;

/// <summary>
/// Searches the unions whose rests add up to nothing and that break a rule, from a part on: in an inner cell where
/// something is left, one of the parts that take it off must be in the union. The inner cell with the fewest such parts
/// is taken first; most often there is one.
/// </summary>
/// <param name="unions">The parts and the rule.</param>
/// <param name="rests">The parts that don't follow alone, with what is left of each when all that is known is taken off.</param>
internal sealed class UnionSearch(SensitiveUnions unions, IReadOnlyList<(UnionPart Part, IReadOnlyList<(int InnerCell, double Coefficient)> Left)> rests)
{
    private const double Nothing = 1e-9;

    // For all seeds together; systems of some hundred parts took less than a thousand.
    private const int MostSteps = 200_000;

    private readonly ILookup<int, (int Part, double Coefficient)> _partsAt = rests
        .SelectMany((one, part) => one.Left.Select(term => (term.InnerCell, Part: part, term.Coefficient))).ToLookup(term => term.InnerCell, term => (term.Part, term.Coefficient));

    private readonly double[] _excesses = [.. rests.Select(one => Math.Max(0, unions.Excess([one.Part])))];
    private readonly bool[] _isOut = new bool[rests.Count];
    private readonly SortedDictionary<int, double> _left = [];
    private readonly List<int> _chosen = [];
    private readonly List<IReadOnlyList<UnionPart>> _found = [];
    private int _steps;

    /// <summary>Whether no search stopped at the number of steps.</summary>
    public bool IsComplete => _steps < MostSteps;

    /// <summary>The unions with a part and without those asked about before, which have been found with these.</summary>
    public IReadOnlyList<IReadOnlyList<UnionPart>> From(UnionPart seed)
    {
        var number = rests.Index().First(one => one.Item.Part == seed).Index;
        _found.Clear();
        Try(number);
        _isOut[number] = true;
        return [.. _found];
    }

    private void Try(int part)
    {
        Add(part, 1);
        if (_steps++ < MostSteps && MayBreak())
        {
            if (_left.Count == 0)
            {
                _found.AddRange(unions.Reasons(Chosen()) != SensitivityReasons.None ? [Chosen()] : []);
            }
            else
            {
                Extend();
            }
        }

        Add(part, -1);
    }

    /// <summary>Takes in, one after the other, the parts that take off what is left in an inner cell.</summary>
    private void Extend()
    {
        var candidates = _left.Select(left => _partsAt[left.Key]
                .Where(term => !_isOut[term.Part] && !_chosen.Contains(term.Part) && term.Coefficient * left.Value < 0).Select(term => term.Part).ToList())
            .MinBy(parts => parts.Count)!;
        foreach (var candidate in candidates)
        {
            Try(candidate);

            // The unions with it have been found: the next ones are without.
            _isOut[candidate] = true;
        }

        candidates.ForEach(candidate => _isOut[candidate] = false);
    }

    private void Add(int part, int sign)
    {
        if (sign > 0)
        {
            _chosen.Add(part);
        }
        else
        {
            _chosen.RemoveAt(_chosen.Count - 1);
        }

        foreach (var (inner, coefficient) in rests[part].Left)
        {
            var left = _left.GetValueOrDefault(inner) + (sign * coefficient);
            if (Math.Abs(left) < Nothing)
            {
                _left.Remove(inner);
            }
            else
            {
                _left[inner] = left;
            }
        }
    }

    /// <summary>Whether a union with what is chosen can still break a rule: counts only grow, and dominance grows by what the others bring at most.</summary>
    private bool MayBreak() => unions.IsFew(Chosen()) || unions.Excess(Chosen()) + Open() > -Nothing;

    private double Open()
    {
        var open = 0.0;
        for (var part = 0; part < rests.Count; part++)
        {
            open += _isOut[part] || _excesses[part] <= 0 || _chosen.Contains(part) ? 0 : _excesses[part];
        }

        return open;
    }

    private List<UnionPart> Chosen() => _chosen.ConvertAll(part => rests[part].Part);
}
