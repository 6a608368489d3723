namespace Barometer.Notebooks.Sessions;

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
