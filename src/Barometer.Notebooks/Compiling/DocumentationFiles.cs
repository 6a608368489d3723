using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Compiling;

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
