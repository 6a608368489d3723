using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Checking;

/// <summary>A cell is a sentence of analysis: no functions or types, no magic of one host, no downloads.</summary>
internal static class CodeRules
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp13, kind: SourceCodeKind.Script);

    private static readonly Dictionary<string, string> OneHostOnly = new(StringComparer.Ordinal)
    {
        ["display"] = "x.Display()",
        ["HTML"] = "an object of the library, which renders itself",
        ["DisplayAs"] = "x.Display()",
        ["Register"] = "the library's own rendering",
    };

    private static readonly string[] Network = ["HttpClient", "WebClient", "WebRequest"];
    private static readonly string[] Spans = ["Span", "ReadOnlySpan"];

    /// <summary>What is wrong with a cell's code.</summary>
    public static IEnumerable<string> Check(string code)
    {
        var lines = code.Split('\n').ToLookup(line => line.TrimStart().StartsWith('#'));
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines[false]), Script);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        var topLevelUsing = nodes.OfType<UsingDirectiveSyntax>().Where(IsDeclaration).ToList();
        return new[]
        {
            lines[true].Select(line => $"«{line.Trim().Split(' ')[0]}» is a command; the first code cell has the only one, «#!import load.cs»"),
            tree.GetDiagnostics().Where(_ => topLevelUsing.Count == 0).Where(found => found.Severity == DiagnosticSeverity.Error).Select(_ => "it isn't C# 13"),
            nodes.Where(IsDeclaration).Select(_ => "it declares a function or a type: that belongs in the library"),
            nodes.OfType<InvocationExpressionSyntax>().Select(NameOf).Where(OneHostOnly.ContainsKey)
                .Select(name => $"«{name}(…)» works in one host only; use {OneHostOnly[name]}"),
            nodes.OfType<IdentifierNameSyntax>().Where(node => Network.Contains(node.Identifier.Text)).Select(_ => "it reaches for the network"),
            topLevelUsing.Select(_ => "«using var» at the top level works in one host only"),
            nodes.OfType<VariableDeclarationSyntax>().Where(IsTopLevelSpan).Select(_ => "a span at the top level works in one host only"),
            ReleaseRules.Check(nodes),
        }.SelectMany(faults => faults).Distinct();
    }

    private static bool IsDeclaration(SyntaxNode node) => node is LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    // A script has no «using var»: the parser takes its start for a directive, and misses the semicolon.
    private static bool IsDeclaration(UsingDirectiveSyntax node) => node.SemicolonToken.IsMissing;

    private static bool IsTopLevelSpan(VariableDeclarationSyntax node) =>
        node.Type is GenericNameSyntax type && Spans.Contains(type.Identifier.Text) && node.Parent?.Parent is CompilationUnitSyntax;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
