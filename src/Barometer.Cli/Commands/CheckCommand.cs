using System.CommandLine;
using Barometer.Cli.Checking;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer check</c>: holds the notebooks to the rules that keep them portable and readable.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Check the notebooks' structure: load cell, order, languages, no functions or downloads.");
        command.SetAction(_ => Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        var notebooks = repository.FindNotebooks([]);
        var faults = notebooks.SelectMany(path => NotebookRules.Check(path, repository.Tell(path))).ToList();
        faults.ForEach(fault => Terminal.Fail(fault.ToString()));
        Terminal.Say($"{notebooks.Count} notebooks checked, {faults.Count} faults");
        return faults.Count == 0 ? Outcome.Success : Outcome.Failure;
    }
}
