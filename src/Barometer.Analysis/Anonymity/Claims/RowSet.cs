namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>A set of respondents: rows of one response table, ascending. Two sets of the same rows are equal.</summary>
internal sealed class RowSet : IEquatable<RowSet>
{
    private readonly int[] _rows;
    private readonly int _hash;

    /// <summary>Makes a set; the array is taken over.</summary>
    /// <exception cref="ArgumentException">The rows are not strictly ascending.</exception>
    public RowSet(int[] rows)
    {
        var hash = new HashCode();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || (i > 0 && rows[i] <= rows[i - 1]))
            {
                throw new ArgumentException("The rows of a cell must ascend.", nameof(rows));
            }

            hash.Add(rows[i]);
        }

        _rows = rows;
        _hash = hash.ToHashCode();
    }

    /// <summary>The rows, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The number of respondents.</summary>
    public int Count => _rows.Length;

    /// <summary>The rows that are not in <paramref name="other"/>.</summary>
    public RowSet Except(RowSet other)
    {
        var rest = new List<int>(_rows.Length);
        var j = 0;
        foreach (var row in _rows)
        {
            while (j < other._rows.Length && other._rows[j] < row)
            {
                j++;
            }

            if (j == other._rows.Length || other._rows[j] != row)
            {
                rest.Add(row);
            }
        }

        return new RowSet([.. rest]);
    }

    /// <summary>The rows that are in both.</summary>
    public RowSet Intersect(RowSet other) => Except(Except(other));

    /// <summary>The rows of both.</summary>
    public RowSet With(RowSet other) => new([.. _rows.Union(other._rows).Order()]);

    /// <summary>Whether every row is in <paramref name="other"/>.</summary>
    public bool IsSubsetOf(RowSet other) => Count <= other.Count && Except(other).Count == 0;

    /// <summary>Whether the row is in the set.</summary>
    public bool Contains(int row) => Array.BinarySearch(_rows, row) >= 0;

    /// <inheritdoc/>
    public bool Equals(RowSet? other) => other is not null && _hash == other._hash && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
