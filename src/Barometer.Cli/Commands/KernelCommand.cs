using System.CommandLine;
using Barometer.Analysis.Display;
using Barometer.Cli.Reproduction;
using Barometer.Notebooks.Kernel;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer kernel</c>: runs notebooks for Jupyter's front ends.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Run notebooks in VS Code and Jupyter.") { Run() };

    private static Command Run()
    {
        var file = new Option<FileInfo>("--connection-file") { Description = "The file in which the front end says where to listen.", Required = true }.AcceptExistingOnly();
        var command = new Command("run", "Run a kernel; front ends do this.") { file };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(file)!.FullName));
        return command;
    }

    private static async Task<int> RunAsync(string connectionFile)
    {
        var isExploring = Exploration.IsOn;
        await KernelProcess.RunAsync(connectionFile, new KernelOptions
        {
            OutputFilter = output => new ExhibitCollector("notebook").Take(output),
            IsSafeMessage = exception => isExploring || Notebooks.Sessions.SafeMessages.AreMarked(exception),
            HiddenMessage = $"The message isn't shown here, where it would be stored: it may hold data. The kernel's log has it; with {Exploration.Variable}=1 it stands here.",
            Log = Console.Error.WriteLine,
        });

        // Threads that a cell left behind must not keep the process.
        Environment.Exit(Outcome.Success);
        return Outcome.Success;
    }
}
