namespace Barometer.Analysis.Loading;

/// <summary>
/// Collects the problems of one file. Of each kind the first ones are listed and the rest counted, so that a file that is
/// wrong throughout still gives a message one can read.
/// </summary>
/// <param name="file">The name messages use for the file.</param>
/// <param name="isCounted">Whether each kind is told once for a column, with the number of rows, since the lines aren't those of a file that anybody has.</param>
internal sealed class ProblemLog(string file, bool isCounted = false)
{
    /// <summary>How many problems of one kind are listed one by one.</summary>
    public const int Listed = 20;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether there is any problem.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Notes a problem of this file; problems with the same <paramref name="what"/> are of one kind.</summary>
    public void Add(string what, int? line, string? column, string? expected = null, string? got = null, string? hint = null)
    {
        var key = isCounted ? $"{what}\n{column}" : what;
        if (!_kinds.TryGetValue(key, out var kind))
        {
            _kinds[key] = kind = new Kind([], new SortedSet<string>(StringComparer.Ordinal));
        }

        kind.Rows += line is null ? 0 : 1;
        if (kind.First.Count < (isCounted ? 1 : Listed))
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
    public List<Problem> ToList() => isCounted
        ? [.. _kinds.Values.Select(kind => kind.Rows == 0 ? kind.First[0] : kind.First[0] with { Row = null, Got = $"{kind.First[0].Got}, in {Counted.Of(kind.Rows, "row", "rows")}" })]
        : [.. _kinds.SelectMany(kind => kind.Value.First.Concat(Rest(kind.Key, kind.Value)))];

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

        public int Rows { get; set; }
    }
}
