using System.Text;
using Barometer.Notebooks.Display;
using Barometer.Notebooks.Sessions;

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

    /// <summary>What the cell has shown: <see cref="ConsoleText"/> and <see cref="MimeBundle"/>.</summary>
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
    public void Show(MimeBundle bundle)
    {
        if ((_bundles += bundle.Forms.Sum(form => (long)form.Value.Length)) > textLimit * BundleAllowance)
        {
            StopCell();
            return;
        }

        _outputs.Add(bundle);
    }

    /// <inheritdoc/>
    public void Dispose() => _overflow.Dispose();

    // Not at once: the call comes from the very thread that is to be stopped.
    private void StopCell() => _overflow.CancelAsync();

    /// <summary>Text that was written to one channel in a row.</summary>
    internal sealed record ConsoleText(TextChannel Channel)
    {
        /// <summary>The text so far.</summary>
        public StringBuilder Text { get; } = new();
    }
}
