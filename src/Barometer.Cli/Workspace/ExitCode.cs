using System.Runtime.InteropServices;

namespace Barometer.Cli.Workspace;

/// <summary>How a command ends: its exit code, and its errors told without a stack trace.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Something is wrong with the input, a notebook failed, or a stored output is stale.</summary>
    public const int Failure = 1;

    /// <summary>The user stopped it.</summary>
    public const int Cancelled = 130;

    /// <summary>Runs a command; Ctrl+C and SIGTERM cancel it, and what it throws for the user becomes a message.</summary>
    public static async Task<int> OfAsync(Func<CancellationToken, Task<int>> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        try
        {
            return await command(stop.Token);
        }
        catch (OperationCanceledException)
        {
            Terminal.Fail("Stopped. Nothing was written.");
            return Cancelled;
        }
        catch (Exception exception) when (exception is BarometerException or NotebookException or IOException or UnauthorizedAccessException)
        {
            Terminal.Fail(exception.Message);
            return Failure;
        }
        catch (Exception exception)
        {
            // A fault of the program: the frames say where. Its message may hold what it was computing with.
            Terminal.Fail("The program failed: " + SafeMessages.WithoutMessages(exception));
            return Failure;
        }
    }

    // The first signal lets the command end in good order; a second one ends the program at once, as it would without us,
    // unless the command has taken it for itself, as the kernel does.
    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel |= !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
