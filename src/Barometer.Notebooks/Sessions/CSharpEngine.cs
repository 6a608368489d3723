namespace Barometer.Notebooks.Sessions;

/// <summary>
/// What the sessions of a process share: the compiler's knowledge of assemblies, the libraries that cells name, and the
/// console, which it gives back when it is disposed of. One is enough; its sessions may run at the same time.
/// </summary>
public sealed class CSharpEngine : IDisposable
{
    private readonly ConsoleRouter _console;

    /// <summary>Makes the engine and takes the console.</summary>
    public CSharpEngine()
    {
        Framework = new FrameworkAssemblies();
        References = new ReferenceCache(Framework);
        Libraries = new LibraryContexts(Framework);
        _console = new ConsoleRouter();
    }

    /// <summary>The framework that cells run on.</summary>
    internal FrameworkAssemblies Framework { get; }

    /// <summary>What the compiler has read of assemblies.</summary>
    internal ReferenceCache References { get; }

    /// <summary>The libraries that cells have named, loaded once a folder.</summary>
    internal LibraryContexts Libraries { get; }

    /// <summary>Starts a session.</summary>
    public CSharpSession CreateSession(SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new CSharpSession(this, options, LibraryFolder.PackageFolders());
    }

    /// <summary>Gives the console back.</summary>
    public void Dispose() => _console.Dispose();
}
