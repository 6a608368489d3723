using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Compiling;

/// <summary>
/// What the compiler has read of assemblies: the framework's once a process, and a library's once for each version of the
/// file that there has been.
/// </summary>
internal sealed class ReferenceCache
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), MetadataReference> _libraries = new();

    /// <summary>The framework and this host's part that cells may call.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. ReadFramework(),
        Read(typeof(DisplayExtensions).Assembly.Location),
    ];

    /// <summary>The library at <paramref name="path"/> as it is now.</summary>
    public MetadataReference Library(string path)
    {
        var file = new FileInfo(path);
        return _libraries.GetOrAdd((path, file.LastWriteTimeUtc, file.Length), key => Read(key.Path));
    }

    private static PortableExecutableReference Read(string path) =>
        MetadataReference.CreateFromFile(path, documentation: DocumentationFiles.Beside(path));

    private static IEnumerable<MetadataReference> ReadFramework()
    {
        var comments = new FrameworkComments();
        return FrameworkAssemblies.Paths.Select(path => MetadataReference.CreateFromFile(path, documentation: comments.Of(Path.GetFileNameWithoutExtension(path))));
    }
}

/// <summary>Finds the assemblies that a referenced library needs and the cell doesn't name, where the session will load them from.</summary>
internal sealed class LibraryResolver(SessionLibraries libraries, ReferenceCache cache) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        libraries.FindOwner(referenceIdentity.Name)?.Path is { } path ? cache.Library(path) as PortableExecutableReference : null;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
