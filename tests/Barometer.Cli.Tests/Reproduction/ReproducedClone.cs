[assembly: AssemblyFixture(typeof(ReproducedClone))]

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>A clone of the sample notebooks after one reproduction, made once for all tests; they change copies of it only.</summary>
public sealed class ReproducedClone : IAsyncLifetime
{
    internal Clone Clone { get; } = Samples.NewClone();

    internal ToolRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Run = await Tool.RunProcessAsync(Clone, "reproduce");

    public ValueTask DisposeAsync()
    {
        Clone.Dispose();
        return ValueTask.CompletedTask;
    }
}
