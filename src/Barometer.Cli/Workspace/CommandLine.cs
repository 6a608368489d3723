using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;

namespace Barometer.Cli.Workspace;

/// <summary>What is told of a command line that can't be run: what is wrong, what was likely meant, and where the rest is explained.</summary>
internal static class CommandLine
{
    private const string Name = "barometer";

    /// <summary>Takes what begins as an option does for an option, also where a command takes any names: none of ours begins so.</summary>
    public static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result => result.Tokens.Select(token => token.Value).Where(IsOption).ToList().ForEach(result.AddError));
        }

        command.Subcommands.ToList().ForEach(RefuseUnknownOptions);
    }

    /// <summary>Tells each fault once, on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        Problems(parsed, command).Distinct().ToList().ForEach(problem => Terminal.Fail(problem.ToString()));
        return ExitCode.Failure;
    }

    private static IEnumerable<Problem> Problems(ParseResult parsed, Command command)
    {
        // Behind a word that is no command nothing is known of the rest, and the parser's own words for it would come a second time.
        List<string> unknown = [.. parsed.UnmatchedTokens, .. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(IsOption)];
        if (unknown.Count > 0 && !IsOption(unknown[0]) && command.Subcommands.Count > 0)
        {
            var names = command.Subcommands.Select(one => one.Name).ToList();
            return [new Problem($"There is no command «{unknown[0]}»", Expected: NearNames.Expected(names, unknown[0]), Hint: NearNames.Hint(names, unknown[0]) ?? Help(command))];
        }

        return unknown.Count > 0 ? unknown.Select(token => Unknown(token, command)) : parsed.Errors.Select(error => new Problem(error.Message.TrimEnd('.'), Hint: Help(command)));
    }

    private static Problem Unknown(string token, Command command)
    {
        var names = command.Options.Select(option => option.Name).Append("--help").Distinct().ToList();
        return new Problem(
            $"«{token}» is nothing that «{Path(command)}» takes", Expected: NearNames.Expected(names, token), Hint: NearNames.Hint(names, token) ?? Help(command));
    }

    private static string Help(Command command) => $"{Path(command)} --help says how it is written";

    private static string Path(Command command) =>
        command is RootCommand ? Name : $"{Path(command.Parents.OfType<Command>().First())} {command.Name}";

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}

/// <summary>How a command ends: its exit code, and its errors told without a stack trace.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Something is wrong with the input, a notebook failed, or a stored output is stale.</summary>
    public const int Failure = 1;

    /// <summary>The user stopped it.</summary>
    public const int Cancelled = 130;

    /// <summary>Runs a command; Ctrl+C and SIGTERM cancel it, and what it throws for the user becomes a message.</summary>
    public static async Task<int> OfAsync(Func<CancellationToken, Task<int>> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        try
        {
            return await command(stop.Token);
        }
        catch (OperationCanceledException)
        {
            Terminal.Fail("Stopped. Nothing was written.");
            return Cancelled;
        }
        catch (Exception exception) when (exception is BarometerException or NotebookException or IOException or UnauthorizedAccessException)
        {
            Terminal.Fail(exception.Message);
            return Failure;
        }
        catch (Exception exception)
        {
            // A fault of the program: the frames say where. Its message may hold what it was computing with.
            Terminal.Fail("The program failed: " + SafeMessages.WithoutMessages(exception));
            return Failure;
        }
    }

    // The first signal lets the command end in good order; a second one ends the program at once, as it would without us,
    // unless the command has taken it for itself, as the kernel does.
    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel |= !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
