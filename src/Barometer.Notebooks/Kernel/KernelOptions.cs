namespace Barometer.Notebooks.Kernel;

/// <summary>What a kernel is told when it starts.</summary>
public sealed record KernelOptions
{
    /// <summary>The folder that <c>#!import</c> and relative <c>#r</c> start from: the notebook's, in which front ends start kernels.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The folder that paths in outputs are told from; null for the repository around <see cref="Folder"/>.</summary>
    public string? Root { get; init; }

    /// <summary>How long a cell that is told to stop may take to do so before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most characters that one cell may write or show. Front ends store what they are sent, and are slow with more.</summary>
    public long OutputLimit { get; init; } = 50_000_000;

    /// <summary>Whether an exception's message is known to hold no data. Front ends store what they are sent.</summary>
    public Func<Exception, bool> IsSafeMessage { get; init; } = SafeMessages.AreMarked;

    /// <summary>What stands in the place of a message that may hold data.</summary>
    public string HiddenMessage { get; init; } = "The message isn't shown here, where it would be stored: it may hold data. The kernel's log has it.";

    /// <summary>Whether the kernel may listen where other machines reach it.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Takes lines for whoever runs the kernel; no front end stores them.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
