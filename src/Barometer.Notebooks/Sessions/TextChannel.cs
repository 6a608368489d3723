namespace Barometer.Notebooks.Sessions;

/// <summary>Where a cell writes text.</summary>
public enum TextChannel
{
    /// <summary>Standard output: <c>Console.Out</c>.</summary>
    Out,

    /// <summary>Standard error: <c>Console.Error</c>.</summary>
    Error,
}
