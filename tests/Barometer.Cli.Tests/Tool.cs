using System.Diagnostics;

namespace Barometer.Cli.Tests;

/// <summary>Runs the program as its users do: as a process of its own, in a folder, with its output piped.</summary>
internal static class Tool
{
    private static readonly string[] Inherited =
        ["LANG", "LC_ALL", "LC_NUMERIC", "LC_TIME", "BAROMETER_DATA", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    /// <summary>Runs it in the clone and waits for its end.</summary>
    public static Task<ToolRun> RunAsync(Clone clone, params string[] arguments) => RunAsync(clone, new Dictionary<string, string>(), arguments);

    public static async Task<ToolRun> RunAsync(Clone clone, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(clone, environment, arguments);
        return await EndAsync(process);
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
