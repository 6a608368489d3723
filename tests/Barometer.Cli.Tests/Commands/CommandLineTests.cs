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
    [InlineData("'--chekc'", "reproduce", "--chekc")]
    [InlineData("Required argument missing for command: 'run'", "run")]
    [InlineData("'reprodcue'", "reprodcue")]
    [InlineData("Required command was not provided.")]
    [InlineData("nowhere", "reproduce", "--data", "nowhere")]
    public async Task CommandLine_ThatIsWrong_FailsWithHelpOnStandardError(string message, params string[] arguments)
    {
        using var clone = Clone.With();
        var before = clone.Snapshot();

        var run = (await Tool.RunAsync(clone, arguments)).Ended(ExitCode.Failure);

        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("Usage:\n", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
        Assert.Equal(before, clone.Snapshot());
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
