using System.Diagnostics;

namespace Barometer.Cli.Checking.Gate;

/// <summary>Runs git.</summary>
internal static class GitProcess
{
    /// <summary>What git writes to its standard output.</summary>
    /// <exception cref="BarometerException">There is no git, or it fails.</exception>
    public static byte[] Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            _ = error.Result;
            return git.ExitCode == 0 ? output.ToArray() : throw new BarometerException(new Problem(
                $"git {start.ArgumentList[0]} failed", Expected: "a clone that git knows", Hint: "run the command inside the clone"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BarometerException(new Problem("There is no git", Expected: "git on the path"));
        }
    }
}
