using System.Text;

namespace Barometer.Notebooks.Cells;

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

/// <summary>A console writer that sends a cell's text to the cell's outputs, and all other text where it went before.</summary>
/// <remarks>It has no culture of its own, so that numbers follow the thread that writes them: in cells, the invariant one.</remarks>
internal sealed class CellWriter(TextChannel channel, TextWriter other) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => other.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CellScope.Current is { } cell)
        {
            cell.Write(channel, buffer.ToString());
        }
        else
        {
            other.Write(buffer);
        }
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + NewLine);

    /// <inheritdoc/>
    public override void Flush()
    {
        if (CellScope.Current is null)
        {
            other.Flush();
        }
    }
}

/// <summary>A console reader that lets no cell ask for input: a run that waits for an answer can't be repeated.</summary>
internal sealed class CellReader(TextReader other) : TextReader
{
    private TextReader Source => CellScope.Current is null
        ? other
        : throw new NotebookException(new NotebookProblem("A cell can't ask for input", Hint: "set the value in the cell, so that everybody gets the same result"));

    /// <inheritdoc/>
    public override int Peek() => Source.Peek();

    /// <inheritdoc/>
    public override int Read() => Source.Read();

    /// <inheritdoc/>
    public override string? ReadLine() => Source.ReadLine();
}

/// <summary>
/// Takes what a cell shows, while it runs. Calls come from whichever thread the cell's code is on, several at a time
/// when the cell starts threads, and none after the cell has ended.
/// </summary>
internal interface IOutputSink
{
    /// <summary>The cell wrote <paramref name="text"/> to the console; it may be part of a line.</summary>
    void Write(TextChannel channel, string text);

    /// <summary>The cell showed something; with <paramref name="displayId"/> it may be updated later.</summary>
    void Show(MimeBundle bundle, string? displayId);

    /// <summary>A cell shows <paramref name="bundle"/> in the place of what was shown by that name, in whichever cell.</summary>
    void Update(MimeBundle bundle, string displayId);
}

/// <summary>Where a cell writes text.</summary>
internal enum TextChannel
{
    /// <summary>Standard output: <c>Console.Out</c>.</summary>
    Out,

    /// <summary>Standard error: <c>Console.Error</c>.</summary>
    Error,
}

/// <summary>Takes what a cell shows that a front end wants to run silently.</summary>
internal sealed class NoOutput : IOutputSink
{
    /// <summary>The only one; it holds nothing.</summary>
    public static NoOutput Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(TextChannel channel, string text)
    {
    }

    /// <inheritdoc/>
    public void Show(MimeBundle bundle, string? displayId)
    {
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
    }
}
