using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>Finds what may stand at a place of a cell: members, names in scope, names of arguments and keywords.</summary>
internal sealed class Completion(CSharpSession session)
{
    private const int Most = 500;

    /// <summary>The content of <c>complete_reply</c>.</summary>
    public JsonObject Complete(CodeAtCursor text)
    {
        // What comes after the place would be read as a continuation: «design.» and «var x» as «design.var x».
        var start = text.NameStart();
        var prefix = text.Code[start..text.Position];
        Suggestion[] found =
        [
            .. Suggest(session.Analyze(text.UpToPosition().Blanked()), start)
                .Where(suggestion => suggestion.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(suggestion => suggestion.Text)
                .OrderByDescending(suggestion => suggestion.Text.StartsWith(prefix, StringComparison.Ordinal))
                .ThenByDescending(suggestion => suggestion.Kind == "argument")
                .ThenBy(suggestion => suggestion.Text, StringComparer.OrdinalIgnoreCase)
                .Take(Most),
        ];
        var (from, to) = (text.CodePoints(start), text.CodePoints(text.Position));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Select(suggestion => (JsonNode)JsonValue.Create(suggestion.Text))]),
            ["cursor_start"] = from,
            ["cursor_end"] = to,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Select(suggestion => (JsonNode)Typed(suggestion, from, to))]),
            },
        };
    }

    private static JsonObject Typed(Suggestion suggestion, int start, int end) => new()
    {
        ["text"] = suggestion.Text,
        ["type"] = suggestion.Kind,
        ["signature"] = suggestion.Signature,
        ["start"] = start,
        ["end"] = end,
    };

    private static IEnumerable<Suggestion> Suggest(SemanticModel model, int start)
    {
        var token = model.SyntaxTree.GetRoot().FindToken(Math.Max(0, start - 1));
        if (IsText(model.SyntaxTree.GetRoot(), token, start))
        {
            return [];
        }

        return token.Kind() is SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken && token.Span.End <= start
            ? Members(model, token, start).Select(Describe)
            : Arguments(model, token).Concat(Visible(model.LookupSymbols(start)).Select(Describe)).Concat(Keywords());
    }

    // Nothing is suggested in texts and comments.
    private static bool IsText(SyntaxNode root, SyntaxToken token, int start) =>
        token.Kind() is SyntaxKind.InterpolatedStringTextToken
        || (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken && token.SpanStart < start)
        || root.FindTrivia(Math.Max(0, start - 1)).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxToken dot, int start)
    {
        SyntaxNode? owner = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent: var parent } => parent?.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null)
        {
            return [];
        }

        // Without what follows, a name before a dot may have been read as a type's: it is bound anew as an expression.
        var expression = SyntaxFactory.ParseExpression(owner.ToString());
        var place = owner.SpanStart;
        var symbol = model.GetSymbolInfo(owner).Symbol ?? model.GetSpeculativeSymbolInfo(place, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
        {
            return Visible(model.LookupSymbols(start, container)).Where(member => member.IsStatic || member is INamespaceOrTypeSymbol);
        }

        var type = model.GetTypeInfo(owner).Type is { TypeKind: not TypeKind.Error } known
            ? known
            : model.GetSpeculativeTypeInfo(place, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or IErrorTypeSymbol
            ? []
            : Visible(model.LookupSymbols(start, type, includeReducedExtensionMethods: true)).Where(member => !member.IsStatic && member is not ITypeSymbol);
    }

    private static IEnumerable<Suggestion> Arguments(SemanticModel model, SyntaxToken token)
    {
        if (token.Parent?.FirstAncestorOrSelf<BaseArgumentListSyntax>() is not { Parent: { } call } || !token.IsKind(SyntaxKind.OpenParenToken) && !token.IsKind(SyntaxKind.CommaToken))
        {
            return [];
        }

        var info = model.GetSymbolInfo(call);
        return info.CandidateSymbols.Append(info.Symbol).OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters)
            .Select(parameter => new Suggestion(parameter.Name + ":", "argument", parameter.ToDisplayString(Inspection.Format)));
    }

    private static IEnumerable<ISymbol> Visible(IEnumerable<ISymbol> symbols) => symbols.Where(symbol =>
        symbol.CanBeReferencedByName && !symbol.Name.StartsWith('<') && !IsHidden(symbol));

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static IEnumerable<Suggestion> Keywords() => SyntaxFacts.GetKeywordKinds()
        .Select(SyntaxFacts.GetText)
        .Where(text => !text.StartsWith('_'))
        .Select(text => new Suggestion(text, "keyword", ""));

    private static Suggestion Describe(ISymbol symbol) => new(symbol.Name, KindOf(symbol), symbol.ToDisplayString(Inspection.Format));

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}

/// <summary>A name that may stand at a place.</summary>
/// <param name="Text">What is put there.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, …</param>
/// <param name="Signature">How it is declared; empty for a keyword.</param>
internal sealed record Suggestion(string Text, string Kind, string Signature);
