using System.Collections.Concurrent;

namespace Barometer.Notebooks.Tests.Kernel;

/// <summary>A cell that the judge doesn't let run is answered with an error, and nothing of it runs; what an exception says reaches neither front end nor log.</summary>
public sealed class JudgeTests : IDisposable
{
    private const string Number = "83.96";
    private readonly ConcurrentQueue<string> _log = new();
    private readonly KernelClient _client;

    public JudgeTests() => _client = new KernelClient(new KernelOptions
    {
        Log = _log.Enqueue,
        Judge = part => part.Code.Contains("forbidden", StringComparison.Ordinal) ? ["line 2: it is forbidden"] : [],
    });

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Run_CellThatIsRefused_IsAnErrorAndRunsNothing()
    {
        var refused = _client.Run("var x = 1;\n\"forbidden\".Display();");
        var after = _client.Run("x");

        Assert.Equal(("error", "Refused", "line 2: it is forbidden"), (refused.Status, (string?)refused.Content["ename"], (string?)refused.Content["evalue"]));
        Assert.Empty(refused.Of("display_data"));
        Assert.Single(refused.Of("error"));
        Assert.Equal("Compilation", (string?)after.Content["ename"]); // no «x» was declared
        Assert.Equal("ok", _client.Run("1 + 1").Status);
    }

    [Fact]
    public void Run_ExceptionWithANumberInItsText_TellsItsType()
    {
        var thrown = _client.Run($"throw new InvalidOperationException(\"{Number}\", new Exception(\"{Number}\"));");

        Assert.Equal("System.InvalidOperationException", (string?)thrown.Content["ename"]);
        Assert.Contains("isn't shown", (string?)thrown.Content["evalue"], StringComparison.Ordinal);
        Assert.DoesNotContain(Number, thrown.Content.ToJsonString() + string.Concat(thrown.Of("error").Select(error => error.ToJsonString())), StringComparison.Ordinal);
        Assert.NotEmpty(_log);
        Assert.All(_log, line => Assert.DoesNotContain(Number, line, StringComparison.Ordinal));
    }
}
