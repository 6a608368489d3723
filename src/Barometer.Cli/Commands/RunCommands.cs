using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary>The commands that run notebooks: <c>barometer reproduce</c> and <c>run</c>.</summary>
internal static class RunCommands
{
    private static readonly Option<DirectoryInfo> Data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();

    /// <summary>Runs every notebook and writes what they leave behind.</summary>
    public static Command Reproduce()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a stored output differs from a fresh run." };
        var command = new Command("reproduce", "Run all notebooks, and write artifacts/ with figures, tables and the published check.") { check, Data };
        command.SetAction((parsed, cancel) => Reproducer(parsed).RunAsync(parsed.GetValue(check), cancel));
        return command;
    }

    /// <summary>Runs some notebooks and stores their outputs in them.</summary>
    public static Command Run()
    {
        var names = new Argument<string[]>("notebook") { Description = "Notebooks by name, for example 02-innovation-activity.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("run", "Run single notebooks and store their outputs in them.") { names, Data };
        command.SetAction((parsed, cancel) => Reproducer(parsed).RunOnlyAsync(parsed.GetValue(names)!, cancel));
        return command;
    }

    private static Reproducer Reproducer(ParseResult parsed) => new(Repository.Find(), parsed.GetValue(Data)?.FullName);
}
