using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Cli.Checking;

/// <summary>
/// What keeps a cell from being run and from being stored. A cell is a sentence of analysis: it names what the library and the listed
/// parts of .NET have (<see cref="CellNames"/>), and holds no number that isn't a parameter of the library or a listed constant. So a
/// number in it comes from what was released. Messages name the line and the kind, and repeat nothing.
/// </summary>
/// <param name="names">The names that have digits in them and are known.</param>
/// <param name="isExploring">Whether somebody with access to the answers explores: then the cell may read what isn't released, print, and hold numbers.</param>
internal sealed partial class CodeRules(KnownNames names, bool isExploring = false)
{
    /// <summary>The cell that loads the library: the only command.</summary>
    public const string LoadCell = "#!import load.cs";

    private const string Words = "a cell holds no numbers of the author's: they come from what is released, or from a parameter of the library";

    private const string OnNoList = "it uses a name that neither the library nor the listed parts of .NET have; a variable begins with a small letter (docs/notebooks.md)";

    private static readonly CSharpParseOptions Script = CSharpDialect.Parsing;
    private static readonly string[] Titles = ["Titled", "Noted", "Sentence", "Function"];

    // Why, for the names that are most likely to be tried; every other name that is on no list is refused as such.
    private static readonly (string Kind, string[] Names)[] Kinds =
    [
        ("it opens files: the library reads the data, and reproduce writes the results", ["IO", "File", "Directory", "FileInfo", "FileStream", "StreamWriter", "StreamReader", "Path"]),
        ("it reaches for the network", ["Net", "Http", "HttpClient", "WebClient", "WebRequest", "Sockets", "TcpClient", "Uri"]),
        ("it looks into types or starts programs", ["Reflection", "Assembly", "Activator", "GetType", "Process", "Environment", "AppDomain", "Marshal", "Unsafe", "Exploration"]),
        ("it writes objects out: show the released table, or compute with its ToDataFrame()", ["Json", "JsonSerializer", "Serialize", "JsonConvert", "XmlSerializer", "Serialization"]),
        ("it prints: show released tables, figures and sentences, or what is computed of them", ["Console", "Debug", "Trace"]),
        ("it recodes as other programs do: design.Derive(\"a_name\", Rule.Is(…)), Merge, AnyOf, CountOf, MeanOf, Bands", ["Recode", "Mutate", "Generate", "Gen", "Replace_if", "Case_when", "Ifelse", "IfElse", "CaseWhen", "Transmute"]),
        ("it filters as other programs do: design.Where(\"variable\", \"code\"), or Where(Rule.…)", ["Subset", "Keep", "Drop", "FilterBy"]),
        ("it names an order that isn't there: Ordered(BarOrder.Value)", ["Descending", "Ascending"]),
        ("it names a measure as other programs do: design.Scale([\"one\", \"another\"]).Correlations(); design effects and standard errors are in no table (docs/anonymity.md)", ["Corr", "Cor", "Correlation", "Svycor", "Deff", "StdErr", "StandardErrors"]),
        ("it reads what isn't released: numbers leave a cell through barometer.Release(…) only", ["Explore"]),
    ];

    private readonly TextNumbers _numbers = new(names);

    /// <summary>What is wrong with a piece of code before it runs.</summary>
    /// <param name="part">A cell, or a file that it imports.</param>
    public IReadOnlyList<string> Judge(CodePart part) => part.ImportedAt is null
        ? [.. part.References.Select(_ => "it references a library: «#!import load.cs» does"), .. Check(part.Code)]
        : IsLoadFile(part) ? [] : [$"it imports a file: the first code cell has the only command, «{LoadCell}»"];

    /// <summary>What is wrong with a cell's code.</summary>
    public IEnumerable<string> Check(string code)
    {
        if (code.Trim() == LoadCell)
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(code, Script);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        IEnumerable<(SyntaxNodeOrToken At, string Fault)> faults =
        [
            .. UnknownNames(nodes),
            .. nodes.Where(LooksIntoTypes).Select(node => ((SyntaxNodeOrToken)node, "it looks into types or starts programs")),
            .. nodes.OfType<InvocationExpressionSyntax>().Where(OpensOtherData).Select(node => ((SyntaxNodeOrToken)node, "it opens another data folder: set BAROMETER_DATA, or use --data")),
            .. tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>()
                .Select(node => ((SyntaxNodeOrToken)node, $"it has a command; the first code cell has the only one, «{LoadCell}»")),
            .. isExploring ? [] : Sentences(tree, nodes),
        ];
        return [.. faults.Select(fault => At(tree, fault.At.SpanStart) + fault.Fault).Concat(isExploring ? [] : Texts(tree)).Distinct()];
    }

    // Of a name that is reached by several («System.IO.File.ReadAllText») one is enough: that which says why.
    private IEnumerable<(SyntaxNodeOrToken At, string Fault)> UnknownNames(IReadOnlyList<SyntaxNode> nodes)
    {
        var unknown = nodes.OfType<SimpleNameSyntax>().Where(node => !CellNames.Allow(node.Identifier.ValueText, isExploring))
            .ToLookup(node => KindOf(node.Identifier.ValueText) is not null);
        var statements = unknown[true].Select(Whole).ToHashSet();
        return
        [
            .. unknown[true].Select(node => ((SyntaxNodeOrToken)node, KindOf(node.Identifier.ValueText)!)),
            .. unknown[false].Where(node => !statements.Contains(Whole(node))).Select(node => ((SyntaxNodeOrToken)node, OnNoList)),
        ];

        static SyntaxNode Whole(SyntaxNode node) => node.AncestorsAndSelf().TakeWhile(one => one is ExpressionSyntax).Last();
    }

