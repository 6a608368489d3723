using System.Text;

namespace Barometer.Notebooks.Running;

/// <summary>
/// Keeps what one cell shows, in order; text written to one channel in a row is one output. A cell that writes without
/// end is told to stop before it fills the memory.
/// </summary>
internal sealed class OutputCollector(long textLimit) : IOutputSink, IDisposable
{
    // Bundles may shrink when forms are taken out of them, console text can't.
    private const int BundleAllowance = 64;
    private readonly List<object> _outputs = [];
    private readonly CancellationTokenSource _overflow = new();
    private long _text;
    private long _bundles;

    /// <summary>Cancelled when the cell has shown too much.</summary>
    public CancellationToken Overflow => _overflow.Token;

    /// <summary>What the cell has shown: <see cref="ConsoleText"/> and <see cref="Shown"/>.</summary>
    public IReadOnlyList<object> Outputs => _outputs;

    /// <inheritdoc/>
    public void Write(TextChannel channel, string text)
    {
        if ((_text += text.Length) > textLimit)
        {
            StopCell();
            return;
        }

        if (_outputs is not [.., ConsoleText last] || last.Channel != channel)
        {
            _outputs.Add(last = new ConsoleText(channel));
        }

        last.Text.Append(text);
    }

    /// <inheritdoc/>
    public void Show(MimeBundle bundle, string? displayId)
    {
        if (IsInLimit(bundle))
        {
            _outputs.Add(new Shown(bundle, displayId));
        }
    }

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
        var place = _outputs.FindIndex(output => output is Shown shown && shown.DisplayId == displayId);
        if (place >= 0 && IsInLimit(bundle))
        {
            _outputs[place] = new Shown(bundle, displayId);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _overflow.Dispose();

    private bool IsInLimit(MimeBundle bundle)
    {
        if ((_bundles += bundle.Forms.Sum(form => (long)form.Value.Length)) <= textLimit * BundleAllowance)
        {
            return true;
        }

        StopCell();
        return false;
    }

    // Not at once: the call comes from the very thread that is to be stopped.
    private void StopCell() => _overflow.CancelAsync();

    /// <summary>Text that was written to one channel in a row.</summary>
    internal sealed record ConsoleText(TextChannel Channel)
    {
        /// <summary>The text so far.</summary>
        public StringBuilder Text { get; } = new();
    }

    /// <summary>Something that was shown.</summary>
    /// <param name="Bundle">Its forms, the last that it was given.</param>
    /// <param name="DisplayId">The name by which it is updated, or null when it can't be.</param>
    internal sealed record Shown(MimeBundle Bundle, string? DisplayId);
}
