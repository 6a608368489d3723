using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer kernel</c>: runs notebooks for VS Code and Jupyter.</summary>
internal static class KernelCommand
{
    private static readonly Option<bool> OfRepository = new("--repository") { Description = "Only for this clone, in .jupyter/; JUPYTER_PATH has to name that folder." };

    public static Command Create() => new("kernel", "Run notebooks in VS Code and Jupyter.") { Install(), Uninstall(), List(), Run() };

    private static Command Install()
    {
        var force = new Option<bool>("--force") { Description = $"Take the name {KernelInstaller.SharedName} from another kernel that has it." };
        var command = new Command("install", "Install the kernel for this user; once more after an update.") { OfRepository, force };
        command.SetAction(parsed =>
        {
            var kernel = new KernelInstaller(AppContext.BaseDirectory, Path.GetFileName(typeof(KernelCommand).Assembly.Location))
                .Install(Folder(parsed), KernelSpecFolders.All(), parsed.GetValue(force));
            Terminal.Say($"Kernel «{kernel.Name}» is installed in {kernel.Folder}");
            if (kernel.Name != KernelInstaller.SharedName)
            {
                Terminal.Say($"Another kernel is called {KernelInstaller.SharedName}, which the notebooks ask for: choose ours in the front end, or replace it by --force");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var command = new Command("uninstall", "Remove our kernel; others are left alone.") { OfRepository };
        command.SetAction(parsed =>
        {
            var removed = KernelInstaller.Uninstall(Folder(parsed));
            Terminal.Say($"{(removed.Count == 0 ? "There is no kernel of ours" : "Removed: " + string.Join(", ", removed.Select(kernel => kernel.Folder)))}");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the kernels that front ends find here.");
        command.SetAction(_ =>
        {
            foreach (var kernel in KernelSpecFolders.All().SelectMany(InstalledKernel.FindAll))
            {
                Terminal.Say($"{kernel.Name,-20} {(kernel.IsOurs ? "ours" : "other"),-6} {kernel.Folder}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Command Run()
    {
        var file = new Option<FileInfo>("--connection-file") { Description = "The file in which the front end says where to listen.", Required = true }.AcceptExistingOnly();
        var command = new Command("run", "Run a kernel; front ends do this.") { file };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(file)!.FullName));
        return command;
    }

    private static async Task<int> RunAsync(string connectionFile)
    {
        JudgedCells.Say();
        await KernelProcess.RunAsync(connectionFile, Options(Repository.Find(), Exploration.IsAllowed, Console.Error.WriteLine));

        // Threads that a cell left behind must not keep the process.
        Environment.Exit(ExitCode.Success);
        return ExitCode.Success;
    }

    /// <summary>How a kernel of a clone runs cells: by the rules of code, which let somebody who explores do more.</summary>
    internal static KernelOptions Options(Repository repository, bool isExploring, Action<string> log) =>
        new() { Judge = new CodeRules(KnownNames.Read(repository), isExploring).Judge, Log = log };

    private static string Folder(ParseResult parsed) =>
        parsed.GetValue(OfRepository) ? KernelSpecFolders.OfRepository(Repository.Find().Root) : KernelSpecFolders.OfUser();
}
