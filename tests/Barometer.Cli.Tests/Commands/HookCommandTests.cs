using System.Diagnostics;

namespace Barometer.Cli.Tests.Commands;

/// <summary>The hook that checks a commit before it is made.</summary>
public sealed class HookCommandTests(ReproducedClone reproduced) : IDisposable
{
    private readonly Clone _clone = GitClone(reproduced.Clone);

    private string Hook => _clone[".git/hooks/pre-commit"];

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Install_ThenUninstall_LeavesNothing()
    {
        (await Tool.RunAsync(_clone, "hook", "install")).Succeeded();
        (await Tool.RunAsync(_clone, "hook", "install")).Succeeded();

        Assert.Contains("check --staged", File.ReadAllText(Hook), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Hook).HasFlag(UnixFileMode.UserExecute));
        (await Tool.RunAsync(_clone, "hook", "uninstall")).Succeeded();
        Assert.False(File.Exists(Hook));
    }

    [Fact]
    public async Task Install_HookOfSomebodyElse_IsLeftAloneUnlessForced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Hook)!);
        File.WriteAllText(Hook, "#!/bin/sh\nexit 0\n");

        var refused = (await Tool.RunAsync(_clone, "hook", "install")).Ended(ExitCode.Failure);
        (await Tool.RunAsync(_clone, "hook", "uninstall")).Succeeded();

        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\nexit 0\n", File.ReadAllText(Hook));
        (await Tool.RunAsync(_clone, "hook", "install", "--force")).Succeeded();
        Assert.Contains("check --staged", File.ReadAllText(Hook), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckStaged_NotebooksAsReproduced_LetsThemThrough()
    {
        Git(_clone, "add", "-A", ".");

        var run = (await Tool.RunAsync(_clone, "check", "--staged")).Succeeded();

        Assert.EndsWith("staged files checked, 0 faults\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckStaged_LeakInTheIndexOnly_StopsIt()
    {
        var clean = _clone.Read("notebooks/01-first.ipynb");
        File.WriteAllText(_clone["notebooks/01-first.ipynb"], clean.Replace("</table>", "</table><p>n = 1377</p>", StringComparison.Ordinal));
        File.WriteAllText(_clone["notebooks/æ beside.csv"], "n\n1377\n");
        File.WriteAllText(_clone["export.XLSX"], "1377");
        Directory.CreateDirectory(_clone["data/restricted"]);
        File.WriteAllText(_clone["data/restricted/responses.csv"], "n\n1377\n");
        Git(_clone, "add", "-A", "-f", ".");
        File.WriteAllText(_clone["notebooks/01-first.ipynb"], clean);

        var run = (await Tool.RunAsync(_clone, "check", "--staged")).Ended(ExitCode.Failure);

        Assert.Contains("notebooks/01-first.ipynb, cell c2: HTML with a table carries no release", run.Error, StringComparison.Ordinal);
        Assert.Contains("notebooks/æ beside.csv: a file of that name has no place there", run.Error, StringComparison.Ordinal);
        Assert.Contains("export.XLSX: a file of that name has no place there", run.Error, StringComparison.Ordinal);
        Assert.Contains("data/restricted/responses.csv: real answers never enter the repository", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("1377", run.Error, StringComparison.Ordinal);
    }

    private static Clone GitClone(Clone reproduced)
    {
        var clone = reproduced.Copy();
        Directory.Delete(clone["artifacts"], recursive: true);
        File.Delete(clone["notebooks/load.cs"]);
        Git(clone, "init", "-q");
        return clone;
    }

    private static void Git(Clone clone, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = clone.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
