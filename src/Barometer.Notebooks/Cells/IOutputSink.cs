namespace Barometer.Notebooks.Cells;

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
