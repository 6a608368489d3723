using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Compiling;

/// <summary>Finds the assemblies that a referenced library needs and the cell doesn't name, where the session will load them from.</summary>
internal sealed class LibraryResolver(SessionLibraries libraries, ReferenceCache cache) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        libraries.FindManaged(referenceIdentity.Name) is { } path ? cache.Library(path) as PortableExecutableReference : null;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
