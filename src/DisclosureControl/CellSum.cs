namespace DisclosureControl;

/// <summary>
/// What a cell is made of: a sum of inner cells with whole coefficients. Two sums of the same terms are equal, in whatever
/// tables they stand.
/// </summary>
public sealed class CellSum : IEquatable<CellSum>
{
    /// <summary>A change so small is a rounding error: the solvers' tolerance is 1e-7, and several of their numbers are added up.</summary>
    internal const double Nothing = 1e-6;

    private readonly int[] _inner;
    private readonly int[] _coefficients;
    private readonly int _hash;

    private CellSum(int[] inner, int[] coefficients)
    {
        _inner = inner;
        _coefficients = coefficients;
        var hash = new HashCode();
        for (var i = 0; i < inner.Length; i++)
        {
            hash.Add(inner[i]);
            hash.Add(coefficients[i]);
        }

        // Sums are looked up in dictionaries all the time, and never change: the hash is worked out once.
        _hash = hash.ToHashCode();
    }

    /// <summary>The numbers of the inner cells, ascending.</summary>
    public ReadOnlySpan<int> InnerCells => _inner;

    /// <summary>Their coefficients, none of them zero.</summary>
    public ReadOnlySpan<int> Coefficients => _coefficients;

    /// <summary>The number of terms.</summary>
    public int Length => _inner.Length;

    /// <summary>The sum of some inner cells, each once.</summary>
    public static CellSum Of(IEnumerable<int> innerCells)
    {
        var sorted = innerCells.Distinct().Order().ToArray();
        return new CellSum(sorted, [.. Enumerable.Repeat(1, sorted.Length)]);
    }

    /// <summary>A sum from its terms; terms of the same inner cell are added, zeros dropped.</summary>
    public static CellSum Of(IEnumerable<(int InnerCell, int Coefficient)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var sums = new SortedDictionary<int, int>();
        foreach (var (inner, coefficient) in terms)
        {
            sums[inner] = sums.GetValueOrDefault(inner) + coefficient;
        }

        var kept = sums.Where(term => term.Value != 0).ToList();
        return new CellSum([.. kept.Select(term => term.Key)], [.. kept.Select(term => term.Value)]);
    }

    /// <summary>This sum less another.</summary>
    public CellSum Minus(CellSum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Terms().Concat(other.Terms().Select(term => (term.InnerCell, -term.Coefficient))));
    }

    /// <summary>The terms, by inner cell.</summary>
    public IEnumerable<(int InnerCell, int Coefficient)> Terms() => _inner.Zip(_coefficients);

    /// <summary>The sum when the inner cells have these values.</summary>
    public double Value(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < _inner.Length; i++)
        {
            sum += _coefficients[i] * values[_inner[i]];
        }

        return sum;
    }

    /// <summary>By how much the sum differs in an alternative table.</summary>
    internal double Change(AlternativeTable table)
    {
        // The shorter of the two is gone through, and looked up in the longer.
        var sum = 0.0;
        for (var i = 0; i < _inner.Length && _inner.Length <= table.Length; i++)
        {
            sum += _coefficients[i] * table.ChangeOf(_inner[i]);
        }

        for (var i = 0; i < table.Length && table.Length < _inner.Length; i++)
        {
            var at = Array.BinarySearch(_inner, table.InnerCells[i]);
            sum += at < 0 ? 0 : _coefficients[at] * table.Changes[i];
        }

        return sum;
    }

    /// <summary>Whether the sum differs in an alternative table.</summary>
    internal bool DiffersIn(AlternativeTable table) => Math.Abs(Change(table)) > Nothing;

    /// <inheritdoc/>
    public bool Equals(CellSum? other) => other is not null && _hash == other._hash
        && InnerCells.SequenceEqual(other.InnerCells) && Coefficients.SequenceEqual(other.Coefficients);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CellSum);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>
/// A unit whose data stand behind the tables, with all its parts taken as one: an enterprise with its establishments, a
/// household with its members (a holding). It knows its own contributions.
/// </summary>
/// <param name="Name">Its name in reports; an opaque number for real units.</param>
/// <param name="Contributions">For each inner cell it has a part in, how large that part is.</param>
public sealed record Contributor(string Name, IReadOnlyDictionary<int, double> Contributions)
{
    /// <summary>Whether it is alone in an inner cell (a singleton), and so knows it.</summary>
    internal bool IsAloneIn(int inner, double[] innerCells) =>
        Contributions.TryGetValue(inner, out var own) && own > 0 && own >= innerCells[inner];

    /// <summary>Whether everything in a sum is its own; a sum of nothing is nobody's.</summary>
    internal bool IsAloneIn(CellSum sum, double[] innerCells)
    {
        var any = false;
        foreach (var inner in sum.InnerCells)
        {
            if (innerCells[inner] != 0)
            {
                any = true;
                if (!IsAloneIn(inner, innerCells))
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>Whether it knows every inner cell of a sum, and so the sum, without reading anything.</summary>
    internal bool KnowsAllOf(CellSum sum, double[] innerCells)
    {
        foreach (var inner in sum.InnerCells)
        {
            if (!IsAloneIn(inner, innerCells))
            {
                return false;
            }
        }

        return true;
    }
}
