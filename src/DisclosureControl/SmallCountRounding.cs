namespace DisclosureControl;

/// <summary>
/// For tables that must stay complete: changes inner cells so that no published count is between zero and the rounding
/// base, and every table still adds up, because all are sums of the same changed inner cells.
/// </summary>
/// <remarks>
/// The method of Langsrud and Heldal (PSD 2018, R package SmallCountRounding): the inner cells of small published cells
/// become zero or the base; which of them become the base is chosen so that the published cells change little, here by
/// least squares, one change at a time, and then by exchanges as long as they help. A published cell that has become small
/// by that draws in its own inner cells.
/// Which became the base tells something: a count that stands in no sum goes to the nearer, so that of a zero one who knows the
/// method learns that it was in the lower half. Where it was said beforehand which do, without looking at the counts, a zero tells no
/// more than that it was below the base, and the base no more than that it was none above it.
/// </remarks>
public sealed class SmallCountRounding
{
    private const double Near = 1e-9;
    private readonly LinkedTables _tables;
    private readonly int _base;
    private readonly HashSet<int>[] _cellsOf;
    private readonly SortedSet<int> _involved = [];
    private readonly double[] _rounded;
    private readonly double[] _differences;
    private readonly IReadOnlyList<bool>? _raised;

    private SmallCountRounding(LinkedTables tables, int roundingBase, IReadOnlyList<bool>? raised)
    {
        _tables = tables;
        _base = roundingBase;
        _raised = raised;
        _rounded = [.. tables.Inner];
        _differences = new double[tables.Cells.Count];
        _cellsOf = [.. tables.Inner.Select(_ => new HashSet<int>())];
        for (var cell = 0; cell < tables.Cells.Count; cell++)
        {
            foreach (var inner in tables.Cells[cell].InnerCells)
            {
                _cellsOf[inner].Add(cell);
            }
        }
    }

    /// <summary>The changed inner cells.</summary>
    /// <param name="tables">The published cells as sums of inner cells.</param>
    /// <param name="roundingBase">The smallest count that may be published, besides zero.</param>
    /// <param name="raised">
    /// For each inner cell whether it becomes the base, if it is changed; decided without looking at the counts, or the choice tells of
    /// them. Null to choose so that the published cells change little.
    /// </param>
    /// <returns>For each inner cell its value after rounding; a cell is rounded by <see cref="CellSum.Value"/> of these.</returns>
    /// <exception cref="DisclosureException">The tables hold amounts, the base is below 2, or it is said of more or fewer than the inner cells which are raised.</exception>
    public static IReadOnlyList<double> Round(LinkedTables tables, int roundingBase, IReadOnlyList<bool>? raised = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (raised is not null && raised.Count != tables.Inner.Length)
        {
            throw new DisclosureException("Which inner cells are raised doesn't fit the tables", expected: "one for each inner cell");
        }

        if (!tables.AreCounts || roundingBase < 2)
        {
            throw new DisclosureException("These tables can't be rounded", expected: "counts, and a rounding base of 2 or more", got: tables.AreCounts ? "a smaller base" : "amounts");
        }

        var rounding = new SmallCountRounding(tables, roundingBase, raised);
        while (rounding.Extend())
        {
            rounding.Choose();
        }

        return rounding._rounded;
    }

    /// <summary>Draws in the small inner cells of published cells that are small; false when there is none left.</summary>
    private bool Extend()
    {
        var before = _involved.Count;
        foreach (var cell in _tables.Cells.Where(cell => cell.Value(_rounded) is var value && value > 0 && value < _base))
        {
            foreach (var inner in cell.InnerCells)
            {
                if (_tables.Inner[inner] > 0 && _tables.Inner[inner] < _base)
                {
                    _involved.Add(inner);
                }
            }
        }

        return _involved.Count > before;
    }

    /// <summary>Makes the involved cells what was said beforehand; or all zero, raises the best one after the other, and then exchanges while that helps.</summary>
    private void Choose()
    {
        foreach (var inner in _involved)
        {
            Set(inner, _raised?[inner] == true ? _base : 0);
        }

        if (_raised is not null)
        {
            return;
        }

        // Greedily from below: each step takes the change that brings the published cells nearest to the truth.
        for (var steps = _involved.Count; steps > 0; steps--)
        {
            var zeros = _involved.Where(IsZero).ToList();
            if (zeros.Count == 0 || Gain(zeros.MinBy(Gain)) >= 0)
            {
                break;
            }

            Flip(zeros.MinBy(Gain));
        }

        for (var step = 0; step < _involved.Count && BestExchange() is var (down, up); step++)
        {
            Flip(down);
            Flip(up);
        }
    }

    private bool IsZero(int inner) => _rounded[inner] == 0;

    /// <summary>The raised cell and the zero cell whose exchange helps most, or null when none does.</summary>
    private (int Down, int Up)? BestExchange()
    {
        (int, int)? best = null;
        var least = -Near;
        var zeros = _involved.Where(IsZero).ToList();
        foreach (var down in _involved.Where(inner => _rounded[inner] > 0))
        {
            foreach (var up in zeros)
            {
                // A cell with both stays as it is, and the two gains have counted base² for it each.
                var both = _cellsOf[down].Count(_cellsOf[up].Contains);
                var gain = Gain(down) + Gain(up) - (2.0 * _base * _base * both);
                if (gain < least)
                {
                    (best, least) = ((down, up), gain);
                }
            }
        }

        return best;
    }

    /// <summary>How much larger the sum of squared differences becomes when an inner cell goes from zero to the base or back.</summary>
    private double Gain(int inner)
    {
        var change = _rounded[inner] == 0 ? _base : -_base;
        return _cellsOf[inner].Sum(cell => change * ((2 * _differences[cell]) + change));
    }

    private void Flip(int inner) => Set(inner, _rounded[inner] == 0 ? _base : 0);

    private void Set(int inner, double value)
    {
        foreach (var cell in _cellsOf[inner])
        {
            _differences[cell] += value - _rounded[inner];
        }

        _rounded[inner] = value;
    }
}
