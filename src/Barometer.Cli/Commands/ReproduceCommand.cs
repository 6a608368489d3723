using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer reproduce</c>: runs every notebook and writes what they leave behind.</summary>
internal static class ReproduceCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a stored output differs from a fresh run." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var command = new Command("reproduce", "Run all notebooks, and write artifacts/ with figures, tables and the published check.") { check, data };
        command.SetAction((parsed, cancel) =>
            new Reproducer(Repository.Find(), parsed.GetValue(data)?.FullName).RunAsync(parsed.GetValue(check), cancel));
        return command;
    }
}
