using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>A doc comment as text for a reader.</summary>
/// <param name="Markdown">As Markdown.</param>
internal sealed partial record DocumentationText(string Markdown)
{
    /// <summary>As plain text.</summary>
    public string Plain => Markdown.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    /// <summary>The comment of a symbol, or of what it overrides or implements; null when there is none.</summary>
    public static DocumentationText? Of(ISymbol symbol)
    {
        for (var at = symbol.OriginalDefinition; at is not null; at = Inherited(at))
        {
            if (Read(at.GetDocumentationCommentXml()) is { } comment && comment.Element("inheritdoc") is null)
            {
                return Write(comment) is { Length: > 0 } text ? new DocumentationText(text) : null;
            }
        }

        return null;
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension,
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        { ContainingType: { } type } => type.AllInterfaces
            .SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition,
        _ => null,
    };

    private static XElement? Read(string? xml)
    {
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Write(XElement comment)
    {
        string[] blocks =
        [
            .. comment.Elements("summary").Select(Flow),
            string.Join("\n", comment.Elements("param").Select(item => $"- `{(string?)item.Attribute("name")}`: {Flow(item)}")),
            .. comment.Elements("returns").Select(item => $"**Returns** {Flow(item)}"),
            .. comment.Elements("value").Select(item => $"**Value** {Flow(item)}"),
            string.Join("\n", comment.Elements("exception").Select(item => $"- throws `{Short((string?)item.Attribute("cref"))}`: {Flow(item)}")),
            .. comment.Elements("remarks").Select(Flow),
            .. comment.Elements("example").Select(Flow),
        ];
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private static string Flow(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(Inline)), " ").Replace("\u0001", "\n", StringComparison.Ordinal).Trim();

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value.Trim()}`",
        XElement { Name.LocalName: "para" or "item" } block => $"\u0001{string.Concat(block.Nodes().Select(Inline)).Trim()}",
        XElement { HasElements: false, IsEmpty: true } reference => $"`{Short((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("href"))}`",
        XElement other => string.Concat(other.Nodes().Select(Inline)),
        _ => "",
    };

    // «M:Namespace.Type.Method(System.String)» is «Type.Method» to a reader.
    private static string Short(string? reference)
    {
        var name = (reference ?? "").Split('(')[0].Split('`')[0];
        return name is [var kind, ':', .. var full]
            ? string.Join('.', full.Split('.').TakeLast(kind is 'T' or 'N' ? 1 : 2))
            : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
