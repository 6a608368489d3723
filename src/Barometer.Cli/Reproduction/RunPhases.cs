using System.Diagnostics;
using System.Globalization;

namespace Barometer.Cli.Reproduction;

/// <summary>The phases of a reproduction: each says on the screen how far it has come, and how long it took is told at the end.</summary>
internal sealed class RunPhases
{
    private readonly List<(string Name, TimeSpan Elapsed, TimeSpan Processor)> _done = [];

    /// <summary>Goes through a phase that tells how far it has come by lines.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="work">Does it; it is given where to say how far it has come.</param>
    public T Run<T>(string name, Func<Action<string>, T> work)
    {
        using var progress = new PhaseProgress();
        progress.Begin(name);
        return Timed(name, () => Task.FromResult(work(progress.Say))).GetAwaiter().GetResult();
    }

    /// <summary>Goes through a phase that shows by itself how far it has come.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="work">Does it.</param>
    public Task<T> RunAsync<T>(string name, Func<Task<T>> work) => Timed(name, work);

    /// <summary>How long each phase took, with the processor time that it used on all cores.</summary>
    public override string ToString() => string.Join(", ", _done.Select(one => string.Create(
        CultureInfo.InvariantCulture, $"{one.Name} {one.Elapsed.TotalSeconds:0.0} s ({one.Processor.TotalSeconds:0.0})")));

    private async Task<T> Timed<T>(string name, Func<Task<T>> work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        try
        {
            return await work();
        }
        finally
        {
            _done.Add((name, clock.Elapsed, Environment.CpuUsage.TotalTime - processor));
        }
    }
}
