using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Checking;

/// <summary>
/// A cell is a sentence of analysis: no functions or types, no magic of one host, no downloads. Numbers leave it through a
/// release only: it reads none out of a result, prints nothing, and opens no files. What is stored is checked by the gate;
/// this finds the number on its way into a title or a file.
/// </summary>
internal static partial class CodeRules
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

    private static readonly string[] Numbers =
    [
        "Estimates", "StandardError", "Respondents", "EffectiveRespondents", "Coefficients", "PValue", "Statistic", "WeightHistory", "Strata",
        "Codes", "Values", "ToDataFrame",
    ];

    private static readonly string[] Words = ["Titled", "Sentence"];
    private static readonly string[] Files = ["File", "Directory", "FileInfo", "FileStream", "StreamWriter", "StreamReader", "Process"];
    private static readonly string[] Readers = ["SurveyReader", "CodebookReader", "PublishedRegistry", "ReleasePolicy", "DataSet"];

    /// <summary>What is wrong with a cell's code.</summary>
    public static IEnumerable<string> Check(string code)
    {
        var lines = code.Split('\n').ToLookup(line => line.TrimStart().StartsWith('#'));
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines[false]), Script);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        IEnumerable<string> faults =
        [
            .. lines[true].Select(line => $"«{line.Trim().Split(' ')[0]}» is a command; the first code cell has the only one, «#!import load.cs»"),
            .. Language(tree, nodes),
            .. Releases(nodes),
        ];
        return faults.Distinct();
    }

    private static IEnumerable<string> Language(SyntaxTree tree, IReadOnlyList<SyntaxNode> nodes)
    {
        // A script has no «using var»: the parser takes its start for a directive, and misses the semicolon.
        var topLevelUsing = nodes.OfType<UsingDirectiveSyntax>().Where(node => node.SemicolonToken.IsMissing).ToList();
        return
        [
            .. tree.GetDiagnostics().Where(found => topLevelUsing.Count == 0 && found.Severity == DiagnosticSeverity.Error).Select(_ => "it isn't C# 13"),
            .. nodes.Where(IsDeclaration).Select(_ => "it declares a function or a type: that belongs in the library"),
            .. nodes.OfType<InvocationExpressionSyntax>().Select(NameOf).Where(OneHostOnly.ContainsKey)
                .Select(name => $"«{name}(…)» works in one host only; use {OneHostOnly[name]}"),
            .. nodes.OfType<IdentifierNameSyntax>().Where(node => Network.Contains(node.Identifier.Text)).Select(_ => "it reaches for the network"),
            .. topLevelUsing.Select(_ => "«using var» at the top level works in one host only"),
            .. nodes.OfType<VariableDeclarationSyntax>().Where(IsTopLevelSpan).Select(_ => "a span at the top level works in one host only"),
        ];
    }

    private static IEnumerable<string> Releases(IReadOnlyList<SyntaxNode> nodes)
    {
        var names = nodes.OfType<IdentifierNameSyntax>().Select(node => node.Identifier.Text).ToList();
        return
        [
            .. nodes.OfType<MemberAccessExpressionSyntax>().Select(member => member.Name.Identifier.Text).Where(Numbers.Contains)
                .Select(name => $"it reads «{name}»: numbers leave a cell through barometer.Release(…) only"),
            .. names.Where(name => name == "Console").Select(_ => "it prints: show released tables, figures and sentences"),
            .. names.Where(Files.Contains).Select(_ => "it opens files: the library reads the data, and reproduce writes the results"),
            .. names.Where(Readers.Contains).Select(name => $"it uses «{name}»: the workbench reads the data, the policy and the registry"),
            .. nodes.OfType<InvocationExpressionSyntax>().Where(IsWordsWithNumber)
                .Select(call => $"«{NameOf(call)}(…)» has a number of the author's in its words: quote released ones by Sentence(…), with the answer in braces"),
            .. nodes.OfType<InvocationExpressionSyntax>().Where(OpensOtherData).Select(_ => "it opens another data folder: set BAROMETER_DATA, or use --data"),
        ];
    }

    private static bool IsDeclaration(SyntaxNode node) => node is LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static bool IsTopLevelSpan(VariableDeclarationSyntax node) =>
        node.Type is GenericNameSyntax type && Spans.Contains(type.Identifier.Text) && node.Parent?.Parent is CompilationUnitSyntax;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    // Typed in, or put in by $"…{x}…"; what stands in the braces of a plain text is filled in by the release.
    private static bool IsWordsWithNumber(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax && Words.Contains(NameOf(call))
        && call.ArgumentList.DescendantNodes().Any(node => node switch
        {
            InterpolationSyntax => true,
            LiteralExpressionSyntax { Token.Value: string text } => ProseNumber.In(Braces().Replace(text, "x")).Any(),
            InterpolatedStringTextSyntax text => ProseNumber.In(text.TextToken.ValueText).Any(),
            _ => false,
        });

    private static bool OpensOtherData(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Open", Expression: IdentifierNameSyntax { Identifier.Text: "Workbench" } }
        && (call.ArgumentList.Arguments.Count > 1 || call.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.Text == "data"));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();
}
