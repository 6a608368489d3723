using BenchmarkDotNet.Attributes;

namespace Barometer.Benchmarks;

/// <summary>The workloads under BenchmarkDotNet; BAROMETER_BENCH_DATA names the folder that gen-data.R filled.</summary>
[MemoryDiagnoser]
public class EstimationBenchmarks
{
    private Func<object> _run = () => "not set up";

    public static IEnumerable<BenchmarkCase> Cases =>
    [
        new("shares", 762), new("shares", 10_000), new("design-shares", 100_000), new("design-shares", 1_000_000), new("rake", 100_000),
        new("calibrate-linear", 100_000), new("calibrate-logit", 100_000), new("bootstrap", 762), new("bootstrap", 10_000),
    ];

    [ParamsSource(nameof(Cases))]
    public BenchmarkCase Case { get; set; } = new("shares", 762);

    [GlobalSetup]
    public void SetUp() => _run = Workloads.Prepare(
        Case.Workload,
        Environment.GetEnvironmentVariable("BAROMETER_BENCH_DATA") ?? throw new InvalidOperationException("Set BAROMETER_BENCH_DATA to the folder with the data."),
        Case.N);

    [Benchmark]
    public object Run() => _run();
}
