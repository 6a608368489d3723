using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Checking;

/// <summary>
/// Numbers leave a cell through a release only: a cell reads none out of a result, prints nothing, and opens no files. What
/// is stored is checked by the gate; this finds the number on its way into a title or a file.
/// </summary>
internal static partial class ReleaseRules
{
    private static readonly string[] Numbers =
    [
        "Estimates", "StandardError", "Respondents", "EffectiveRespondents", "Coefficients", "PValue", "Statistic", "WeightHistory", "Strata",
        "Codes", "Values", "ToDataFrame",
    ];

    private static readonly string[] Words = ["Titled", "Sentence"];
    private static readonly string[] Files = ["File", "Directory", "FileInfo", "FileStream", "StreamWriter", "StreamReader", "Process"];
    private static readonly string[] Readers = ["SurveyReader", "CodebookReader", "PublishedRegistry", "ReleasePolicy", "DataSet"];

    /// <summary>What is wrong with a cell's code.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<SyntaxNode> nodes)
    {
        var names = nodes.OfType<IdentifierNameSyntax>().Select(node => node.Identifier.Text).ToList();
        return
        [
            .. nodes.OfType<MemberAccessExpressionSyntax>().Select(member => member.Name.Identifier.Text).Where(Numbers.Contains)
                .Select(name => $"it reads «{name}»: numbers leave a cell through barometer.Release(…) only"),
            .. names.Where(name => name == "Console").Select(_ => "it prints: show released tables, figures and sentences"),
            .. names.Where(Files.Contains).Select(_ => "it opens files: the library reads the data, and reproduce writes the results"),
            .. names.Where(Readers.Contains).Select(name => $"it uses «{name}»: the workbench reads the data, the policy and the registry"),
            .. nodes.OfType<InvocationExpressionSyntax>().Where(call => Words.Contains(NameOf(call.Expression))).Where(HasNumber)
                .Select(call => $"«{NameOf(call.Expression)}(…)» has a number of the author's in its words: quote released ones by Sentence(…), with the answer in braces"),
            .. nodes.OfType<InvocationExpressionSyntax>().Where(OpensOtherData).Select(_ => "it opens another data folder: set BAROMETER_DATA, or use --data"),
        ];
    }

    private static string NameOf(ExpressionSyntax called) => called is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : "";

    // Typed in, or put in by $"…{x}…"; what stands in the braces of a plain text is filled in by the release.
    private static bool HasNumber(InvocationExpressionSyntax call) => call.ArgumentList.DescendantNodes().Any(node => node switch
    {
        InterpolationSyntax => true,
        LiteralExpressionSyntax { Token.Value: string text } => ProseNumbers.In(Braces().Replace(text, "x")).Any(),
        InterpolatedStringTextSyntax text => ProseNumbers.In(text.TextToken.ValueText).Any(),
        _ => false,
    });

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    private static bool OpensOtherData(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Open", Expression: IdentifierNameSyntax { Identifier.Text: "Workbench" } }
        && (call.ArgumentList.Arguments.Count > 1 || call.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.Text == "data"));
}
