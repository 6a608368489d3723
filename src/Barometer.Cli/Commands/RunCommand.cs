using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer run</c>: runs some notebooks and stores their outputs in them.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("notebook") { Description = "Notebooks by name, for example 02-innovation-activity.", Arity = ArgumentArity.OneOrMore };
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var command = new Command("run", "Run single notebooks and store their outputs in them.") { names, data };
        command.SetAction((parsed, cancel) =>
            new Reproducer(Repository.Find(), parsed.GetValue(data)?.FullName).RunOnlyAsync(parsed.GetValue(names)!, cancel));
        return command;
    }
}
