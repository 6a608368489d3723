using System.Globalization;
using System.Runtime;

namespace Barometer.Notebooks.Sessions;

/// <summary>
/// Runs a cell's code on a thread of its own, which can be stopped from outside: by an abort where the code is managed,
/// and by being left behind where it can't be stopped, in native code or after an <c>await</c>.
/// </summary>
/// <remarks>
/// The thread is a background thread, so that one left behind never keeps the process alive. Its culture is the
/// invariant one: a number that a cell prints must look the same on every machine, and interpolated strings follow
/// the thread's culture.
/// </remarks>
internal sealed class CellThread(TimeSpan limit, TimeSpan grace)
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Runs <paramref name="code"/> and tells how it ended, at the latest a grace after the limit or the interrupt.</summary>
    public async Task<CellRun> RunAsync(Action code, string name, CancellationToken interrupt)
    {
        var stop = new CancellationTokenSource();
        var ended = new TaskCompletionSource<CellRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => ended.SetResult(Run(code, stop.Token)), StackSize) { IsBackground = true, Name = name };
        thread.Start();

        var end = await WaitAsync(ended.Task, limit, interrupt).ConfigureAwait(false);
        if (end == CellEnd.Completed)
        {
            return await ended.Task.ConfigureAwait(false);
        }

        // Aborting waits until the thread is at a point where it can be stopped, which may be never.
        new Thread(stop.Cancel) { IsBackground = true, Name = $"stops {name}" }.Start();
        await WaitAsync(ended.Task, grace, CancellationToken.None).ConfigureAwait(false);
        return new CellRun(end);
    }

    private static async Task<CellEnd> WaitAsync(Task ended, TimeSpan longest, CancellationToken interrupt)
    {
        try
        {
            await ended.WaitAsync(longest, interrupt).ConfigureAwait(false);
            return CellEnd.Completed;
        }
        catch (TimeoutException)
        {
            return CellEnd.TimedOut;
        }
        catch (OperationCanceledException)
        {
            return CellEnd.Interrupted;
        }
    }

    private static CellRun Run(Action code, CancellationToken stop)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
#pragma warning disable SYSLIB0046 // Nothing else stops an endless loop; why that is safe enough here: docs/decisions/0011.
            ControlledExecution.Run(code, stop);
#pragma warning restore SYSLIB0046
            return new CellRun(CellEnd.Completed);
        }
        catch (Exception exception)
        {
            return new CellRun(CellEnd.Threw, exception);
        }
    }
}
