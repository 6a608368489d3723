namespace SurveyStatistics.Estimation;

/// <summary>Numbers of which few aren't zero: what is added to them, and taken from them, takes the time of those few.</summary>
/// <param name="width">How many numbers there are.</param>
internal sealed class SparseSums(int width)
{
    private readonly double[] _values = new double[width];
    private readonly bool[] _isTouched = new bool[width];
    private readonly List<int> _touched = [];

    /// <summary>The number at a place.</summary>
    public double this[int index] => _values[index];

    /// <summary>The places that something was added to.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Adds to the number at a place.</summary>
    public void Add(int index, double value)
    {
        _values[index] += value;
        if (!_isTouched[index])
        {
            _isTouched[index] = true;
            _touched.Add(index);
        }
    }

    /// <summary>Adds the products of all pairs, times a factor, to the lower triangle of a square matrix, row by row.</summary>
    public void AddSquares(double[] sums, double factor)
    {
        if (factor == 0)
        {
            return;
        }

        for (var i = 0; i < _touched.Count; i++)
        {
            var (a, value) = (_touched[i], factor * _values[_touched[i]]);
            for (var j = 0; j <= i; j++)
            {
                var b = _touched[j];
                sums[a >= b ? (a * width) + b : (b * width) + a] += value * _values[b];
            }
        }
    }

    /// <summary>Adds other numbers, and clears them.</summary>
    public void Take(SparseSums other)
    {
        foreach (var index in other._touched)
        {
            Add(index, other._values[index]);
        }

        other.Clear();
    }

    /// <summary>Makes all zero.</summary>
    public void Clear()
    {
        foreach (var index in _touched)
        {
            (_values[index], _isTouched[index]) = (0, false);
        }

        _touched.Clear();
    }
}
