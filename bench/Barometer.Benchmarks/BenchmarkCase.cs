namespace Barometer.Benchmarks;

/// <summary>A workload and a number of respondents.</summary>
public sealed record BenchmarkCase(string Workload, int N)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Workload} {N}");
}
