using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Sessions;

/// <summary>
/// What the sessions of a process share: the compiler's knowledge of assemblies, the libraries that cells name, and the
/// console, which it takes, and gives back when it is disposed of. One is enough; its sessions may run at the same time.
/// </summary>
internal sealed class CSharpEngine : IDisposable
{
    private static readonly IReadOnlyList<MetadataReference> Framework = ReferenceCache.ReadFramework();
    private readonly ConsoleRouter _console = new();

    /// <summary>What the compiler has read of assemblies.</summary>
    public ReferenceCache References { get; } = new(Framework);

    /// <summary>The libraries that cells have named, loaded once a folder.</summary>
    public LoadContexts Libraries { get; } = new();

    /// <summary>Gives the console back.</summary>
    public void Dispose() => _console.Dispose();
}

/// <summary>What a session is told when it starts.</summary>
internal sealed record SessionOptions
{
    /// <summary>The folder that <c>#!import</c> and relative <c>#r</c> start from: the notebook's.</summary>
    public required string Folder { get; init; }

    /// <summary>How long the code of a cell may run; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan CellTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cell that is told to stop may take to do so before it is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What keeps a piece of code, of a cell or of a file that it imports, from being run: a line a fault; none lets it run.</summary>
    public Func<CodePart, IReadOnlyList<string>> Judge { get; init; } = _ => [];

    /// <summary>The libraries that the session shares with this program.</summary>
    public HostLibraries HostLibraries { get; init; } = HostLibraries.None;

    /// <summary>Whether libraries are copied before they are loaded, so that they can be built anew while the session lives.</summary>
    public bool CopyLibraries { get; init; }
}
