namespace Barometer.Cli.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public async Task Help_ListsTheCommandsOnStandardOutput()
    {
        using var clone = Clone.With();

        var run = (await Tool.RunProcessAsync(clone, "--help")).Succeeded();

        Assert.All(["reproduce ", "run <notebook>", "check ", "synthesize "], command => Assert.Contains("\n  " + command, run.Out, StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("error «--chekc» is nothing that «barometer reproduce» takes; expected: one of --check, --help, --data, --template, --native-charts; hint: did you mean «--check»?\n", "reproduce", "--chekc")]
    [InlineData("error «--foo» is nothing that «barometer run» takes; expected: one of --data, --help; hint: barometer run --help says how it is written\n", "run", "02", "--foo")]
    [InlineData("error Required argument missing for command: 'run'; hint: barometer run --help says how it is written\n", "run")]
    [InlineData("hint: did you mean «reproduce»?\n", "reprodcue", "--check")]
    [InlineData("nowhere; hint: barometer reproduce --help says how it is written\n", "reproduce", "--data", "nowhere")]
    public async Task CommandLine_ThatIsWrong_IsToldInOneLine(string message, params string[] arguments)
    {
        using var clone = Clone.With();
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, arguments)).Ended(ExitCode.Failure);

        Assert.EndsWith(message, run.Error.Replace("'", "", StringComparison.Ordinal).Replace("command: run", "command: 'run'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Out);
        Assert.Equal(before, clone.Snapshot());
    }

    [Fact]
    public async Task CommandLine_WithoutCommand_FailsWithTheHelp()
    {
        using var clone = Clone.With();

        var run = (await Tool.RunAsync(clone)).Ended(ExitCode.Failure);

        Assert.Contains("Usage:\n", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Errors_WhenPiped_AreNotWrapped()
    {
        using var clone = Clone.With((new string('x', 200), NotebookText.Of()));

        var run = (await Tool.RunProcessAsync(clone, "run", "nothing")).Ended(ExitCode.Failure);

        Assert.Equal($"error There is no notebook «nothing» (notebooks); expected: one of {new string('x', 200)}\n", run.Error);
    }

    [Fact]
    public async Task AnyCommand_OutsideAClone_FindsTheCloneAroundTheProgram()
    {
        using var elsewhere = Clone.With();
        File.Delete(elsewhere["Barometer.Analysis.sln"]);

        var run = await Tool.RunProcessAsync(elsewhere, "check");

        Assert.Contains("notebooks checked", run.Out, StringComparison.Ordinal);
    }
}
