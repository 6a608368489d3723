using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer audit</c>: attacks everything that the notebooks release, and writes nothing.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var command = new Command("audit", "Run all notebooks and try to work out what they hide, as a reader and as each organisation.") { data };
        command.SetAction((parsed, cancel) => new Reproducer(Repository.Find(), parsed.GetValue(data)?.FullName).AuditAsync(cancel));
        return command;
    }
}
