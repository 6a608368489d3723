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

    /// <summary>What is wrong with a cell's code.</summary>
    public static IEnumerable<string> Check(string code)
    {
        var lines = code.Split('\n');
        var commands = lines.Where(line => line.StartsWith('#')).Where(line => line.Trim() != "#!import load.cs");
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines.Where(line => !line.StartsWith('#'))), Script);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        return
        [
            .. commands.Select(line => $"«{line.Split(' ')[0]}» works in one host only; the library comes by «#!import load.cs»"),
            .. nodes.Where(IsDeclaration).Select(_ => "it declares a function or a type: that belongs in the library"),
            .. nodes.OfType<InvocationExpressionSyntax>().Select(NameOf).Where(OneHostOnly.ContainsKey)
                .Select(name => $"«{name}(…)» works in one host only; use {OneHostOnly[name]}"),
            .. nodes.OfType<IdentifierNameSyntax>().Where(node => Network.Contains(node.Identifier.Text)).Select(_ => "it reaches for the network"),
            .. nodes.OfType<LocalDeclarationStatementSyntax>().Where(node => node.UsingKeyword.IsKind(SyntaxKind.UsingKeyword))
                .Select(_ => "«using var» at the top level works in one host only"),
        ];
    }

    private static bool IsDeclaration(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
