using System.CommandLine;

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
