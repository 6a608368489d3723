using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer check</c>: holds the notebooks to the rules that keep them safe, portable and readable.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var staged = new Option<bool>("--staged") { Description = "Only what is about to be committed: nothing without a release may be in it." };
        var command = new Command(
            "check", "Check the notebooks: stored outputs carry a release; load cell, order, languages, numbers in prose, no functions or downloads.") { staged };
        command.SetAction(parsed => parsed.GetValue(staged) ? RunStaged(Repository.Find()) : Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        var notebooks = repository.FindNotebooks([]);
        var known = KnownNumbers.Read(repository);
        foreach (var note in notebooks.SelectMany(path => NotebookRules.Notes(path, repository.Tell(path), known)))
        {
            Terminal.Say($"[grey]note[/] {note}");
        }

        return Tell(notebooks.Count, "notebooks", [.. notebooks.SelectMany(path => NotebookRules.Check(path, repository.Tell(path))), .. RepeatedProse.Check(notebooks.SelectMany(path => NotebookRules.Readable(path, repository.Tell(path)))), .. RepositoryGate.Check(repository)]);
    }

    private static int RunStaged(Repository repository)
    {
        var staged = new StagedFiles(repository.Root);
        var outcome = Tell(staged.Paths.Count, "staged files", [.. RepositoryGate.Check(repository, staged)]);
        if (outcome != ExitCode.Success && !staged.Paths.Contains(RepositoryGate.Register))
        {
            Terminal.Say($"A notebook that was run again is committed together with {RepositoryGate.Register}");
        }

        return outcome;
    }

    private static int Tell(int count, string what, List<RuleFault> faults)
    {
        faults.ForEach(fault => Terminal.Fail(fault.ToString()));
        Terminal.Say($"{count} {what} checked, {Counted.Of(faults.Count, "fault", "faults")}");
        return faults.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
