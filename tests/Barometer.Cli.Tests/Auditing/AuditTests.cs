using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Barometer.Cli.Tests.Auditing;

/// <summary>The audit by other answers, as its users run it.</summary>
public partial class AuditTests(Reproduction.ReproducedClone reproduced)
{
    // A second on an idle machine; an audit that isn't stopped goes on for many minutes.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Audit_Quick_TellsFactsAndWorldsAndWritesForReviewersOnly()
    {
        using var clone = reproduced.Clone.Copy();
        var before = clone.Snapshot();

        var run = (await Tool.RunProcessAsync(clone, "audit", "--quick")).Succeeded();

        Assert.Matches("operational-2018: [0-9,]+ facts of organisations \\(question × answer\\), [0-9,]+ proven; [0-9,]+ counts that break a rule, [0-9,]+ proven\n", run.Out);
        Assert.Matches("\n[1-9][0-9]* worlds of which everything is shown alike", run.Out);
        Assert.True(Proven(run.Out, "operational-2018") > 0.9, run.Out);
        Assert.DoesNotMatch("[VW][0-9]{3}", run.Out + run.Error);
        AssertWritesForReviewersOnly(before, clone);
    }

    [Fact]
    public async Task Audit_ToTheByte_ConfirmsWorlds()
    {
        using var clone = reproduced.Clone.Copy();
        var before = clone.Snapshot();

        var run = (await Tool.RunProcessAsync(clone, "audit", "--worlds", "2")).Succeeded();

        Assert.Contains("searching what is hidden, and making everything to the byte\n", run.Out, StringComparison.Ordinal);
        Assert.Matches("\n[12] worlds of which everything is shown alike", run.Out);
        AssertWritesForReviewersOnly(before, clone);
    }

    [Fact]
    public async Task Audit_SignalWhileItLooks_EndsAtOnceWith130()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent with kill");
        using var clone = reproduced.Clone.Copy();
        var before = clone.Snapshot();
        using var process = Tool.Start(clone, new Dictionary<string, string>(), "audit");
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("other answers", StringComparison.Ordinal))
        {
        }

        Assert.False(process.HasExited, "it ended before it looked for other answers");
        var clock = Stopwatch.StartNew();
        Process.Start("sh", ["-c", FormattableString.Invariant($"kill -TERM {process.Id}")]).WaitForExit();
        var run = await Tool.EndAsync(process);

        Assert.True(clock.Elapsed < AtOnce, $"it took {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(ExitCode.Cancelled, run.Code);
        Assert.EndsWith("error Stopped. Nothing was written.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, clone.Snapshot());
    }

    private static void AssertWritesForReviewersOnly(IReadOnlyList<string> before, Clone clone) =>
        Assert.Equal(["data/restricted/review/audit.json"], clone.Snapshot().Except(before).Select(line => line.Split(' ')[0]));

    private static double Proven(string output, string survey)
    {
        var counts = Counts().Match(output[output.IndexOf($"\n{survey}:", StringComparison.Ordinal)..]);
        return Number(counts.Groups[2].Value) / Number(counts.Groups[1].Value);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9,]+) facts of organisations \\(question × answer\\), ([0-9,]+) proven")]
    private static partial Regex Counts();
}
