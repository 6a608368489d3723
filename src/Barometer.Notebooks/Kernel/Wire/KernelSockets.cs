using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;

namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>
/// The five sockets of a kernel, on one thread of their own. They only carry: what comes in is handed on, and what goes
/// out may come from any thread.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private const long LargestFrame = 64L * 1024 * 1024;
    private const int MostFrames = 64;
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly RouterSocket _input = new();
    private readonly XPublisherSocket _publish = new();
    private readonly RouterSocket _heartbeat = new();
    private readonly NetMQQueue<(JupyterChannel Channel, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NetMQPoller _poller;

    /// <summary>Takes the ports.</summary>
    /// <exception cref="NotebookException">One is taken.</exception>
    public KernelSockets(ConnectionFile connection)
    {
        _poller = [_shell, _control, _input, _publish, _heartbeat, _outgoing];
        try
        {
            Connection = connection with
            {
                Shell = Bind(_shell, connection, connection.Shell),
                Control = Bind(_control, connection, connection.Control),
                Input = Bind(_input, connection, connection.Input),
                Publish = Bind(_publish, connection, connection.Publish),
                Heartbeat = Bind(_heartbeat, connection, connection.Heartbeat),
            };
        }
        catch
        {
            DisposeSockets();
            throw;
        }
    }

    /// <summary>Where the sockets listen: the ports as they were given, or as the system chose them.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>Ends when somebody listens to what is published.</summary>
    public Task Subscribed => _subscribed.Task;

    /// <summary>Begins to send and to listen.</summary>
    /// <param name="received">Takes what comes in, on the sockets' thread: it must return at once, and not throw.</param>
    public void Start(Action<JupyterChannel, IReadOnlyList<byte[]>> received)
    {
        On(_shell, socket => Receive(JupyterChannel.Shell, socket, received));
        On(_control, socket => Receive(JupyterChannel.Control, socket, received));
        On(_input, socket => Receive(JupyterChannel.Input, socket, received));
        On(_publish, Subscribe);
        On(_heartbeat, Beat);
        _outgoing.ReceiveReady += (_, ready) => SendAll(ready.Queue);
        _poller.RunAsync("kernel sockets", isBackgroundThread: true);
    }

    /// <summary>Sends a message, after those sent before.</summary>
    public void Send(JupyterChannel channel, IReadOnlyList<byte[]> frames) => _outgoing.Enqueue((channel, frames));

    /// <summary>Sends what is waiting, and stops listening.</summary>
    public void Dispose()
    {
        _poller.Stop();
        SendAll(_outgoing);
        DisposeSockets();
    }

    private static int Bind(NetMQSocket socket, ConnectionFile connection, int port)
    {
        socket.Options.MaxMsgSize = LargestFrame;
        socket.Options.SendHighWatermark = 0;
        socket.Options.Linger = Linger;
        var host = connection.Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{connection.Address}]" : connection.Address.ToString();
        var address = string.Create(CultureInfo.InvariantCulture, $"tcp://{host}:{port}");
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                socket.Bind(address);
                return new Uri(socket.Options.LastEndpoint!).Port;
            }
            catch (NetMQException) when (clock.Elapsed < LongestWait)
            {
                // The kernel that is restarted may not have let go of its ports yet.
                Thread.Sleep(50);
            }
            catch (NetMQException exception)
            {
                throw new NotebookException(new NotebookProblem("The kernel can't listen", address, "a port that is free", exception.ErrorCode.ToString()), exception);
            }
        }
    }

    // What a peer sends is never the end of the thread that serves all others.
    private static void On(NetMQSocket socket, Action<NetMQSocket> serve) => socket.ReceiveReady += (_, ready) =>
    {
        try
        {
            serve(ready.Socket);
        }
        catch (NetMQException)
        {
            // The peer is gone, or out of step.
        }
    };

    private static void Receive(JupyterChannel channel, NetMQSocket socket, Action<JupyterChannel, IReadOnlyList<byte[]>> received)
    {
        if (ReadFrames(socket) is { } frames)
        {
            received(channel, frames);
        }
    }

    // A message of too many frames is read to its end and forgotten.
    private static List<byte[]>? ReadFrames(NetMQSocket socket)
    {
        var frames = new List<byte[]>();
        for (var more = true; more && socket.TryReceiveFrameBytes(out var frame, out more);)
        {
            if (frames.Count <= MostFrames)
            {
                frames.Add(frame!);
            }
        }

        return frames.Count is > 0 and <= MostFrames ? frames : null;
    }

    private void Subscribe(NetMQSocket socket)
    {
        if (ReadFrames(socket) is [[1, ..], ..])
        {
            _subscribed.TrySetResult();
        }
    }

    private static void Beat(NetMQSocket socket)
    {
        if (ReadFrames(socket) is { } frames)
        {
            Send(socket, frames);
        }
    }

    private void SendAll(NetMQQueue<(JupyterChannel Channel, IReadOnlyList<byte[]> Frames)> queue)
    {
        while (queue.TryDequeue(out var message, TimeSpan.Zero))
        {
            Send(message.Channel switch
            {
                JupyterChannel.Shell => _shell,
                JupyterChannel.Control => _control,
                JupyterChannel.Input => _input,
                _ => _publish,
            }, message.Frames);
        }
    }

    private static void Send(NetMQSocket socket, IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            socket.TrySendFrame(frames[i], more: i < frames.Count - 1);
        }
    }

    private void DisposeSockets()
    {
        _poller.Dispose();
        _outgoing.Dispose();
        foreach (NetMQSocket socket in (NetMQSocket[])[_shell, _control, _input, _publish, _heartbeat])
        {
            socket.Dispose();
        }
    }
}
