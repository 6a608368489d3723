using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>Cells and kernels that are to end, and much of everything.</summary>
public class EndingTests
{
    // Two seconds on an idle machine; what isn't stopped goes on for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Console.Write(1); while (true) { }")]
    [InlineData("Console.Write(1); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Console.Write(1); await System.Threading.Tasks.Task.Delay(-1);")]
    [InlineData("while (true) Console.Write(1);")]
    public void Interrupt_CellNeverEnds_StopsAndTheSessionGoesOn(string code)
    {
        using var client = new KernelClient();
        client.Run("var kept = 5;");
        var endless = client.Send("execute_request", new JsonObject { ["code"] = code });
        client.WaitForOutput(endless);

        var clock = Stopwatch.StartNew();
        Assert.Equal("ok", client.Ask("interrupt_request", by: client.Control).Status);
        var answer = client.Wait(endless);

        Assert.Equal("error", answer.Status);
        Assert.Equal("Cancelled", (string?)answer.Content["ename"]);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
        Assert.Equal("5", client.Run("kept").Text);
    }

    [Fact]
    public void Interrupt_CellHasNoPlaceToStop_SaysThatItGoesOn()
    {
        using var client = new KernelClient();
        var mark = $"BAROMETER_{Guid.NewGuid():N}";
        var endless = client.Send("execute_request", new JsonObject { ["code"] = $"Enumerable.Range(0, int.MaxValue).First(i => (i == 0 ? Console.Out.WriteAsync(\"1\") : null) is null && AppDomain.CurrentDomain.GetData(\"{mark}\") != null)" }); // it writes from within, past the last place to stop
        client.WaitForOutput(endless);
        client.Ask("interrupt_request", by: client.Control);

        Assert.EndsWith("Its code goes on all the same, until the session ends.", (string?)client.Wait(endless).Content["evalue"], StringComparison.Ordinal);
        Assert.Equal("1", client.Run("1").Text);
        AppDomain.CurrentDomain.SetData(mark, "end");
    }

    [Fact]
    public void Interrupt_NothingRuns_DoesNothing()
    {
        using var client = new KernelClient();

        client.Ask("interrupt_request", by: client.Control);

        Assert.Equal("1", client.Run("1").Text);
    }

    [Fact]
    public void Requests_WhileACellRuns_AreAnswered()
    {
        using var client = new KernelClient();
        var endless = client.Send("execute_request", new JsonObject { ["code"] = "while (true) { }" });

        Assert.Equal("ok", client.Ask("complete_request", new JsonObject { ["code"] = "Math.", ["cursor_pos"] = 5 }).Status);

        client.Ask("interrupt_request", by: client.Control);
        client.Wait(endless);
    }

    [Fact]
    public void Execute_TenMegabytesOfText_ArriveWhole()
    {
        using var client = new KernelClient();

        var answer = client.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99));");

        Assert.Equal("ok", answer.Status);
        Assert.Equal(10_000_000, answer.Text.Length);
    }

    [Fact]
    public void Execute_MoreThanTheLimit_StopsTheCell()
    {
        using var client = new KernelClient(new() { Folder = AppContext.BaseDirectory, OutputLimit = 10_000 });

        var answer = client.Run("while (true) Console.WriteLine(\"more\");");

        Assert.Equal("OutputLimit", (string?)answer.Content["ename"]);
        Assert.InRange(answer.Of("stream").Sum(stream => ((string)stream["text"]!).Length), 1, 10_000);
    }

    [Fact]
    public void Execute_ManyCells_EachSeesThoseBefore()
    {
        using var client = new KernelClient();

        // Enough that the session's place for what its cells declare has grown twice.
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal("ok", client.Run($"var v{i} = {(i == 0 ? "0" : $"v{i - 1} + 1")};").Status);
        }

        Assert.Equal("39", client.Run("v39").Text);
    }

    [Fact]
    public void Shutdown_Asked_IsAnsweredAndLetsThePortsGo()
    {
        ConnectionFile where;
        using (var client = new KernelClient())
        {
            where = client.Kernel.Connection;
            var answer = client.Ask("shutdown_request", new JsonObject { ["restart"] = true }, client.Control);

            Assert.True((bool)answer.Content["restart"]!);
            Assert.True(client.Kernel.Ended.IsCompleted);
        }

        foreach (var port in new[] { where.Shell, where.Control, where.Publish, where.Input, where.Heartbeat })
        {
            Assert.True(SpinWait.SpinUntil(() => IsFree(port), Longest));
        }
    }

    [Fact]
    public void Restart_OnTheSamePorts_StartsAnew()
    {
        ConnectionFile? where = null;
        for (var i = 0; i < 5; i++)
        {
            using var client = new KernelClient(connection: where);
            Assert.Equal("ok", client.Run("var mine = 1;").Status);
            Assert.Equal(1, (int)client.Run("mine").Content["execution_count"]! - 1);
            where = client.Kernel.Connection;
        }
    }

    [Fact]
    public void Heartbeat_Sent_ComesBackWhileACellRuns()
    {
        using var client = new KernelClient();
        var endless = client.Send("execute_request", new JsonObject { ["code"] = "while (true) { }" });
        using var heart = new RequestSocket();
        heart.Connect(KernelClient.Address(client.Kernel.Connection.Heartbeat));
        heart.SendFrame("ping");

        Assert.True(heart.TryReceiveFrameString(TimeSpan.FromSeconds(20), out var pong));
        Assert.Equal("ping", pong);

        client.Ask("interrupt_request", by: client.Control);
        client.Wait(endless);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
