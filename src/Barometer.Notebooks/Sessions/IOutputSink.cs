namespace Barometer.Notebooks.Sessions;

/// <summary>
/// Takes what a cell shows, while it runs. Calls come from whichever thread the cell's code is on, several at a time
/// when the cell starts threads, and none after the cell has ended.
/// </summary>
public interface IOutputSink
{
    /// <summary>The cell wrote <paramref name="text"/> to the console; it may be part of a line.</summary>
    void Write(TextChannel channel, string text);

    /// <summary>The cell showed something; with <paramref name="displayId"/> it may be updated later.</summary>
    void Show(MimeBundle bundle, string? displayId);

    /// <summary>A cell shows <paramref name="bundle"/> in the place of what was shown by that name, in whichever cell.</summary>
    void Update(MimeBundle bundle, string displayId);
}
