using System.CommandLine;
using Barometer.Cli;
using Barometer.Cli.Commands;

var root = new RootCommand("Innovation Barometer for the Norwegian state: reproducible, representative, anonymous.")
{
    ReproduceCommand.Create(),
    RunCommand.Create(),
    CheckCommand.Create(),
    SynthesizeCommand.Create(),
};

return await Outcome.OfAsync(cancel => root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancel));
