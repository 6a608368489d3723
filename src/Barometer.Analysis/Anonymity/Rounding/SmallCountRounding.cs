namespace Barometer.Analysis.Anonymity.Rounding;

/// <summary>
/// For tables that must stay complete: changes inner cells so that no published count is between zero and the rounding
/// base, and every table still adds up, because all are sums of the same changed inner cells.
/// </summary>
/// <remarks>
/// The method of Langsrud and Heldal (PSD 2018, R package SmallCountRounding): the inner cells of small published cells
/// become zero or the base; which of them become the base is chosen so that the published cells change little, here by
/// least squares, one change at a time, and then by exchanges as long as they help. A published cell that has become small
/// by that draws in its own inner cells.
/// </remarks>
internal sealed class SmallCountRounding
{
    private const double Near = 1e-9;
    private readonly CellSystem _system;
    private readonly int _base;
    private readonly HashSet<int>[] _cellsOf;
    private readonly SortedSet<int> _involved = [];
    private readonly double[] _rounded;
    private readonly double[] _differences;

    private SmallCountRounding(CellSystem system, int roundingBase)
    {
        _system = system;
        _base = roundingBase;
        _rounded = [.. system.Truth];
        _differences = new double[system.Cells.Count];
        _cellsOf = [.. system.Truth.Select(_ => new HashSet<int>())];
        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            foreach (var unknown in system.Cells[cell].Unknowns)
            {
                _cellsOf[unknown].Add(cell);
            }
        }
    }

    /// <summary>The changed inner cells.</summary>
    /// <param name="system">The published cells as sums of inner cells.</param>
    /// <param name="roundingBase">The smallest count that may be published, besides zero.</param>
    public static double[] Round(CellSystem system, int roundingBase)
    {
        var rounding = new SmallCountRounding(system, roundingBase);
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
        foreach (var cell in _system.Cells.Where(cell => cell.Value(_rounded) is var value && value > 0 && value < _base))
        {
            foreach (var unknown in cell.Unknowns)
            {
                if (_system.Truth[unknown] > 0 && _system.Truth[unknown] < _base)
                {
                    _involved.Add(unknown);
                }
            }
        }

        return _involved.Count > before;
    }

    /// <summary>Makes all involved cells zero and raises the best one after the other; then exchanges while that helps.</summary>
    private void Choose()
    {
        foreach (var unknown in _involved)
        {
            Set(unknown, 0);
        }

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

    private bool IsZero(int unknown) => _rounded[unknown] == 0;

    /// <summary>The raised cell and the zero cell whose exchange helps most, or null when none does.</summary>
    private (int Down, int Up)? BestExchange()
    {
        (int, int)? best = null;
        var least = -Near;
        var zeros = _involved.Where(IsZero).ToList();
        foreach (var down in _involved.Where(unknown => _rounded[unknown] > 0))
        {
            foreach (var up in zeros)
            {
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
    private double Gain(int unknown)
    {
        var change = _rounded[unknown] == 0 ? _base : -_base;
        return _cellsOf[unknown].Sum(cell => change * ((2 * _differences[cell]) + change));
    }

    private void Flip(int unknown) => Set(unknown, _rounded[unknown] == 0 ? _base : 0);

    private void Set(int unknown, double value)
    {
        foreach (var cell in _cellsOf[unknown])
        {
            _differences[cell] += value - _rounded[unknown];
        }

        _rounded[unknown] = value;
    }
}
