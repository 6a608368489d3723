using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>Tells what stands at a place of a cell: how it is declared, and what its doc comment says.</summary>
internal sealed partial class Inspection(CSharpSession session)
{
    /// <summary>How a declaration is written.</summary>
    public static SymbolDisplayFormat Format { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>What stands there as plain text and Markdown, or null when it is nothing with a name.</summary>
    public MimeBundle? Inspect(CodeAtCursor text)
    {
        var model = session.Analyze(text.Blanked());
        var symbols = Candidates(model, text.Position);
        return symbols.Length == 0 ? null : Describe(symbols);
    }

    /// <summary>The name that a cell asks about, <c>?design.Proportion</c> or <c>design.Proportion?</c>; null when it is code.</summary>
    public static string? NameAskedAbout(string code) => Asked().Match(code.Trim()) is { Success: true } match ? match.Groups["name"].Value : null;

    private static ISymbol[] Candidates(SemanticModel model, int position)
    {
        var root = model.SyntaxTree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0)
        {
            token = root.FindToken(position - 1);
        }

        // In a list of arguments, what is called.
        var node = token.IsKind(SyntaxKind.IdentifierToken) ? token.Parent : token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression;
        if (node is null)
        {
            return [];
        }

        var info = model.GetSymbolInfo(node is MemberAccessExpressionSyntax access ? access.Name : node);
        ISymbol?[] found = info.Symbol is null ? [.. info.CandidateSymbols, .. model.GetMemberGroup(node), model.GetDeclaredSymbol(node)] : [info.Symbol];
        return [.. found.OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default)];
    }

    private static MimeBundle Describe(ISymbol[] symbols)
    {
        var declared = symbols.Select(symbol => symbol.ToDisplayString(Format)).ToArray();
        var comment = symbols.Select(DocumentationText.Of).FirstOrDefault(text => text is not null) ?? OfType(symbols[0]);
        var more = symbols.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"\n({symbols.Length} overloads)") : "";
        return new MimeBundle(
        [
            new(MimeBundle.PlainText, string.Join("\n", declared) + more + (comment is null ? "" : "\n\n" + comment.Plain)),
            new("text/markdown", $"```csharp\n{string.Join("\n", declared)}\n```" + (comment is null ? "" : "\n\n" + comment.Markdown)),
        ]);
    }

    // A variable has no comment of its own; its type may.
    private static DocumentationText? OfType(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => DocumentationText.Of(local.Type),
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => DocumentationText.Of(variable.Type),
        IParameterSymbol parameter => DocumentationText.Of(parameter.Type),
        _ => null,
    };

    [GeneratedRegex(@"^(?:\?{1,2}\s*(?<name>[\w.]+)|(?<name>[\w.]+)\s*\?{1,2})\z")]
    private static partial Regex Asked();
}
