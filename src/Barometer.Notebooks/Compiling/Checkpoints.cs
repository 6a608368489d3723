using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Barometer.Notebooks.Compiling;

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
