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

/// <summary>Lets a thread be interrupted while its code runs and never after: an interrupt that comes late would end the process.</summary>
internal sealed class InterruptGate
{
    private const int Running = 0;
    private const int Claimed = 1;
    private const int Sent = 2;
    private const int Ended = 3;
    private int _state = Running;

    /// <summary>Interrupts the thread, unless its code has ended.</summary>
    public void Interrupt(Thread thread)
    {
        if (Interlocked.CompareExchange(ref _state, Claimed, Running) == Running)
        {
            thread.Interrupt();
            Volatile.Write(ref _state, Sent);
        }
    }

    /// <summary>Called by the thread when its code has ended: takes in an interrupt that is under way, and lets no other come.</summary>
    public void Close()
    {
        var done = Interlocked.CompareExchange(ref _state, Ended, Running) == Running;
        while (!done)
        {
            try
            {
                done = Volatile.Read(ref _state) == Sent;
                Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                // This is the one that was under way.
            }
        }
    }
}

/// <summary>How the code of a cell ended.</summary>
/// <param name="End">In which way.</param>
/// <param name="Exception">What it threw, when it did; of a cell that was stopped, where it was.</param>
/// <param name="IsLeftBehind">Whether it was told to stop, and hasn't.</param>
internal readonly record struct CellRun(CellEnd End, Exception? Exception = null, bool IsLeftBehind = false);

/// <summary>In which way the code of a cell ended.</summary>
internal enum CellEnd
{
    /// <summary>At its end.</summary>
    Completed,

    /// <summary>By an exception.</summary>
    Threw,

    /// <summary>It was stopped at the time limit.</summary>
    TimedOut,

    /// <summary>It was stopped by the caller.</summary>
    Interrupted,
}
