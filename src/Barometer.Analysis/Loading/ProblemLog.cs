namespace Barometer.Analysis.Loading;

/// <summary>
/// Collects the problems of one file. Of each kind the first ones are listed and the rest counted, so that a file that is
/// wrong throughout still gives a message one can read.
/// </summary>
/// <param name="file">The name messages use for the file.</param>
internal sealed class ProblemLog(string file)
{
    /// <summary>How many problems of one kind are listed one by one.</summary>
    public const int Listed = 20;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether there is any problem.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Notes a problem of this file; problems with the same <paramref name="what"/> are of one kind.</summary>
    public void Add(string what, int? line, string? column, string? expected = null, string? got = null, string? hint = null)
    {
        if (!_kinds.TryGetValue(what, out var kind))
        {
            _kinds[what] = kind = new Kind([], new SortedSet<string>(StringComparer.Ordinal));
        }

        if (kind.First.Count < Listed)
        {
            kind.First.Add(new Problem(what, file, line, column, expected, got, hint));
            return;
        }

        kind.More++;
        if (column is not null)
        {
            kind.Columns.Add(column);
        }
    }

    /// <summary>The problems by kind in the order they were met, each long kind closed by how many more there are.</summary>
    public List<Problem> ToList() => [.. _kinds.SelectMany(kind => kind.Value.First.Concat(Rest(kind.Key, kind.Value)))];

    private IEnumerable<Problem> Rest(string what, Kind kind)
    {
        if (kind.More > 0)
        {
            var columns = kind.Columns.Count == 0 ? null : string.Join(", ", kind.Columns);
            yield return new Problem(FormattableString.Invariant($"{what}: and {kind.More} more of this kind"), file, null, columns);
        }
    }

    private sealed record Kind(List<Problem> First, SortedSet<string> Columns)
    {
        public int More { get; set; }
    }
}
