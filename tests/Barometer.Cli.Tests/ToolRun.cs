namespace Barometer.Cli.Tests;

/// <summary>How the program ended and what it said.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <summary>Fails, with what the program said, unless it went well.</summary>
    public ToolRun Succeeded()
    {
        Assert.True(ExitCode == Outcome.Success, $"exit code {ExitCode}\n{Error}\n{Out}");
        return this;
    }

    /// <summary>Fails, with what the program said, unless it ended with this code.</summary>
    public ToolRun Ended(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, not {code}\n{Error}\n{Out}");
        return this;
    }
}
