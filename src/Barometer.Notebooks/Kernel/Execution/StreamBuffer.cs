using System.Text;

namespace Barometer.Notebooks.Kernel.Execution;

/// <summary>
/// Gathers what a cell writes and hands it on in pieces: soon, so that a reader sees progress, and not character by
/// character, so that a cell that writes much isn't slowed down.
/// </summary>
internal sealed class StreamBuffer : IDisposable
{
    private const int Full = 64 * 1024;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(40);

    private readonly Action<TextChannel, string> _emit;
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private TextChannel _channel;

    public StreamBuffer(Action<TextChannel, string> emit)
    {
        _emit = emit;
        _timer = new Timer(_ => Flush(), null, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Adds text, after what was written before.</summary>
    public void Write(TextChannel channel, string text)
    {
        lock (_gate)
        {
            if (channel != _channel)
            {
                Emit();
                _channel = channel;
            }

            if (_text.Length == 0)
            {
                _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }

            _text.Append(text);
            if (_text.Length >= Full)
            {
                Emit();
            }
        }
    }

    /// <summary>Hands on what there is.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            Emit();
        }
    }

    /// <summary>Hands on what there is, for the last time.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void Emit()
    {
        if (_text.Length > 0)
        {
            _emit(_channel, _text.ToString());
            _text.Clear();
        }
    }
}
