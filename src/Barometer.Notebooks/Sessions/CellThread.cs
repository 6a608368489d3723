using System.Globalization;

namespace Barometer.Notebooks.Sessions;

/// <summary>
/// Runs a cell's code on a thread of its own. When the cell is to stop, its code ends at the next checkpoint, its waits
/// are interrupted, and where neither helps, in native code or in a library's own endless loop, it is left behind.
/// </summary>
/// <remarks>
/// The thread is a background thread, so that one left behind never keeps the process alive. Its culture is the
/// invariant one: a number that a cell prints must look the same on every machine, and interpolated strings follow
/// the thread's culture. Why threads aren't aborted: docs/decisions/0011.
/// </remarks>
internal sealed class CellThread(TimeSpan limit, TimeSpan grace)
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Runs <paramref name="code"/> and tells how it ended, at the latest a grace after the limit or the interrupt.</summary>
    /// <param name="code">The code.</param>
    /// <param name="scope">The cell that it belongs to.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="interrupt">Stops the code.</param>
    public async Task<CellRun> RunAsync(Action code, CellScope scope, string name, CancellationToken interrupt)
    {
        var ended = new TaskCompletionSource<CellRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new InterruptGate();
        var thread = new Thread(() => ended.SetResult(Run(code, scope, gate)), StackSize) { IsBackground = true, Name = name };
        thread.Start();

        var end = await WaitAsync(ended.Task, limit, interrupt).ConfigureAwait(false);
        if (end == CellEnd.Completed)
        {
            return await ended.Task.ConfigureAwait(false);
        }

        scope.Stop();
        gate.Interrupt(thread);
        var stopped = await WaitAsync(ended.Task, grace, CancellationToken.None).ConfigureAwait(false) == CellEnd.Completed;
        return new CellRun(end, stopped ? (await ended.Task.ConfigureAwait(false)).Exception : null, IsLeftBehind: !stopped);
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

    private static CellRun Run(Action code, CellScope scope, InterruptGate gate)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        scope.Enter();
        try
        {
            code();
            return new CellRun(CellEnd.Completed);
        }
        catch (Exception exception)
        {
            return new CellRun(CellEnd.Threw, exception);
        }
        finally
        {
            gate.Close();
        }
    }
}
