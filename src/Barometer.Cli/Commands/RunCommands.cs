using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary>The commands about what notebooks show: <c>barometer reproduce</c>, <c>run</c>, <c>export</c> and <c>clear</c>.</summary>
internal static class RunCommands
{
    private static readonly Option<DirectoryInfo> Data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();

    private static readonly Option<FileInfo> Template = new Option<FileInfo>("--template") { Description = "A Word template (.dotx) or document whose styles the Word documents take." }.AcceptExistingOnly();

    private static readonly Option<bool> Charts = new("--native-charts") { Description = "Word's own charts, with their numbers inside, in place of pictures where a figure can be one." };

    /// <summary>Runs every notebook and writes what they leave behind.</summary>
    public static Command Reproduce()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a stored output differs from a fresh run." };
        var command = new Command("reproduce", "Run all notebooks, and write artifacts/ with figures, tables and the published check.") { check, Template, Charts, Data };
        command.SetAction((parsed, cancel) => Reproducer(parsed).RunAsync(parsed.GetValue(check), cancel));
        return command;
    }

    /// <summary>Runs some notebooks and stores their outputs in them.</summary>
    public static Command Run()
    {
        var names = Names();
        var command = new Command("run", "Run single notebooks and store their outputs in them.") { names, Data };
        command.SetAction((parsed, cancel) => Reproducer(parsed).RunOnlyAsync(parsed.GetValue(names)!, cancel));
        return command;
    }

    /// <summary>Runs some notebooks and writes what they show as documents and pictures, marked as drafts; the notebooks are left as they are.</summary>
    public static Command Export()
    {
        var names = Names();
        var folder = new Option<DirectoryInfo>("--to") { Description = "Another folder in place of drafts/, which git ignores; each notebook has one of its name in it, which is replaced." };
        var command = new Command("export", "Run single notebooks and write their figures, tables and sentences as Word, Excel, PNG and SVG, marked as drafts.") { names, folder, Template, Charts, Data };
        command.SetAction((parsed, cancel) => Reproducer(parsed).ExportAsync(parsed.GetValue(names)!, parsed.GetValue(folder)?.FullName, cancel));
        return command;
    }

    /// <summary>Empties the outputs of some notebooks.</summary>
    public static Command Clear()
    {
        var names = Names();
        var command = new Command("clear", "Empty the outputs of single notebooks, and take them off the register of what is shown.") { names };
        command.SetAction(parsed => new Reproducer(Repository.Find(), dataFolder: null).Clear(parsed.GetValue(names)!));
        return command;
    }

    private static Argument<string[]> Names() =>
        new("notebook") { Description = "Notebooks by name, number or beginning: 02-innovation-activity, innovation-activity, 02 or innov.", Arity = ArgumentArity.OneOrMore };

    private static Reproducer Reproducer(ParseResult parsed) => new(Repository.Find(), parsed.GetValue(Data)?.FullName, parsed.GetValue(Template)?.FullName) { HasCharts = parsed.GetValue(Charts) };
}
