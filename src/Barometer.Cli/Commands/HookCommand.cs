using System.CommandLine;
using System.Text;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer hook</c>: has git check every commit before it is made.</summary>
internal static class HookCommand
{
    public static Command Create()
    {
        var force = new Option<bool>("--force") { Description = "Replace a hook that is not ours." };
        var install = new Command("install", "Check what is staged before every commit.") { force };
        install.SetAction(parsed => Install(CommitHook.Of(Repository.Find().Root), parsed.GetValue(force)));
        var uninstall = new Command("uninstall", "Remove our hook; another one is left alone.");
        uninstall.SetAction(_ => Uninstall(CommitHook.Of(Repository.Find().Root)));
        return new Command("hook", "Install or remove git's pre-commit hook, which runs «check --staged».") { install, uninstall };
    }

    private static int Install(CommitHook hook, bool force)
    {
        if (hook.Exists && !hook.IsOurs && !force)
        {
            throw new BarometerException(new Problem(
                "There is a pre-commit hook already, and it isn't ours", Expected: "none", Hint: "call «barometer check --staged» from it, or replace it by --force"));
        }

        hook.Write();
        Terminal.Say($"The pre-commit hook is installed; «barometer hook uninstall» removes it");
        return ExitCode.Success;
    }

    private static int Uninstall(CommitHook hook)
    {
        if (hook.IsOurs)
        {
            File.Delete(hook.Path);
            Terminal.Say($"The pre-commit hook is removed");
        }
        else
        {
            Terminal.Say($"There is no pre-commit hook of ours");
        }

        return ExitCode.Success;
    }
}

/// <summary>Git's pre-commit hook of a clone: ours, or another one that calls the gate.</summary>
/// <param name="Path">Where it lies: git says, since a worktree, or <c>core.hooksPath</c>, has its hooks elsewhere.</param>
internal sealed record CommitHook(string Path)
{
    /// <summary>The command that installs ours.</summary>
    public const string Install = "dotnet run --project src/Barometer.Cli -- hook install";

    private const string Gate = "check --staged";
    private const string Mark = "# barometer: nothing without a release in a commit (docs/notebooks.md)";

    private const string Script = $"""
        #!/bin/sh
        {Mark}
        exec dotnet run --project "$(git rev-parse --show-toplevel)/src/Barometer.Cli" -- {Gate}

        """;

    /// <summary>Whether there is a hook, of whomever.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Whether it is ours.</summary>
    public bool IsOurs => Exists && Text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>Whether git asks the gate before a commit: the hook calls it, and may be executed.</summary>
    public bool AsksTheGate => Exists && Text.Contains(Gate, StringComparison.Ordinal)
        && (OperatingSystem.IsWindows() || File.GetUnixFileMode(Path).HasFlag(UnixFileMode.UserExecute));

    private string Text => File.ReadAllText(Path);

    /// <summary>The hook of a clone.</summary>
    /// <exception cref="BarometerException">There is no git, or no repository.</exception>
    public static CommitHook Of(string root) =>
        new(System.IO.Path.Combine(root, Encoding.UTF8.GetString(Git.Run(root, "rev-parse", "--git-path", "hooks/pre-commit")).Trim()));

    /// <summary>Writes ours.</summary>
    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, Script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }
}
