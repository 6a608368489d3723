using System.ComponentModel;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Barometer.Notebooks.Compiling;

/// <summary>
/// Compiles the pieces of a session one after the other, each seeing what those before it declared. The pieces become
/// Roslyn script compilations; why not its scripting API: docs/decisions/0010.
/// </summary>
internal sealed class SubmissionCompiler(SessionLibraries libraries, ReferenceCache cache)
{
    private readonly CSharpCompilationOptions _options = CSharpDialect.Compiling.WithMetadataReferenceResolver(new LibraryResolver(libraries, cache));

    // Analyses read it on their own threads.
    private volatile CSharpCompilation? _last;
    private int _count;

    /// <summary>Compiles <paramref name="part"/> after those that have compiled before it.</summary>
    /// <returns>What is to be run; null when the piece only declares usings.</returns>
    /// <exception cref="CellFault">It doesn't compile.</exception>
    public SubmissionProgram? Compile(CodePart part, CancellationToken cancel)
    {
        var text = SourceText.From(part.Code, Encoding.UTF8);
        var tree = Checkpoints.Insert(CSharpSyntaxTree.ParseText(text, CSharpDialect.Parsing, part.Name, cancel), cancel);
        var compilation = Continue(tree, _count);
        SubmissionProgram? program = null;
        if (((CompilationUnitSyntax)tree.GetRoot(cancel)).Members.Count == 0)
        {
            CompileErrors.ThrowIfAny(compilation.GetDiagnostics(cancel), compilation, part);
        }
        else
        {
            program = Emit(compilation, tree, part, cancel);
        }

        _last = compilation;
        _count++;
        return program;
    }

    /// <summary>What the compiler knows of code that would come next; it isn't remembered.</summary>
    /// <param name="code">The code, commands blanked.</param>
    public SemanticModel Analyze(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, CSharpDialect.Parsing);
        return Continue(tree, int.MaxValue).GetSemanticModel(tree);
    }

    private CSharpCompilation Continue(SyntaxTree tree, int number)
    {
        var name = FormattableString.Invariant($"{TypeNames.SubmissionPrefix}{number}");
        var compilation = CSharpCompilation.CreateScriptCompilation(
            name, tree, cache.Framework.Concat(libraries.Paths.Select(cache.Library)), _options.WithScriptClassName(name), _last, typeof(object));
        // Here it takes up what was read of assemblies before it, or reads them. Of two sessions that read them at once each would keep its own, and the next cell of one find the other's:
        // «can't convert Mine to Exception».
        lock (cache.Framework)
        {
            _ = compilation.GetSpecialType(SpecialType.System_Object);
        }

        return compilation;
    }

    private static SubmissionProgram Emit(CSharpCompilation compilation, SyntaxTree tree, CodePart part, CancellationToken cancel)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(assembly, symbols, options: options, cancellationToken: cancel);
        CompileErrors.ThrowIfAny(result.Diagnostics, compilation, part);

        var entry = compilation.GetEntryPoint(cancel)!;
        return new SubmissionProgram(
            assembly.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName, HasResult(compilation, tree, cancel));
    }

    // A trailing expression is a statement without its semicolon; one of type void has nothing to show.
    private static bool HasResult(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancel)
    {
        var last = ((CompilationUnitSyntax)tree.GetRoot(cancel)).Members.Last();
        return last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression, cancel).Type is not { SpecialType: SpecialType.System_Void };
    }
}

/// <summary>The runnable form of a piece of code.</summary>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="Symbols">The bytes of its line numbers.</param>
/// <param name="EntryType">The name of the class with the entry point.</param>
/// <param name="EntryMethod">The name of the entry point, which takes the array of all pieces and gives a task.</param>
/// <param name="HasResult">Whether it ends in an expression whose value is to be shown.</param>
internal sealed record SubmissionProgram(byte[] Assembly, byte[] Symbols, string EntryType, string EntryMethod, bool HasResult);

/// <summary>
/// Puts a <see cref="Checkpoint"/> at the start of every loop's body and every function's block and before every
/// <c>goto</c>, so that endless code can be stopped. No line changes its number.
/// </summary>
internal static class Checkpoints
{
    private const string Pass = $"global::{nameof(Barometer)}.{nameof(Notebooks)}.{nameof(Compiling)}.{nameof(Checkpoint)}.{nameof(Checkpoint.Pass)}();";

    /// <summary>The code with checkpoints; code that can't be parsed is left as it is, for the compiler to tell why.</summary>
    public static SyntaxTree Insert(SyntaxTree tree, CancellationToken cancel)
    {
        if (tree.GetDiagnostics(cancel).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return tree;
        }

        var changes = tree.GetRoot(cancel).DescendantNodes().SelectMany(Changes).OrderBy(change => change.Span.Start).ToArray();
        return changes.Length == 0 ? tree : tree.WithChangedText(tree.GetText(cancel).WithChanges(changes));
    }

    private static IEnumerable<TextChange> Changes(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => In(loop.Statement),
        DoStatementSyntax loop => In(loop.Statement),
        ForStatementSyntax loop => In(loop.Statement),
        CommonForEachStatementSyntax loop => In(loop.Statement),
        GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } jump => In(jump),
        AnonymousFunctionExpressionSyntax { Block: { } block } => In(block),
        LocalFunctionStatementSyntax { Body: { } block } => In(block),
        BaseMethodDeclarationSyntax { Body: { } block } => In(block),
        AccessorDeclarationSyntax { Body: { } block } => In(block),
        _ => [],
    };

    private static TextChange[] In(StatementSyntax statement) => statement is BlockSyntax block
        ? [Insertion(block.OpenBraceToken.Span.End, Pass)]
        : [Insertion(statement.SpanStart, "{" + Pass), Insertion(statement.Span.End, "}")];

    private static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);
}

/// <summary>A place at which a cell can be stopped. The compiler of cells puts one into every loop and function.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    /// <summary>Goes on, unless the cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public static void Pass() => CellScope.Current?.ThrowIfStopping();
}

/// <summary>The C# of cells: the newest version that every notebook host runs, and the namespaces that all of them open.</summary>
internal static class CSharpDialect
{
    /// <summary>Defined here and in no other notebook host, for a file that notebooks import.</summary>
    public const string Symbol = "BAROMETER_NOTEBOOKS";

    /// <summary>Script code of C# 13.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp13, DocumentationMode.None, SourceCodeKind.Script, [Symbol]);

    /// <summary>
    /// Debug code, because only that gives every statement its line; the work is done in libraries, which keep their own.
    /// </summary>
    public static CSharpCompilationOptions Compiling { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks",
            "Barometer.Notebooks.Cells",
        ],
        optimizationLevel: OptimizationLevel.Debug,
        deterministic: true,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
