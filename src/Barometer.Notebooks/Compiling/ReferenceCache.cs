using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Compiling;

/// <summary>
/// What the compiler has read of assemblies: the framework's once, and a library's once for each version of the file that there has been.
/// </summary>
/// <param name="framework">The framework's assemblies.</param>
internal sealed class ReferenceCache(IReadOnlyList<MetadataReference> framework)
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), MetadataReference> _libraries = new();

    /// <summary>The framework and this host's part that cells may call.</summary>
    public IReadOnlyList<MetadataReference> Framework => framework;

    /// <summary>Reads what <see cref="Framework"/> holds.</summary>
    public static IReadOnlyList<MetadataReference> ReadFramework()
    {
        var comments = new FrameworkComments();
        return
        [
            .. FrameworkAssemblies.Paths.Select(path => MetadataReference.CreateFromFile(path, documentation: comments.Of(Path.GetFileNameWithoutExtension(path)))),
            Read(typeof(DisplayExtensions).Assembly.Location),
        ];
    }

    /// <summary>The library at <paramref name="path"/> as it is now.</summary>
    public MetadataReference Library(string path)
    {
        var file = new FileInfo(path);
        return _libraries.GetOrAdd((path, file.LastWriteTimeUtc, file.Length), key => Read(key.Path));
    }

    private static PortableExecutableReference Read(string path) =>
        MetadataReference.CreateFromFile(path, documentation: DocumentationFiles.Beside(path));
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

/// <summary>The doc comments of an assembly, from the files that the compiler wrote; they are read when somebody asks.</summary>
internal sealed class DocumentationFiles(IReadOnlyList<Lazy<IReadOnlyDictionary<string, string>>> files) : DocumentationProvider
{
    /// <summary>The comments beside the assembly at <paramref name="path"/>.</summary>
    public static DocumentationFiles Beside(string path) => new([File(Path.ChangeExtension(path, ".xml"))]);

    /// <summary>The comments in a file, by the id of what they are about; none when it isn't there or can't be read.</summary>
    public static Lazy<IReadOnlyDictionary<string, string>> File(string path) => new(() => Read(path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        files.Select(file => file.Value.GetValueOrDefault(documentationMemberID)).FirstOrDefault(comment => comment is not null) ?? "";

    private static Dictionary<string, string> Read(string path)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                comments[(string?)member.Attribute("name") ?? ""] = member.ToString(SaveOptions.DisableFormatting);
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            comments.Clear();
        }

        return comments;
    }
}

/// <summary>
/// The framework's doc comments, where the SDK has them: beside its reference assemblies. What one assembly
/// implements, another may document.
/// </summary>
internal sealed class FrameworkComments
{
    private static readonly string[] Common = ["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Threading"];
    private readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, string>>> _files;

    public FrameworkComments()
    {
        var folder = Folder();
        _files = (folder is null ? [] : Directory.EnumerateFiles(folder, "*.xml"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), DocumentationFiles.File, StringComparer.Ordinal);
    }

    /// <summary>The comments of the assembly of that simple name.</summary>
    public DocumentationFiles Of(string name) =>
        new([.. Common.Prepend(name).Distinct().Select(file => _files.GetValueOrDefault(file)).OfType<Lazy<IReadOnlyDictionary<string, string>>>()]);

    // dotnet/shared/Microsoft.NETCore.App/10.0.1 → dotnet/packs/Microsoft.NETCore.App.Ref/10.0.x/ref/net10.0
    private static string? Folder()
    {
        var packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var version = FormattableString.Invariant($"{Environment.Version.Major}.{Environment.Version.Minor}");
        return Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs, version + ".*").Order(StringComparer.Ordinal)
                .Select(pack => Path.Combine(pack, "ref", "net" + version)).LastOrDefault(Directory.Exists)
            : null;
    }
}
