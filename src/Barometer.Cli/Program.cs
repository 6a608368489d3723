using System.CommandLine;

NativeHeap.Share();
var root = new RootCommand("Innovation Barometer for the Norwegian state: reproducible, representative, anonymous.")
{
    RunCommands.Reproduce(),
    RunCommands.Run(),
    RunCommands.Export(),
    RunCommands.Clear(),
    AppCommand.Create(),
    CheckCommand.Create(),
    CheckDraftCommand.Create(),
    AuditCommand.Create(),
    PublishCommand.Create(),
    ImportCommand.Create(),
    NewCommand.Create(),
    VariablesCommand.Create(),
    HookCommand.Create(),
    DoctorCommand.Create(),
    KernelCommand.Create(),
    SynthesizeCommand.Create(),
    SimulateCommand.Create(),
};

CommandLine.RefuseUnknownOptions(root);
var parsed = root.Parse(args);
if (args.Length > 0 && parsed.Errors.Count > 0)
{
    return CommandLine.Tell(parsed);
}

// Signals are ours (ExitCode). No command at all gets the help, as an error.
var settings = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = null,
    Output = args.Length > 0 ? Console.Out : Console.Error,
};
return await ExitCode.OfAsync(cancel => parsed.InvokeAsync(settings, cancel));
