using System.Diagnostics;
using System.Reflection;
using Spectre.Console;

namespace Barometer.Cli.Tests;

/// <summary>
/// Runs the program in a folder, with its output piped: within the tests' process, where it starts warm, or as its users do,
/// as a process of its own, for what only a process has: its environment and culture, signals, its real output.
/// </summary>
internal static class Tool
{
    private static readonly string[] Inherited =
        ["LANG", "LC_ALL", "LC_NUMERIC", "LC_TIME", "BAROMETER_DATA", "BAROMETER_JOURNAL", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    // The console, the current folder and the environment are those of the process: one run at a time has them.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Runs the program in the clone, within this process, and waits for its end.</summary>
    public static Task<ToolRun> RunAsync(Clone clone, params string[] arguments) =>
        Console.IsOutputRedirected && Console.IsErrorRedirected
            ? AloneAsync(() => RunHereAsync(clone, arguments))
            : RunProcessAsync(clone, arguments); // in a terminal it would break its lines

    /// <summary>Runs it in the clone as a process and waits for its end.</summary>
    public static Task<ToolRun> RunProcessAsync(Clone clone, params string[] arguments) => RunProcessAsync(clone, new Dictionary<string, string>(), arguments);

    /// <summary>Runs it in the clone as a process with these variables in its environment and waits for its end.</summary>
    public static async Task<ToolRun> RunProcessAsync(Clone clone, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(clone, environment, arguments);
        return await EndAsync(process);
    }

    /// <summary>Does something while no run within this process has its console, its current folder and its environment.</summary>
    public static async Task<T> AloneAsync<T>(Func<Task<T>> action)
    {
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await action();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<ToolRun> RunHereAsync(Clone clone, string[] arguments)
    {
        var (folder, oldOut, oldError, oldConsole) = (Directory.GetCurrentDirectory(), Console.Out, Console.Error, AnsiConsole.Console);
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            Directory.SetCurrentDirectory(clone.Root);
            Console.SetOut(output);
            Console.SetError(error);
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
            var main = typeof(Repository).Assembly.EntryPoint!;
            var code = await Task.Run(() => (int)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!);
            await Console.Out.FlushAsync();
            return new ToolRun(code, output.ToString(), error.ToString());
        }
        finally
        {
            AnsiConsole.Console = oldConsole;
            Console.SetError(oldError);
            Console.SetOut(oldOut);
            Directory.SetCurrentDirectory(folder);
        }
    }

    /// <summary>Starts it in the clone; its environment has no culture of this machine.</summary>
    public static Process Start(Clone clone, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "barometer.dll"), .. arguments])
        {
            WorkingDirectory = clone.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Array.ForEach(Inherited, name => start.Environment.Remove(name));
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for its end; a test that is stopped takes the process with it.</summary>
    public static async Task<ToolRun> EndAsync(Process process)
    {
        var stop = TestContext.Current.CancellationToken;
        using var kill = stop.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new ToolRun(process.ExitCode, await output, await error);
    }
}
