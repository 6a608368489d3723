using System.CommandLine;
using Barometer.Cli.Checking;
using Barometer.Cli.Checking.Prose;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer check</c>: holds the notebooks to the rules that keep them portable and readable.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Check the notebooks' structure: load cell, order, languages, numbers in prose, no functions or downloads.");
        command.SetAction(_ => Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        var notebooks = repository.FindNotebooks([]);
        var known = KnownNumbers.Read(repository);
        var faults = notebooks.SelectMany(path => Check(path, repository.Tell(path), known)).ToList();
        faults.ForEach(fault => Terminal.Fail(fault.ToString()));
        Terminal.Say($"{notebooks.Count} notebooks checked, {faults.Count} faults");
        return faults.Count == 0 ? Outcome.Success : Outcome.Failure;
    }

    private static IEnumerable<RuleFault> Check(string path, string name, KnownNumbers known) =>
        NotebookRules.Check(path, name).Concat(ProseRules.Check(path, name, known));
}
