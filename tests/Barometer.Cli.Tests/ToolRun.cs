namespace Barometer.Cli.Tests;

/// <summary>How the program ended and what it said.</summary>
internal sealed record ToolRun(int Code, string Out, string Error)
{
    /// <summary>Fails, with what the program said, unless it went well.</summary>
    public ToolRun Succeeded() => Ended(ExitCode.Success);

    /// <summary>Fails, with what the program said, unless it ended with this code.</summary>
    public ToolRun Ended(int code)
    {
        Assert.True(Code == code, $"exit code {Code}, not {code}\n{Error}\n{Out}");
        return this;
    }
}
