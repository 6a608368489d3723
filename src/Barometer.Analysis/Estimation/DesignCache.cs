using System.Collections.Concurrent;

namespace Barometer.Analysis.Estimation;

/// <summary>
/// What many tables of one design have in common, computed once: the groups of a grouping and quantiles of Student's t.
/// Shared by all designs of the same data; results do not depend on it.
/// </summary>
internal sealed class DesignCache(DataSet data)
{
    private readonly ConcurrentDictionary<string, GroupIndex> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(double Level, double Degrees), double> _quantiles = new();

    /// <summary>For each row 0: the group that leaves nobody out. Not to be written to.</summary>
    public int[] Everybody { get; } = new int[data.RowCount];

    /// <summary>The groups of a grouping.</summary>
    /// <exception cref="BarometerException">A variable does not exist.</exception>
    public GroupIndex Groups(IReadOnlyList<string> by) => _groups.GetOrAdd(string.Join('|', by), _ => GroupIndex.Of(data, by));

    /// <summary>The quantile of Student's t for a two-sided interval.</summary>
    public double Student(double level, double degreesOfFreedom) => _quantiles.GetOrAdd(
        (level, degreesOfFreedom), key => Distributions.StudentQuantile((1 + key.Level) / 2, key.Degrees));
}
