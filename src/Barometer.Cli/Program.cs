using System.CommandLine;

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
    NewCommand.Create(),
    VariablesCommand.Create(),
    HookCommand.Create(),
    DoctorCommand.Create(),
    KernelCommand.Create(),
    SynthesizeCommand.Create(),
};

// Signals are ours (ExitCode); the help that follows a wrong command line is an error and goes where errors go.
var parsed = root.Parse(args);
var settings = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = null,
    Output = parsed.Errors.Count == 0 ? Console.Out : Console.Error,
};
return await ExitCode.OfAsync(cancel => parsed.InvokeAsync(settings, cancel));
