using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>A kernel, and a front end that talks to it as Jupyter does; what it signs and reads is written here anew.</summary>
internal sealed class KernelClient : IDisposable
{
    public const string Key = "a key for tests";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly List<(string? Cause, string Type, JsonObject Content)> _published = [];
    private readonly SubscriberSocket _news = new();

    public KernelClient(KernelOptions? options = null, ConnectionFile? connection = null)
    {
        var where = connection ?? new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, Key);
        Kernel = new JupyterKernel(where, options ?? new KernelOptions { Folder = AppContext.BaseDirectory });
        // One name for both, as VS Code's front end has.
        Shell.Options.Identity = Control.Options.Identity = Guid.NewGuid().ToByteArray();
        Shell.Connect(Address(Kernel.Connection.Shell));
        Control.Connect(Address(Kernel.Connection.Control));
        _news.Connect(Address(Kernel.Connection.Publish));
        _news.SubscribeToAnyTopic();
        Assert.Equal("ok", (string?)Ask("kernel_info_request").Content["status"]);
    }

    public JupyterKernel Kernel { get; }

    public DealerSocket Shell { get; } = new();

    public DealerSocket Control { get; } = new();

    public static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}");

    /// <summary>Runs a cell and waits for its end.</summary>
    public KernelAnswer Run(string code, bool silent = false, bool storeHistory = true) =>
        Ask("execute_request", new JsonObject { ["code"] = code, ["silent"] = silent, ["store_history"] = storeHistory, ["stop_on_error"] = true });

    /// <summary>Sends a request and waits for its answer, and for the kernel to say that it is done with it.</summary>
    public KernelAnswer Ask(string type, JsonObject? content = null, DealerSocket? by = null, JsonObject? metadata = null) => Wait(Send(type, content, by, metadata), by);

    /// <summary>Sends a request and gives its id.</summary>
    public string Send(string type, JsonObject? content = null, DealerSocket? by = null, JsonObject? metadata = null)
    {
        var id = Guid.NewGuid().ToString();
        (by ?? Shell).SendMultipartBytes(Frames(type, content ?? [], id, metadata: metadata));
        return id;
    }

    /// <summary>The frames of a signed request.</summary>
    public static byte[][] Frames(string type, JsonObject content, string? id = null, string key = Key, JsonObject? metadata = null)
    {
        var header = new JsonObject { ["msg_id"] = id ?? Guid.NewGuid().ToString(), ["session"] = "tests", ["username"] = "tests", ["date"] = "2026-01-01T00:00:00Z", ["msg_type"] = type, ["version"] = "5.3" };
        return Signed(key, header.ToJsonString(), "{}", (metadata ?? []).ToJsonString(), content.ToJsonString());
    }

    /// <summary>Four parts, whatever they are, rightly signed.</summary>
    public static byte[][] Signed(string key, params string[] parts) => Signed(key, [.. parts.Select(Encoding.UTF8.GetBytes)]);

    public static byte[][] Signed(string key, byte[][] parts)
    {
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray());
        return ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signature)), .. parts];
    }

    /// <summary>Waits until the cell of that request has written something.</summary>
    public void WaitForOutput(string id)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest;)
        {
            ReadNews();
            if (_published.Any(news => news.Cause == id && news.Type == "stream"))
            {
                return;
            }
        }

        throw new TimeoutException("The cell wrote nothing.");
    }

    /// <summary>Waits for the answer to the request of that id.</summary>
    public KernelAnswer Wait(string id, DealerSocket? by = null)
    {
        JsonObject? answer = null;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest;)
        {
            if (answer is null && TryRead(by ?? Shell) is { } message && message.Cause == id)
            {
                answer = message.Content;
            }

            ReadNews();
            var about = _published.Where(news => news.Cause == id).ToList();
            if (answer is not null && about.Any(IsIdle))
            {
                _published.RemoveAll(news => news.Cause == id);
                return new KernelAnswer(answer, [.. about.Select(news => (news.Type, news.Content))]);
            }
        }

        throw new TimeoutException("The kernel didn't answer.");
    }

    /// <summary>Waits for the kernel to say that it is done with what it doesn't answer.</summary>
    public IReadOnlyList<(string Type, JsonObject Content)> WaitForIdle(string id)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest;)
        {
            ReadNews();
            var about = _published.Where(news => news.Cause == id).ToList();
            if (about.Any(IsIdle))
            {
                _published.RemoveAll(news => news.Cause == id);
                return [.. about.Select(news => (news.Type, news.Content))];
            }
        }

        throw new TimeoutException("The kernel didn't end what it was sent.");
    }

    public void Dispose()
    {
        Kernel.Dispose();
        foreach (NetMQSocket socket in (NetMQSocket[])[Shell, Control, _news])
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }

    private static bool IsIdle((string? Cause, string Type, JsonObject Content) news) => news.Type == "status" && (string?)news.Content["execution_state"] == "idle";

    private void ReadNews()
    {
        while (TryRead(_news) is { } news)
        {
            _published.Add(news);
        }
    }

    private static (string? Cause, string Type, JsonObject Content)? TryRead(NetMQSocket socket)
    {
        List<byte[]> frames = null!;
        if (!socket.TryReceiveMultipartBytes(TimeSpan.FromMilliseconds(5), ref frames))
        {
            return null;
        }

        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        byte[][] parts = [.. frames.Skip(at + 2).Take(4).OfType<byte[]>()];
        Assert.Equal(Signed(Key, parts)[1], frames[at + 1]);
        JsonObject Part(int i) => (JsonObject)JsonNode.Parse(parts[i])!;
        return ((string?)Part(1)["msg_id"], (string)Part(0)["msg_type"]!, Part(3));
    }
}

/// <summary>What came of a request.</summary>
/// <param name="Content">The answer.</param>
/// <param name="Published">What all front ends were told because of it.</param>
internal sealed record KernelAnswer(JsonObject Content, IReadOnlyList<(string Type, JsonObject Content)> Published)
{
    public string? Status => (string?)Content["status"];

    /// <summary>What was published of that type.</summary>
    public IEnumerable<JsonObject> Of(string type) => Published.Where(news => news.Type == type).Select(news => news.Content);

    /// <summary>What was written and shown, as text.</summary>
    public string Text => string.Concat(Published.Select(news => (string?)(news.Content["text"] ?? news.Content["data"]?["text/plain"])));
}
