using System.Diagnostics;
using System.Globalization;

namespace Barometer.Cli.Tests.Reproduction;

/// <summary>A run that is stopped ends with 130 and writes nothing.</summary>
public class StoppingTests(ReproducedClone reproduced)
{
    private const string Endless = "while (true) { }";
    private static readonly TimeSpan UntilItRuns = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("TERM", 15)]
    [InlineData("INT", 2)]
    public async Task Reproduce_SignalWhileACellRuns_EndsWith130AndWritesNothing(string signal, int number)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent with kill");
        Assert.SkipWhen(IsIgnored(number), "whoever started the tests has this signal ignored");
        using var clone = reproduced.Clone.Copy();
        File.WriteAllText(clone.Notebook("03-endless"), NotebookText.Of(Endless));
        var before = clone.Snapshot();

        using var process = Tool.Start(clone, new Dictionary<string, string>(), "reproduce");
        await StartedAsync(process);
        Process.Start("sh", ["-c", FormattableString.Invariant($"kill -{signal} {process.Id}")]).WaitForExit();
        var run = (await Tool.EndAsync(process)).Ended(ExitCode.Cancelled);

        Assert.EndsWith("error Stopped. Nothing was written.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task Outcome_CancelledBeforeTheRun_Is130AndWritesNothing()
    {
        using var clone = reproduced.Clone.Copy();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var before = clone.Snapshot();

        var code = await Tool.AloneAsync(
            () => ExitCode.OfAsync(_ => new Reproducer(new Repository(clone.Root), dataFolder: null).RunAsync(check: false, stop.Token)));

        Assert.Equal(ExitCode.Cancelled, code);
        Assert.Equal(before, clone.Snapshot());
    }

    // The other two notebooks are done; the third began at the latest when the first of them was.
    private static async Task StartedAsync(Process process)
    {
        for (var done = 0; done < 2;)
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(line is not null, "it ended before the endless cell began");
            done += line!.Contains("cells, done", StringComparison.Ordinal) ? 1 : 0;
        }

        await Task.Delay(UntilItRuns, TestContext.Current.CancellationToken);
        Assert.False(process.HasExited, "it ended before the endless cell began");
    }

    internal static bool IsIgnored(int signal)
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (signal - 1))) != 0;
    }
}
