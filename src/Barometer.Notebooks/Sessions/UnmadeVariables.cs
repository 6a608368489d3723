using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Notebooks.Sessions;

/// <summary>
/// The variables that a cell declared and may not have come to make, because it failed: whoever uses one meets an empty value, or none, and is told which cell to run again.
/// </summary>
internal sealed class UnmadeVariables
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    /// <summary>The part has run: what it declares is made.</summary>
    public void Made(CodePart part)
    {
        if (_cells.Count == 0)
        {
            return; // as in every session in which no cell failed: nothing to parse for
        }

        foreach (var name in Declared(part))
        {
            _cells.Remove(name);
        }
    }

    /// <summary>The part has failed.</summary>
    public void Failed(CodePart part)
    {
        foreach (var name in Declared(part))
        {
            _cells[name] = part.Name;
        }
    }

    /// <summary>Which cell to run again, where the failure is that of a value that isn't there; else the failure as it is.</summary>
    public CellFailure Explain(CellFailure failure, IReadOnlyList<CodePart> parts)
    {
        var isEmpty = failure.Kind == FailureKind.Exception && failure.Name is "System.NullReferenceException" or "System.ArgumentNullException";
        var isUnknown = failure.Kind == FailureKind.Compilation && failure.Message.Contains(": CS0103: ", StringComparison.Ordinal);
        var used = !isEmpty && !isUnknown ? [] : parts.SelectMany(Used).Distinct()
            .Where(name => _cells.TryGetValue(name, out var cell) && cell != parts[^1].Name && (isEmpty || failure.Message.Contains($"'{name}'", StringComparison.Ordinal))).ToList();
        if (used.Count == 0)
        {
            return failure;
        }

        var said = string.Join(" ", used.GroupBy(name => _cells[name]).Select(made =>
            $"{string.Join(" and ", made.Select(name => $"«{name}»"))} {(made.Count() == 1 ? "has" : "have")} no value, because {made.Key} failed before it was made: mend and run {made.Key} again, then this one."));
        return isEmpty ? failure with { Message = said, IsMessageHidden = false } : failure with { Message = $"{failure.Message}\n{said}" };
    }

    // What lives on after the cell: not the variables of a block, a lambda, a function or a type.
    private static IEnumerable<string> Declared(CodePart part) => Root(part).DescendantNodes(node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax or MethodDeclarationSyntax or TypeDeclarationSyntax))
        .Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            _ => null,
        }).OfType<string>();

    private static IEnumerable<string> Used(CodePart part) => Root(part).DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText);

    private static SyntaxNode Root(CodePart part) => CSharpSyntaxTree.ParseText(part.Code, CSharpDialect.Parsing).GetRoot();
}
