namespace Barometer.Notebooks.Sessions;

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
