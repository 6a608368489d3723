namespace Barometer.Notebooks.Kernel;

/// <summary>
/// A Jupyter kernel: one C# session that a front end reaches over five sockets (messaging protocol 5.3,
/// https://jupyter-client.readthedocs.io/en/stable/messaging.html). It runs cells as the headless host does.
/// </summary>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly CSharpEngine _engine = new();
    private readonly CSharpSession _session;
    private readonly KernelSockets _sockets;
    private readonly KernelMessenger _messenger;
    private readonly CellExecutor _executor;
    private readonly ExecutionQueue _cells;
    private readonly RequestQueue _shell;
    private readonly RequestQueue _control;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    /// <summary>Starts listening.</summary>
    /// <param name="connection">Where, and the key of whoever may talk to it.</param>
    /// <param name="options">How cells are run; null for the defaults.</param>
    /// <exception cref="NotebookException">It can't listen there, or other machines would reach it and mustn't.</exception>
    public JupyterKernel(ConnectionFile connection, KernelOptions? options = null)
    {
        options ??= new KernelOptions();
        if (!connection.IsLocal && !options.AllowRemote)
        {
            throw new NotebookException(new NotebookProblem(
                "The kernel listens to this machine only", Expected: "ip: 127.0.0.1", Hint: "a kernel runs whatever code it is sent; allow other machines only where nobody else is"));
        }

        var folder = Path.GetFullPath(options.Folder);
        _session = new CSharpSession(_engine, new SessionOptions
        {
            Folder = folder,
            CellTimeLimit = Timeout.InfiniteTimeSpan,
            StopGrace = options.StopGrace,
            Judge = options.Judge,
            CopyLibraries = true,
        });
        var codec = new MessageCodec(connection.Key);
        _sockets = new KernelSockets(connection);
        _messenger = new KernelMessenger(_sockets, codec);
        var cleaner = new OutputCleaner(PathRedactor.For(folder, options.Root));
        var desk = new RequestDesk(_messenger, options.Log);
        var history = new KernelHistory();
        var inspection = new Inspection(_session);
        _executor = new CellExecutor(_session, _messenger, history, inspection, cleaner, options);
        _cells = new ExecutionQueue(desk, _executor);
        var served = new KernelRequests(_messenger, _sockets.Subscribed, history, new Completion(_session), inspection, Interrupt, Shutdown).Served;
        (_shell, _control) = (new RequestQueue(desk, served), new RequestQueue(desk, served));
        _serving = Task.WhenAll(_cells.ServeAsync(), _shell.ServeAsync(), _control.ServeAsync());
        _messenger.PublishStatus("starting", null);
        _sockets.Start((channel, frames) => Receive(codec.Read(channel, frames)));
    }

    /// <summary>Where the kernel listens.</summary>
    public ConnectionFile Connection => _sockets.Connection;

    /// <summary>Ends when a front end has asked the kernel to shut down, or <see cref="Shutdown"/> was called.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Stops the cell that is running.</summary>
    public void Interrupt() => _executor.Interrupt();

    /// <summary>Stops the cell that is running, and runs no other.</summary>
    public void Shutdown()
    {
        _cells.Close();
        _executor.Interrupt();
        _ended.TrySetResult();
    }

    /// <summary>Says what is left to say, and lets go of ports and console.</summary>
    public void Dispose()
    {
        Shutdown();
        _shell.Close();
        _control.Close();
        _serving.Wait(Farewell);
        _sockets.Dispose();
        _session.Dispose();
        _engine.Dispose();
    }

    private void Receive(JupyterMessage? message)
    {
        switch (message)
        {
            case null or { Channel: JupyterChannel.Input }:
                break;
            case { Type: "execute_request" }:
                _cells.Add(message);
                break;
            case { Channel: JupyterChannel.Control }:
                _control.Add(message);
                break;
            default:
                _shell.Add(message);
                break;
        }
    }
}
