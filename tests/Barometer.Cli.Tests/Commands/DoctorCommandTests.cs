using System.Diagnostics;

namespace Barometer.Cli.Tests.Commands;

/// <summary>Hook, policy and restricted folder are told in a line each, and what is wrong makes the command fail.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly Clone _clone = Clone.With();

    public DoctorCommandTests()
    {
        File.WriteAllText(_clone[".gitignore"], "/data/restricted/\n");
        Git("init", "-q");
        Git("add", ".gitignore", "data");
        Git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Begin");
    }

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Doctor_AllAsItShouldBe_SaysSoInThreeLines()
    {
        (await Tool.RunAsync(_clone, "hook", "install")).Succeeded();

        var run = (await Tool.RunAsync(_clone, "doctor")).Succeeded();

        Assert.Equal(["hook", "policy", "restricted"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.Contains("it holds no answers", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Doctor_FreshClone_NamesTheCommandThatInstallsTheHook()
    {
        var run = (await Tool.RunAsync(_clone, "doctor")).Ended(ExitCode.Failure);

        Assert.StartsWith("error hook       git asks nobody before a commit: dotnet run --project src/Barometer.Cli -- hook install", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Doctor_HookOfSomebodyElse_IsNotEnough()
    {
        Directory.CreateDirectory(_clone[".git/hooks"]);
        File.WriteAllText(_clone[".git/hooks/pre-commit"], "#!/bin/sh\nexit 0\n");

        Assert.Contains("doesn't call «barometer check --staged»", (await Tool.RunAsync(_clone, "doctor")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_PolicyThatWasLowered_SaysSo()
    {
        _clone.Replace("data/releases/policy.json", "\"value\": 5", "\"value\": 4");

        Assert.Contains("policy     data/releases/policy.json differs from what was committed", (await Tool.RunAsync(_clone, "doctor")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AnswersThatGitTracks_SaysSo()
    {
        Plant();
        Git("add", "-f", "data/restricted");

        Assert.Contains("restricted git tracks files of data/restricted", (await Tool.RunAsync(_clone, "doctor")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AnswersThatGitDoesNotIgnore_SaysSo()
    {
        Plant();
        File.WriteAllText(_clone[".gitignore"], "");

        Assert.Contains("restricted git doesn't ignore data/restricted", (await Tool.RunAsync(_clone, "doctor")).Ended(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AnswersInTheirPlace_CountsTheFiles()
    {
        Plant();

        Assert.Contains("restricted git ignores it and tracks nothing of it; its 1 file can be read", (await Tool.RunAsync(_clone, "doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reproduce_NoHook_SaysWhichCommandInstallsIt()
    {
        File.WriteAllText(_clone.Notebook("01-first"), NotebookText.Of("Workbench.Open().Provenance()"));
        const string Note = "note nothing checks a commit before it is made: dotnet run --project src/Barometer.Cli -- hook install\n";

        var without = (await Tool.RunAsync(_clone, "reproduce")).Succeeded();
        (await Tool.RunAsync(_clone, "hook", "install")).Succeeded();
        var with = (await Tool.RunAsync(_clone, "reproduce")).Succeeded();

        Assert.EndsWith(Note, without.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("hook install", with.Out, StringComparison.Ordinal);
    }

    private void Plant()
    {
        Directory.CreateDirectory(_clone["data/restricted/strategic-2018"]);
        File.WriteAllText(_clone["data/restricted/strategic-2018/responses.csv"], "unit_id\n");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _clone.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
