using System.Threading.Channels;

namespace Barometer.Notebooks.Kernel.Execution;

/// <summary>The cells that wait to be run. After one that fails, those that wait already are answered without being run.</summary>
internal sealed class ExecutionQueue(RequestDesk desk, CellExecutor executor)
{
    private readonly Channel<(long Number, JupyterMessage Request)> _waiting = Channel.CreateUnbounded<(long, JupyterMessage)>();
    private long _added;

    /// <summary>Puts a cell at the end.</summary>
    public void Add(JupyterMessage request) => _waiting.Writer.TryWrite((Interlocked.Increment(ref _added), request));

    /// <summary>No cell comes any more, and those that wait are forgotten.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Serves the cells until the queue is closed.</summary>
    public async Task ServeAsync()
    {
        var abortedThrough = 0L;
        await foreach (var (number, request) in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (number <= abortedThrough)
            {
                await desk.AttendAsync(request, executor.AbortAsync).ConfigureAwait(false);
                continue;
            }

            var goOn = false;
            await desk.AttendAsync(request, async cell => goOn = await executor.RunAsync(cell).ConfigureAwait(false)).ConfigureAwait(false);
            abortedThrough = goOn ? abortedThrough : Interlocked.Read(ref _added);
        }
    }
}
