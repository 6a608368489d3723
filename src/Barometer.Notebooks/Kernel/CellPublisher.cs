using System.Text;
using System.Text.Json.Nodes;

namespace Barometer.Notebooks.Kernel;

/// <summary>Publishes what one cell shows while it runs, cleaned as a stored notebook's outputs are.</summary>
internal sealed class CellPublisher : IOutputSink, IDisposable
{
    private readonly KernelMessenger _messenger;
    private readonly JupyterMessage _request;
    private readonly OutputCleaner _cleaner;
    private readonly StreamBuffer _streams;
    private readonly CancellationTokenSource _overflow = new();
    private long _left;

    public CellPublisher(KernelMessenger messenger, JupyterMessage request, OutputCleaner cleaner, long limit)
    {
        (_messenger, _request, _cleaner, _left) = (messenger, request, cleaner, limit);
        _streams = new StreamBuffer(PublishStream);
    }

    /// <summary>Cancelled when the cell has shown too much.</summary>
    public CancellationToken Overflow => _overflow.Token;

    /// <inheritdoc/>
    public void Write(TextChannel channel, string text)
    {
        if (Spend(text.Length))
        {
            _streams.Write(channel, text);
        }
    }

    /// <inheritdoc/>
    public void Show(MimeBundle bundle, string? displayId) => Publish("display_data", bundle, displayId);

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId) => Publish("update_display_data", bundle, displayId);

    /// <summary>Publishes what is left of the cell's text.</summary>
    public void Dispose()
    {
        _streams.Dispose();
        _overflow.Dispose();
    }

    private void Publish(string type, MimeBundle bundle, string? displayId)
    {
        if (bundle.Forms.IsEmpty || !Spend(bundle.Forms.Sum(form => (long)form.Value.Length)))
        {
            return;
        }

        _streams.Flush();
        _messenger.Publish(type, new JsonObject
        {
            ["data"] = OutputCleaner.Data(_cleaner.Clean(bundle), text => JsonValue.Create(text)),
            ["metadata"] = PictureSize.Metadata(form => bundle[form]),
            ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
        }, _request);
    }

    private void PublishStream(TextChannel channel, string text) => _messenger.Publish("stream", new JsonObject
    {
        ["name"] = channel == TextChannel.Out ? "stdout" : "stderr",
        ["text"] = _cleaner.Clean(text),
    }, _request);

    // Not at once: the call comes from the very thread that is to be stopped.
    private bool Spend(long characters)
    {
        if (Interlocked.Add(ref _left, -characters) >= 0)
        {
            return true;
        }

        _overflow.CancelAsync();
        return false;
    }
}

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
