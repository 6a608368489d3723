using System.Text;

namespace Barometer.Notebooks.Sessions;

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
