using System.Threading.Channels;

namespace Barometer.Notebooks.Kernel.Requests;

/// <summary>Requests that are served one after the other, beside the cells: they don't wait for one that runs.</summary>
internal sealed class RequestQueue(RequestDesk desk, IReadOnlyDictionary<string, Func<JupyterMessage, Task>> served)
{
    private readonly Channel<JupyterMessage> _waiting = Channel.CreateUnbounded<JupyterMessage>();

    /// <summary>Puts a request at the end; one of an unknown type is forgotten, as the protocol wants it.</summary>
    public void Add(JupyterMessage request)
    {
        if (served.ContainsKey(request.Type))
        {
            _waiting.Writer.TryWrite(request);
        }
    }

    /// <summary>No request comes any more.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Serves the requests until the queue is closed.</summary>
    public async Task ServeAsync()
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await desk.AttendAsync(request, served[request.Type]).ConfigureAwait(false);
        }
    }
}
