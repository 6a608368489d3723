using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer audit</c>: attacks everything that the notebooks release; what it proves is written for reviewers alone.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Recompute estimates and released values only: no pictures, no documents, and what is hidden isn't searched again." };
        var worlds = new Option<int?>("--worlds") { Description = $"The most worlds of other answers to look at; {AnonymityAudit.Worlds}, with --quick {AnonymityAudit.QuickWorlds}." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Another data folder in place of data/." }.AcceptExistingOnly();
        var cases = new Option<DirectoryInfo?>("--cases") { Description = "Write a case for each answer, from the numbers of the last reproduction and the frame alone, into this folder, and judge them." };
        var command = new Command("audit", "Try to work out what the notebooks hide, as a reader and as each organisation, and prove by other answers that nobody can.") { quick, worlds, data, cases };
        command.SetAction((parsed, cancel) =>
        {
            var repository = Repository.Find();
            var folder = parsed.GetValue(data)?.FullName ?? repository.Data;
            Func<int> work = parsed.GetValue(cases) is { } target
                ? () => new PublishedCases(repository, folder).Write(target.FullName, cancel)
                : () => new AnonymityAudit(repository, folder).Run(parsed.GetValue(quick), parsed.GetValue(worlds) ?? (parsed.GetValue(quick) ? AnonymityAudit.QuickWorlds : AnonymityAudit.Worlds), cancel);

            // A search that is under way is left behind: who stops the program doesn't wait for it.
            return Task.Run(work, cancel).WaitAsync(cancel);
        });
        return command;
    }
}
