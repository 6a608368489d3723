namespace Barometer.Notebooks.Sessions;

/// <summary>
/// Puts writers before <see cref="Console.Out"/> and <see cref="Console.Error"/>, and a reader before
/// <see cref="Console.In"/>, that serve the cell that calls and leave everybody else with the console they had.
/// </summary>
internal sealed class ConsoleRouter : IDisposable
{
    private readonly TextWriter _oldOut = Console.Out;
    private readonly TextWriter _oldError = Console.Error;
    private readonly TextReader _oldIn = Console.In;
    private readonly TextWriter _newOut;
    private readonly TextWriter _newError;
    private readonly TextReader _newIn;

    public ConsoleRouter()
    {
        Console.SetOut(new CellWriter(TextChannel.Out, _oldOut));
        Console.SetError(new CellWriter(TextChannel.Error, _oldError));
        Console.SetIn(new CellReader(_oldIn));

        // The console wraps what it is given: these are the objects to know it by.
        (_newOut, _newError, _newIn) = (Console.Out, Console.Error, Console.In);
    }

    /// <summary>Gives the console back, unless somebody else has taken it since: then ours only passes on.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(Console.Out, _newOut))
        {
            Console.SetOut(_oldOut);
        }

        if (ReferenceEquals(Console.Error, _newError))
        {
            Console.SetError(_oldError);
        }

        if (ReferenceEquals(Console.In, _newIn))
        {
            Console.SetIn(_oldIn);
        }
    }
}
