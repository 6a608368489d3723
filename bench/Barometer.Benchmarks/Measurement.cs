namespace Barometer.Benchmarks;

/// <summary>One workload measured on one side.</summary>
/// <param name="Side">ours, before, DuckDB or R.</param>
/// <param name="Workload">Its name.</param>
/// <param name="N">The number of respondents.</param>
/// <param name="Wall">The median wall-clock time of a run, in seconds.</param>
/// <param name="Processor">The median processor time of a run, in seconds.</param>
/// <param name="Start">The process's memory with the data read, in MiB.</param>
/// <param name="Peak">The process's peak memory, in MiB.</param>
internal sealed record Measurement(string Side, string Workload, int N, double Wall, double Processor, double Start, double Peak);
