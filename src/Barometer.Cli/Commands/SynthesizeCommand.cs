using System.CommandLine;

namespace Barometer.Cli.Commands;

/// <summary><c>barometer synthesize</c>: makes the synthetic stand-in again.</summary>
internal static class SynthesizeCommand
{
    public static Command Create()
    {
        var command = new Command("synthesize", "Make the synthetic stand-in for the answers again, byte for byte.");
        command.SetAction(_ => Run(Repository.Find()));
        return command;
    }

    private static int Run(Repository repository)
    {
        foreach (var file in SyntheticSurveys.Write(repository.Data))
        {
            Terminal.Say($"{file.Path}");
        }

        return ExitCode.Success;
    }
}
