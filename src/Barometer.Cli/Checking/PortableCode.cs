using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Checking;

/// <summary>What every host understands: no magic of one host, C# 13 at most, nothing that a script of another host doesn't know.</summary>
internal static class PortableCode
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp13, kind: SourceCodeKind.Script);

    private static readonly Dictionary<string, string> OneHostOnly = new(StringComparer.Ordinal)
    {
        ["display"] = "x.Display()",
        ["HTML"] = "an object of the library, which renders itself",
        ["DisplayAs"] = "x.Display()",
        ["Register"] = "the library's own rendering",
    };

    private static readonly string[] Spans = ["Span", "ReadOnlySpan"];

    /// <summary>What is wrong with a cell's code.</summary>
    public static IEnumerable<string> Check(string code)
    {
        var lines = code.Split('\n').ToLookup(line => line.TrimStart().StartsWith('#'));
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines[false]), Script);
        var nodes = tree.GetRoot().DescendantNodes().ToList();

        // A script has no «using var»: the parser takes its start for a directive, and misses the semicolon.
        var topLevelUsing = nodes.OfType<UsingDirectiveSyntax>().Where(node => node.SemicolonToken.IsMissing).ToList();
        IEnumerable<string> faults =
        [
            .. lines[true].Select(_ => $"it has a command; the first code cell has the only one, «{CodeRules.LoadCell}»"),
            .. tree.GetDiagnostics().Where(found => topLevelUsing.Count == 0 && found.Severity == DiagnosticSeverity.Error).Select(_ => "it isn't C# 13"),
            .. nodes.OfType<InvocationExpressionSyntax>().Select(NameOf).Where(OneHostOnly.ContainsKey)
                .Select(name => $"«{name}(…)» works in one host only; use {OneHostOnly[name]}"),
            .. topLevelUsing.Select(_ => "«using var» at the top level works in one host only"),
            .. nodes.OfType<VariableDeclarationSyntax>().Where(IsTopLevelSpan).Select(_ => "a span at the top level works in one host only"),
        ];
        return faults.Distinct();
    }

    private static bool IsTopLevelSpan(VariableDeclarationSyntax node) =>
        node.Type is GenericNameSyntax type && Spans.Contains(type.Identifier.Text) && node.Parent?.Parent is CompilationUnitSyntax;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
