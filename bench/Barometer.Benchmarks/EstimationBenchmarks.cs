using BenchmarkDotNet.Attributes;

namespace Barometer.Benchmarks;

/// <summary>The workloads under BenchmarkDotNet; BAROMETER_BENCH_DATA names the folder that gen-data.R filled.</summary>
[MemoryDiagnoser]
public class EstimationBenchmarks
{
    private Func<object> _run = () => "not set up";

    public static IEnumerable<object[]> Cases =>
    [
        ["shares", 762], ["shares", 10_000], ["design-shares", 100_000], ["design-shares", 1_000_000], ["rake", 100_000],
        ["calibrate-linear", 100_000], ["calibrate-logit", 100_000], ["bootstrap", 762], ["bootstrap", 10_000],
    ];

    [ParamsSource(nameof(Cases))]
    public object[] Case { get; set; } = [];

    [GlobalSetup]
    public void SetUp() => _run = Workloads.Prepare(
        (string)Case[0],
        Environment.GetEnvironmentVariable("BAROMETER_BENCH_DATA") ?? throw new InvalidOperationException("Set BAROMETER_BENCH_DATA to the folder with the data."),
        (int)Case[1]);

    [Benchmark]
    public object Run() => _run();
}
