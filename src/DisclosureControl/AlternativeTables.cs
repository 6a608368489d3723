namespace DisclosureControl;

/// <summary>
/// All tables in whole numbers that agree with what is published, listed: what an attacker with patience is left with. For
/// small systems; <see cref="FeasibilityIntervals"/> gives the bounds of large ones.
/// </summary>
public sealed class AlternativeTables
{
    private const double Near = 1e-9;
    private readonly List<(CellSum Sum, double Value)> _equations;
    private readonly List<int>[] _equationsOf;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _current;
    private readonly List<double[]> _found = [];
    private readonly int _most;
    private int _steps;

    private AlternativeTables(LinkedTables tables, Func<int, bool> isPublished, int most, int steps)
    {
        (_most, _steps) = (most, steps);
        _equations = [.. tables.Known.Concat(tables.Cells.Where((_, cell) => isPublished(cell))).Where(sum => sum.Length > 0).Select(sum => (sum, sum.Value(tables.Inner)))];
        _equationsOf = [.. tables.Inner.Select(_ => new List<int>())];
        foreach (var (number, equation) in _equations.Index())
        {
            foreach (var inner in equation.Sum.InnerCells)
            {
                _equationsOf[inner].Add(number);
            }
        }

        _lower = [.. tables.Lower.Select(Math.Ceiling)];
        _upper = [.. tables.Inner.Select(_ => double.PositiveInfinity)];
        _current = new double[tables.Inner.Length];
    }

    /// <summary>The tables: for each the values of the inner cells.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Found => _found;

    /// <summary>Whether there are no others.</summary>
    public bool AreAll { get; private set; }

    /// <summary>Lists them.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="isPublished">Whether the attacker reads a cell.</param>
    /// <param name="most">How many to list.</param>
    /// <param name="steps">After how many values tried to stop.</param>
    /// <exception cref="DisclosureException">The tables hold amounts, or nothing published limits an inner cell.</exception>
    public static AlternativeTables Of(LinkedTables tables, Func<int, bool> isPublished, int most = 1000, int steps = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(isPublished);
        var alternatives = new AlternativeTables(tables, isPublished, most, steps);
        if (!tables.AreCounts || !alternatives.Narrow(Enumerable.Range(0, alternatives._equations.Count)) || Array.Exists(alternatives._upper, double.IsInfinity))
        {
            throw new DisclosureException("The tables can't be listed", expected: "counts, each of which a published sum of counts limits");
        }

        alternatives.AreAll = alternatives.Try(0);
        return alternatives;
    }

    /// <summary>The values that a sum has in them, ascending.</summary>
    public IReadOnlyList<double> Values(CellSum sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        return [.. _found.Select(table => sum.Value(table)).Distinct().Order()];
    }

    /// <summary>Tries every value of the inner cells from one on; false when it had to stop.</summary>
    private bool Try(int inner)
    {
        if (inner == _current.Length)
        {
            _found.Add([.. _current]);
            return _found.Count < _most;
        }

        var (low, high) = (_lower[inner], _upper[inner]);
        var (lower, upper) = (_lower.ToArray(), _upper.ToArray());
        for (var value = low; value <= high; value++)
        {
            if (--_steps < 0)
            {
                return false;
            }

            _current[inner] = _lower[inner] = _upper[inner] = value;
            if (Narrow(_equationsOf[inner]) && !Try(inner + 1))
            {
                return false;
            }

            lower.CopyTo(_lower, 0);
            upper.CopyTo(_upper, 0);
        }

        return true;
    }

    /// <summary>Narrows the bounds by equations until none says more; false when they leave a cell no value.</summary>
    private bool Narrow(IEnumerable<int> equations)
    {
        var open = new Queue<int>(equations);
        while (open.TryDequeue(out var number))
        {
            var (sum, value) = _equations[number];
            for (var i = 0; i < sum.Length; i++)
            {
                var (inner, coefficient) = (sum.InnerCells[i], sum.Coefficients[i]);
                var (least, most) = Others(sum, i);
                var (one, other) = ((value - most) / coefficient, (value - least) / coefficient);
                var low = Math.Max(_lower[inner], Math.Ceiling(Math.Min(one, other) - Near));
                var high = Math.Min(_upper[inner], Math.Floor(Math.Max(one, other) + Near));
                if (low > high)
                {
                    return false;
                }

                if (low > _lower[inner] || high < _upper[inner])
                {
                    (_lower[inner], _upper[inner]) = (low, high);
                    _equationsOf[inner].ForEach(open.Enqueue);
                }
            }
        }

        return true;
    }

    /// <summary>The least and the most that the other terms of a sum can be together.</summary>
    private (double Least, double Most) Others(CellSum sum, int without)
    {
        var (least, most) = (0.0, 0.0);
        for (var i = 0; i < sum.Length; i++)
        {
            if (i != without)
            {
                var (one, other) = (sum.Coefficients[i] * _lower[sum.InnerCells[i]], sum.Coefficients[i] * _upper[sum.InnerCells[i]]);
                (least, most) = (least + Math.Min(one, other), most + Math.Max(one, other));
            }
        }

        return (least, most);
    }
}
