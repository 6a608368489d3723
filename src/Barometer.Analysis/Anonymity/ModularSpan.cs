namespace Barometer.Analysis.Anonymity;

/// <summary>
/// What a reader can work out by adding and subtracting published figures: the linear span of their vectors, kept in
/// echelon form modulo the prime 2³¹ − 1.
/// </summary>
internal sealed class ModularSpan
{
    private const long Prime = int.MaxValue;
    private readonly Dictionary<int, SortedList<int, long>> _rows = [];
    private readonly Stack<int> _order = [];

    /// <summary>The number of independent vectors.</summary>
    public int Rank => _order.Count;

    /// <summary>What remains of a vector once everything known is taken out of it; empty when it can be worked out.</summary>
    public SortedList<int, long> Residual(IEnumerable<KeyValuePair<int, long>> vector)
    {
        var rest = new SortedList<int, long>();
        foreach (var (index, value) in vector)
        {
            Set(rest, index, Mod(value));
        }

        var at = 0;
        while (at < rest.Count)
        {
            var pivot = rest.GetKeyAtIndex(at);
            if (_rows.TryGetValue(pivot, out var row))
            {
                Subtract(rest, row, rest.GetValueAtIndex(at));
            }
            else
            {
                at++;
            }
        }

        return rest;
    }

    /// <summary>Whether a vector can be worked out from what is known.</summary>
    public bool Contains(IEnumerable<KeyValuePair<int, long>> vector) => Residual(vector).Count == 0;

    /// <summary>Adds vectors to what is known.</summary>
    public void AddAll(IEnumerable<IEnumerable<KeyValuePair<int, long>>> vectors)
    {
        foreach (var vector in vectors)
        {
            Add(vector);
        }
    }

    /// <summary>Adds a vector to what is known; false when it was known already.</summary>
    public bool Add(IEnumerable<KeyValuePair<int, long>> vector)
    {
        var rest = Residual(vector);
        if (rest.Count == 0)
        {
            return false;
        }

        var inverse = Power(rest.GetValueAtIndex(0), Prime - 2);
        for (var i = 0; i < rest.Count; i++)
        {
            rest.SetValueAtIndex(i, rest.GetValueAtIndex(i) * inverse % Prime);
        }

        var pivot = rest.GetKeyAtIndex(0);
        _rows.Add(pivot, rest);
        _order.Push(pivot);
        return true;
    }

    /// <summary>Forgets the last vectors, until <paramref name="rank"/> are left.</summary>
    public void Shrink(int rank)
    {
        while (_order.Count > rank)
        {
            _rows.Remove(_order.Pop());
        }
    }

    private static void Subtract(SortedList<int, long> target, SortedList<int, long> row, long factor)
    {
        foreach (var (index, value) in row)
        {
            target.TryGetValue(index, out var old);
            Set(target, index, Mod(old - (factor * value % Prime)));
        }
    }

    private static void Set(SortedList<int, long> vector, int index, long value)
    {
        if (value == 0)
        {
            vector.Remove(index);
        }
        else
        {
            vector[index] = value;
        }
    }

    private static long Mod(long value) => value % Prime is var rest && rest < 0 ? rest + Prime : rest;

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * value % Prime : result;
            value = value * value % Prime;
        }

        return result;
    }
}
