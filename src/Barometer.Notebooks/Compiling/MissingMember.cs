using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Notebooks.Compiling;

/// <summary>
/// What a library says to whoever asks one of its types for a member it doesn't have: an attribute of the name
/// <c>MissingMemberHintAttribute</c>, in whatever assembly, with the hint as its argument.
/// </summary>
internal static class MissingMember
{
    private const string Attribute = "MissingMemberHintAttribute";
    private const string NoSuchMember = "CS1061";

    /// <summary>The hint of the type that lacks the member, or of one it derives from; null when there is none.</summary>
    public static string? HintOf(Diagnostic error, Compilation compilation)
    {
        if (error.Id != NoSuchMember || error.Location.SourceTree is not { } tree
            || tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access)
        {
            return null;
        }

        var model = compilation.GetSemanticModel(tree);
        for (var type = model.GetTypeInfo(access.Expression).Type; type is not null; type = type.BaseType)
        {
            var found = type.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == Attribute);
            if (found is { ConstructorArguments: [{ Value: string hint }] })
            {
                return hint;
            }
        }

        return null;
    }
}
