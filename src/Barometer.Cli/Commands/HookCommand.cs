using System.CommandLine;
using System.Text;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer hook</c>: has git check every commit before it is made.</summary>
internal static class HookCommand
{
    private const string Mark = "# barometer: nothing without a release in a commit (docs/notebooks.md)";

    private const string Script = $"""
        #!/bin/sh
        {Mark}
        exec dotnet run --project "$(git rev-parse --show-toplevel)/src/Barometer.Cli" -- check --staged

        """;

    public static Command Create()
    {
        var force = new Option<bool>("--force") { Description = "Replace a hook that is not ours." };
        var install = new Command("install", "Check what is staged before every commit.") { force };
        install.SetAction(parsed => Install(HookFile(), parsed.GetValue(force)));
        var uninstall = new Command("uninstall", "Remove our hook; another one is left alone.");
        uninstall.SetAction(_ => Uninstall(HookFile()));
        return new Command("hook", "Install or remove git's pre-commit hook, which runs «check --staged».") { install, uninstall };
    }

    private static int Install(string path, bool force)
    {
        if (File.Exists(path) && !IsOurs(path) && !force)
        {
            throw new BarometerException(new Problem(
                "There is a pre-commit hook already, and it isn't ours", Expected: "none", Hint: "call «barometer check --staged» from it, or replace it by --force"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        Terminal.Say($"The pre-commit hook is installed; «barometer hook uninstall» removes it");
        return ExitCode.Success;
    }

    private static int Uninstall(string path)
    {
        if (File.Exists(path) && IsOurs(path))
        {
            File.Delete(path);
            Terminal.Say($"The pre-commit hook is removed");
        }
        else
        {
            Terminal.Say($"There is no pre-commit hook of ours");
        }

        return ExitCode.Success;
    }

    private static bool IsOurs(string path) => File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal);

    // Git says where: a worktree, or core.hooksPath, has its hooks elsewhere.
    private static string HookFile()
    {
        var root = Repository.Find().Root;
        var path = Encoding.UTF8.GetString(Git.Run(root, "rev-parse", "--git-path", "hooks/pre-commit")).Trim();
        return Path.Combine(root, path);
    }
}
