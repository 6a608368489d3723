using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>Whether code may be run as it is, or its author is still writing.</summary>
internal static class Completeness
{
    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>, in the words of the protocol.</summary>
    public static string Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(new CellText(code, 0).Blanked(), CSharpDialect.Parsing);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid"
            : "complete";
    }
}
