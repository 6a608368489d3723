using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NetMQ;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>What reaches the sockets without being a message: none of it ends the kernel, and none of it runs code.</summary>
public sealed class HostileTests : IDisposable
{
    private const int Tries = 3000;
    private readonly string _mark = "BAROMETER_HOSTILE_" + Guid.NewGuid().ToString("N");
    private readonly KernelClient _client = new();

    private JsonObject Attack => new() { ["code"] = $"Environment.SetEnvironmentVariable(\"{_mark}\", \"ran\");" };

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Frames_Changed_RunNoCode()
    {
        var random = new Random(20180101);
        for (var i = 0; i < Tries; i++)
        {
            SendTo(random.Next(4) == 0 ? _client.Control : _client.Shell, Changed(random, KernelClient.Frames("execute_request", Attack)));
        }

        AssertAliveAndUntouched();
    }

    [Fact]
    public void Frames_Random_RunNoCode()
    {
        var random = new Random(20180102);
        for (var i = 0; i < Tries; i++)
        {
            byte[][] frames = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Bytes(random, random.Next(200)))];
            SendTo(_client.Shell, random.Next(2) == 0 ? frames : ["<IDS|MSG>"u8.ToArray(), .. frames]);
        }

        AssertAliveAndUntouched();
    }

    [Theory]
    [InlineData("")]
    [InlineData("another key")]
    public void Message_SignedWithAnotherKey_IsDropped(string key)
    {
        for (var i = 0; i < 100; i++)
        {
            SendTo(_client.Shell, KernelClient.Frames("execute_request", Attack, key: key));
        }

        AssertAliveAndUntouched();
    }

    [Fact]
    public void Message_Unsigned_IsDropped()
    {
        var frames = KernelClient.Frames("execute_request", Attack);
        frames[1] = [];
        SendTo(_client.Shell, frames);

        AssertAliveAndUntouched();
    }

    [Fact]
    public void Message_Replayed_RunsOnce()
    {
        _client.Run("var count = 0;");
        var frames = KernelClient.Frames("execute_request", new JsonObject { ["code"] = "count++;" });
        byte[][] upper = [frames[0], .. new[] { System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(frames[1]).ToUpperInvariant()) }, .. frames[2..]];
        for (var i = 0; i < 500; i++)
        {
            SendTo(i % 2 == 0 ? _client.Shell : _client.Control, i % 3 == 0 ? upper : frames);
        }

        // Cells of the shell are run in their order; one that came by the other socket may come late.
        _client.Ask("kernel_info_request", by: _client.Control);
        Assert.Equal("1", _client.Run("count").Text);
    }

    [Theory]
    [InlineData("[]", "{}", "{}", "{}")]
    [InlineData("{}", "{}", "{}", "{}")]
    [InlineData("null", "null", "null", "null")]
    [InlineData("{\"msg_type\":5}", "{}", "{}", "{}")]
    [InlineData("{\"msg_type\":\"execute_request\",\"msg_type\":\"execute_request\"}", "{}", "{}", "{}")]
    [InlineData("{\"msg_type\":\"execute_request\"", "{}", "{}", "{}")]
    [InlineData("{\"msg_type\":\"execute_request\"}", "{}", "{}", "{\"code\":\"\\ud800\"}")]
    [InlineData("{\"msg_type\":\"complete_request\"}", "{}", "{}", "{\"code\":[],\"cursor_pos\":\"x\"}")]
    [InlineData("{\"msg_type\":\"inspect_request\"}", "{}", "{}", "{\"code\":\"x\",\"cursor_pos\":-7}")]
    [InlineData("{\"msg_type\":\"complete_request\"}", "{}", "{}", "{\"code\":\"x.\",\"cursor_pos\":99999999999}")]
    [InlineData("{\"msg_type\":\"history_request\"}", "{}", "{}", "{\"hist_access_type\":{},\"n\":-5}")]
    [InlineData("{\"msg_type\":\"comm_open\"}", "{}", "{}", "{}")]
    public void Message_SignedButOdd_DoesNoHarm(string header, string parent, string metadata, string content)
    {
        SendTo(_client.Shell, KernelClient.Signed(KernelClient.Key, header, parent, metadata, content));

        AssertAliveAndUntouched();
    }

    [Fact]
    public void Message_NestedWithoutEnd_IsDropped()
    {
        var deep = "{\"code\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        SendTo(_client.Shell, KernelClient.Signed(KernelClient.Key, "{\"msg_type\":\"execute_request\"}", "{}", "{}", deep));

        AssertAliveAndUntouched();
    }

    [Fact]
    public void Message_TooLargeOrOfTooManyFrames_IsDropped()
    {
        var frames = KernelClient.Frames("execute_request", Attack);
        SendTo(_client.Control, [.. frames, .. Enumerable.Repeat(new byte[10], 100)]);
        using (var other = new NetMQ.Sockets.DealerSocket())
        {
            other.Options.Linger = TimeSpan.Zero;
            other.Connect(KernelClient.Address(_client.Kernel.Connection.Shell));
            SendTo(other, [.. KernelClient.Frames("execute_request", Attack), new byte[80 * 1024 * 1024]]);
            Thread.Sleep(300);
        }

        AssertAliveAndUntouched();
    }

    [Fact]
    public async Task Socket_SpokenToInAnotherProtocol_GoesOn()
    {
        var random = new Random(20180103);
        var ports = new[] { _client.Kernel.Connection.Shell, _client.Kernel.Connection.Control, _client.Kernel.Connection.Publish, _client.Kernel.Connection.Input, _client.Kernel.Connection.Heartbeat };
        for (var i = 0; i < 200; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, ports[i % ports.Length], TestContext.Current.CancellationToken);
            try
            {
                await socket.GetStream().WriteAsync(Foreign(random, i), TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                // It has hung up already.
            }
        }

        AssertAliveAndUntouched();
    }

    private static byte[] Foreign(Random random, int i)
    {
        byte[] greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. "NULL"u8, .. new byte[48]];
        return (i % 8) switch
        {
            0 => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(),
            1 => [0xFF, .. Bytes(random, 8), 0x7F, .. Bytes(random, 300)],
            2 => [.. greeting, .. Bytes(random, 300)],
            3 => [.. greeting, 4, 255, .. "\u0005READY"u8, .. Bytes(random, 40)],
            4 => [.. greeting, 6, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Bytes(random, 20)],
            5 => [0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, .. Bytes(random, 20)],
            6 => [.. greeting, 4, 25, .. "\u0005READY\u000bSocket-Type\0\0\0\u0003XYZ"u8],
            _ => Bytes(random, random.Next(1, 500)),
        };
    }

    // Sends what is left after one or more changes, each of which makes it another message, or none.
    private static byte[][] Changed(Random random, byte[][] frames)
    {
        var original = frames.Select(frame => frame.ToArray()).ToArray();
        List<byte[]> changed = [.. frames];
        while (IsStill(original, changed))
        {
            for (var changes = random.Next(1, 4); changes > 0 && changed.Count > 0; changes--)
            {
                Change(random, changed);
            }
        }

        return [.. changed];
    }

    // What stands before the delimiter is the way back; nobody signs that, nor what comes after the message.
    private static bool IsStill(byte[][] original, List<byte[]> frames) =>
        frames.FindIndex(frame => frame.AsSpan().SequenceEqual(original[0])) is >= 0 and var at
        && frames.Skip(at).Zip(original).Count(pair => pair.First.AsSpan().SequenceEqual(pair.Second)) == original.Length;

    private static void Change(Random random, List<byte[]> frames)
    {
        var at = random.Next(frames.Count);
        var frame = frames[at].ToArray();
        switch (random.Next(6))
        {
            case 0 when frame.Length > 0:
                frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
                frames[at] = frame;
                break;
            case 1:
                frames.RemoveAt(at);
                break;
            case 2:
                frames.Insert(at, Bytes(random, random.Next(64)));
                break;
            case 3:
                frames[at] = frame[..random.Next(frame.Length + 1)];
                break;
            case 4:
                frames[at] = [.. frame, .. Bytes(random, random.Next(1, 9))];
                break;
            default:
                (frames[at], frames[^1]) = (frames[^1], frames[at]);
                break;
        }
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void SendTo(NetMQSocket socket, byte[][] frames)
    {
        if (frames.Length > 0)
        {
            socket.SendMultipartBytes(frames);
        }
    }

    private void AssertAliveAndUntouched()
    {
        Assert.Equal("ok", _client.Ask("kernel_info_request", by: _client.Control).Status);
        Assert.Equal("alive", _client.Run("\"alive\"").Text);
        Assert.Null(Environment.GetEnvironmentVariable(_mark));
    }
}