    // What makes more of a cell than a sentence, and the numbers that it holds.
    private IEnumerable<(SyntaxNodeOrToken At, string Fault)> Sentences(SyntaxTree tree, IReadOnlyList<SyntaxNode> nodes) =>
    [
        .. nodes.Where(IsDeclaration).Select(node => ((SyntaxNodeOrToken)node, "it declares a function or a type: that belongs in the library")),
        .. nodes.Where(node => node is TryStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax)
            .Select(node => ((SyntaxNodeOrToken)node, "it throws or catches an error: what the library refuses is told by the library")),
        .. nodes.OfType<LiteralExpressionSyntax>().Where(IsOwnNumber).Select(node => ((SyntaxNodeOrToken)node, $"it holds a number: {Words}")),
        .. nodes.OfType<InvocationExpressionSyntax>().Where(TakesAComputedText).Select(node =>
            ((SyntaxNodeOrToken)node, "it computes a title, a note or a release's name: quote released numbers by Sentence(…), with the answer in braces")),
        .. tree.GetRoot().DescendantTokens().Where(IsOwnName).Where(token => _numbers.HasNumber(token.ValueText))
            .Select(token => ((SyntaxNodeOrToken)token, "it names something after a number: choose words")),
    ];

    // Literals, what stands between the holes of an interpolated text, comments.
    private IEnumerable<string> Texts(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantTokens().Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
            .Where(token => !IsStandardFormat(token) && !(token.IsKind(SyntaxKind.StringLiteralToken) && names.IsLabel(token.ValueText)))
            .SelectMany(token => Numbers(tree, token.SpanStart, Place().Replace(token.ValueText, LabelsAreNoNumbers).Replace('{', ' ').Replace('}', ' '), "its text holds")),
        .. tree.GetRoot().DescendantTrivia(descendIntoTrivia: true).Where(trivia => !trivia.IsDirective)
            .SelectMany(trivia => Numbers(tree, trivia.SpanStart, trivia.ToString(), "its comment holds")),
    ];

    // «{evaluated@1–19 ansatte}»: an answer or a group by its label, in the place of a number.
    private string LabelsAreNoNumbers(Match place) => string.Concat(Part().Split(place.Value).Select(part => names.IsLabel(part) ? ProseNumber.Blank(part) : part));

    private IEnumerable<string> Numbers(SyntaxTree tree, int at, string text, string what) =>
        _numbers.In(text).Select(found => $"{At(tree, at)}{what} {found.Kind}: {Words}");

    private static string? KindOf(string name) => Kinds.FirstOrDefault(kind => kind.Names.Contains(name)).Kind;

    private static string At(SyntaxTree tree, int position) =>
        FormattableString.Invariant($"line {tree.GetLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(position, 0)).StartLinePosition.Line + 1}: ");

    // «{share:P1}»; any other format may hold digits of its own.
    private static bool IsStandardFormat(SyntaxToken token) => token.Parent is InterpolationFormatClauseSyntax
        && token.ValueText.Length <= 2 && char.IsAsciiLetter(token.ValueText[0]) && token.ValueText.Skip(1).All(char.IsAsciiDigit);

    private static bool IsDeclaration(SyntaxNode node) => node is LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static bool LooksIntoTypes(SyntaxNode node) => node is TypeOfExpressionSyntax or UnsafeStatementSyntax or AttributeListSyntax
        or IdentifierNameSyntax { Identifier.Text: "dynamic" } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression };

    private static bool IsOwnName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Length > 0 && !char.IsUpper(token.ValueText[0]);

    // Counting and per cents; a parameter of the library, however it is computed.
    private static bool IsOwnNumber(LiteralExpressionSyntax node) => node.IsKind(SyntaxKind.NumericLiteralExpression)
        && node.Token.Value is not (0 or 1 or 2 or 10 or 100 or 1000 or 0.0 or 1.0 or 100.0 or 0m or 1m or 100m)
        && !node.Ancestors().Any(ancestor => ancestor switch
        {
            InvocationExpressionSyntax call => CellNames.TakeNumbers(NameOf(call)) && call.ArgumentList.Span.Contains(node.Span),
            ObjectCreationExpressionSyntax made => CellNames.TakeNumbers(((made.Type as QualifiedNameSyntax)?.Right ?? made.Type as SimpleNameSyntax)?.Identifier.ValueText ?? ""),
            _ => false,
        });

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    // Words of titles, notes and sentences, and the names of releases.
    private static bool TakesAComputedText(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => (Titles.Contains(NameOf(call)) || argument.NameColon?.Name.Identifier.ValueText == "id")
            && argument.Expression is not LambdaExpressionSyntax // what a function computes of estimates is no text
            && argument.Expression.DescendantNodesAndSelf().Any(node => node is InterpolationSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax));

    private static bool OpensOtherData(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Open" }
        && (call.ArgumentList.Arguments.Count > 1 || call.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "data"));

    // As the build writes it: this program's libraries, and the names that notebooks use.
    private static bool IsLoadFile(CodePart part) => part.Name == LoadCell.Split(' ')[1]
        && part.References.All(reference => Path.GetDirectoryName(reference.Path) is { } folder && File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(reference.Path))) && folder.Length > 0)
        && ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(part.Code, Script).GetRoot()).Members.Count == 0;

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("([{}=@/:])")]
    private static partial Regex Part();
}
