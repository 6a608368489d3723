using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer doctor</c>: says in a line each whether hook, policy and the folder of real answers are as they should be.</summary>
internal static class DoctorCommand
{
    private const string Restricted = "data/restricted";
    private const string Policy = "data/releases/policy.json";

    public static Command Create()
    {
        var command = new Command("doctor", "Say whether the hook, the policy and the folder of real answers are as they should be.");
        command.SetAction(_ => Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        (string Name, (bool IsWell, string Says) State)[] lines =
            [("hook", Told(() => Hook(repository))), ("policy", Told(() => PolicyOf(repository))), ("restricted", Told(() => RestrictedOf(repository)))];
        foreach (var (name, (isWell, says)) in lines)
        {
            if (isWell)
            {
                Terminal.Say($"[green]ok[/]    {name,-10} {says}");
            }
            else
            {
                Terminal.Fail($"{name,-10} {says}");
            }
        }

        return lines.All(line => line.State.IsWell) ? ExitCode.Success : ExitCode.Failure;
    }

    private static (bool, string) Hook(Repository repository) => CommitHook.Of(repository.Root) switch
    {
        { AsksTheGate: true } => (true, "git asks the gate before each commit"),
        { Exists: true } => (false, "git's pre-commit hook doesn't call «barometer check --staged», or may not be executed: call it from there, or hook install --force"),
        _ => (false, $"git asks nobody before a commit: {CommitHook.Install}"),
    };

    // A threshold that somebody lowered to try something is told before it decides on a release.
    private static (bool, string) PolicyOf(Repository repository)
    {
        var policy = ReleasePolicy.Read(Path.Combine(repository.Root, Policy));
        var isTracked = Git.Run(repository.Root, "ls-files", "--", Policy).Length > 0;
        var isChanged = Git.Run(repository.Root, "status", "--porcelain", "--", Policy).Length > 0;
        return isTracked && !isChanged ? (true, $"version {policy.Version}, as it was committed")
            : (false, $"{Policy} {(isTracked ? "differs from what was committed" : "isn't in the repository")}: commit it with a reason, or restore it by «git checkout {Policy}»");
    }

    private static (bool, string) RestrictedOf(Repository repository)
    {
        if (Git.Run(repository.Root, "ls-files", "--", Restricted).Length > 0)
        {
            return (false, $"git tracks files of {Restricted}: take them out by «git rm -r --cached {Restricted}», and tell the maintainers: they stay in the history");
        }

        if (!Git.Ignores(repository.Root, Restricted + "/responses.csv"))
        {
            return (false, $"git doesn't ignore {Restricted}: put «/{Restricted}/» into .gitignore");
        }

        var folder = Path.Combine(repository.Data, "restricted");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files)
        {
            File.OpenRead(file).Dispose();
        }

        return (true, files.Length == 0 ? "git ignores it and tracks nothing of it; it holds no answers, so the synthetic ones are used"
            : FormattableString.Invariant($"git ignores it and tracks nothing of it; its {Counted.Of(files.Length, "file", "files")} can be read"));
    }

    private static (bool, string) Told(Func<(bool, string)> examine)
    {
        try
        {
            return examine();
        }
        catch (Exception exception) when (exception is BarometerException or IOException or UnauthorizedAccessException)
        {
            return (false, exception.Message);
        }
    }
}
