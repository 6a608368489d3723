using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer audit</c>: attacks everything that the notebooks release, and writes nothing.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var cases = new Option<DirectoryInfo?>("--cases") { Description = "Write a case for each answer, from the numbers of the last reproduction and the frame alone, into this folder, and judge them." };
        var command = new Command("audit", "Run all notebooks and try to work out what they hide, as a reader and as each organisation.") { data, cases };
        command.SetAction((parsed, cancel) =>
        {
            var (repository, folder) = (Repository.Find(), parsed.GetValue(data)?.FullName);
            return parsed.GetValue(cases) is { } target
                ? Task.Run(() => new PublishedCases(repository, folder ?? repository.Data).Write(target.FullName, cancel), cancel)
                : new Reproducer(repository, folder).AuditAsync(cancel);
        });
        return command;
    }
}
