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

    /// <summary>The rows of all of several sets.</summary>
    public static RowSet Union(IEnumerable<RowSet> sets) => new([.. sets.SelectMany(set => set.Rows.ToArray()).Distinct().Order()]);

    /// <summary>The same rows by other numbers.</summary>
    /// <param name="map">For each row its number.</param>
    public RowSet In(int[] map) => new([.. _rows.Select(row => map[row]).Order()]);

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

/// <summary>
/// The smallest sets of respondents that the given sets can tell apart: two respondents are in one atom when every set
/// holds both or neither.
/// </summary>
internal sealed class Partition
{
    private readonly Dictionary<int, int> _atomOfRow = [];

    /// <summary>Divides the respondents of all sets.</summary>
    public Partition(IEnumerable<RowSet> sets)
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

        Atoms = [.. classOfRow.GroupBy(pair => pair.Value, pair => pair.Key).Select(rows => new RowSet([.. rows.Order()])).OrderBy(atom => atom.Rows[0])];
        for (var atom = 0; atom < Atoms.Count; atom++)
        {
            foreach (var row in Atoms[atom].Rows)
            {
                _atomOfRow.Add(row, atom);
            }
        }
    }

    /// <summary>The atoms.</summary>
    public IReadOnlyList<RowSet> Atoms { get; }

    /// <summary>The atom of a respondent.</summary>
    public int AtomOf(int row) => _atomOfRow[row];

    /// <summary>The atoms that make up one of the sets.</summary>
    public IEnumerable<int> AtomsOf(RowSet set)
    {
        var atoms = new HashSet<int>();
        foreach (var row in set.Rows)
        {
            atoms.Add(_atomOfRow[row]);
        }

        return atoms;
    }
}

/// <summary>
/// One numbering of the respondents of all surveys of a series: waves of one survey, and files in which waves are put together. An answer
/// given in one wave is one row, in whatever file it stands, and an organisation is one through all waves. So what an earlier wave's
/// releases tell is in one system with what is released later, and an organisation reckons with its own answers in all of them.
/// </summary>
internal sealed class SeriesRows
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowSet> _surveys = new(StringComparer.Ordinal);
    private readonly List<int> _organisationOfRow = [];

    /// <summary>For each row of the series its organisation.</summary>
    public int[] OrganisationOfRow => [.. _organisationOfRow];

    /// <summary>The rules for sets of these rows.</summary>
    public ClaimRules Rules(ReleasePolicy policy) => new(policy, OrganisationOfRow, [.. _surveys.Values]);

    /// <summary>Takes in the respondents of a survey, those among them that are there already as they are.</summary>
    /// <param name="survey">The survey's id.</param>
    /// <param name="organisationOfRow">For each of its rows an opaque number of the organisation.</param>
    /// <param name="respondents">Who they are; null when they are in no other survey.</param>
    /// <returns>For each of its rows the row of the series.</returns>
    public int[] Add(string survey, int[] organisationOfRow, Respondents? respondents)
    {
        var map = new int[organisationOfRow.Length];
        for (var row = 0; row < map.Length; row++)
        {
            var name = respondents?.Names[row] ?? FormattableString.Invariant($"{survey}#{row}");
            var organisation = respondents?.Organisations[row] ?? FormattableString.Invariant($"{survey}#{organisationOfRow[row]}");
            if (!_rows.TryGetValue(name, out map[row]))
            {
                map[row] = _rows.Count;
                _rows.Add(name, map[row]);
                _organisations.TryAdd(organisation, _organisations.Count);
                _organisationOfRow.Add(_organisations[organisation]);
            }
        }

        if (map.Length > 0)
        {
            _surveys.TryAdd(survey, new RowSet([.. map.Distinct().Order()]));
        }

        return map;
    }
}
