using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Barometer.Notebooks.Compiling;

/// <summary>A cell that can't be run as it is written.</summary>
internal sealed class CellFault(FailureKind kind, int? line, string message, IReadOnlyList<string> trace) : Exception(message)
{
    /// <summary>Unsupported code, or code that doesn't compile.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>The line in the cell, from 1.</summary>
    public int? Line { get; } = line;

    /// <summary>The places that led here.</summary>
    public IReadOnlyList<string> Trace { get; } = trace;

    /// <summary>Something this host doesn't have, in a line of <paramref name="name"/>.</summary>
    public static CellFault Unsupported(string name, int line, string message) =>
        new(FailureKind.Unsupported, line, message, [FormattableString.Invariant($"{name}, line {line}")]);

    /// <summary>The same in an imported file: the cell's line is the one that imports it.</summary>
    public CellFault ImportedAt(int line) => new(Kind, line, Message, Trace);
}

/// <summary>The compiler's errors, each with the cell or file and the line that it stands in.</summary>
internal static class CompileErrors
{
    private const int Most = 5;
    private const string NoSuchMember = "CS1061";
    private const string NoConversion = "CS1503";

    // String has no constructor without items, no Add; an item is no char.
    private static readonly string[] ForeignList = [NoConversion, NoSuchMember, "CS1729", "CS0029"];

    // Found by its name, in whatever assembly.
    private const string HintAttribute = "MissingMemberHintAttribute";
    private static readonly string[] NewerVersion = ["CS8652", "CS9058", "CS9260", "CS9202", "CS8773", "CS8400"];

    /// <summary>Reports the errors among <paramref name="diagnostics"/>, if there are any.</summary>
    /// <exception cref="CellFault">There are.</exception>
    public static void ThrowIfAny(IEnumerable<Diagnostic> diagnostics, Compilation compilation, CodePart part)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToArray();
        if (errors.Length == 0)
        {
            return;
        }

        // A list in the place of one text makes an error for the list and one for each of its items.
        var all = errors.Select(error => Describe(error, compilation, part)).Distinct().ToList();
        var described = all.Take(Most).ToList();
        if (all.Count > Most)
        {
            described.Add(string.Create(CultureInfo.InvariantCulture, $"… and {all.Count - Most} more"));
        }

        throw new CellFault(FailureKind.Compilation, part.ImportedAt ?? LineOf(errors[0]), string.Join("\n", described), []);
    }

    private static string Describe(Diagnostic error, Compilation compilation, CodePart part)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{part.Name}, line {LineOf(error)}");
        if (ListForOneText(error, compilation) is { } taker)
        {
            return $"{place}: {taker} takes one text, not a list: \"one\", and not [\"one\", \"another\"]. Where several are meant, make one for each";
        }

        var hint = NewerVersion.Contains(error.Id) ? " (cells are held to C# 13, so that every notebook host can run them)"
            : HintOf(error, compilation) is { } own ? $" ({own})"
            : "";
        return $"{place}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}{hint}";
    }

    // What takes one text where the error is that it got a list; null for any other error.
    private static string? ListForOneText(Diagnostic error, Compilation compilation)
    {
        if (!ForeignList.Contains(error.Id) || error.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var model = compilation.GetSemanticModel(tree);
        var list = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true)
            .AncestorsAndSelf().OfType<ArgumentSyntax>()
            .FirstOrDefault(argument => argument.Expression switch
            {
                CollectionExpressionSyntax items => model.GetTypeInfo(items).ConvertedType is { SpecialType: SpecialType.System_String },
                var other => model.GetTypeInfo(other) is { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } && error.Id == NoConversion
                    && error.GetMessage(CultureInfo.InvariantCulture).Contains("' to 'string", StringComparison.Ordinal),
            });
        return list is null ? null
            : list.NameColon is { } name ? $"«{name.Name.Identifier.ValueText}»"
            : list.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } ? $"«{method}»" : "this";
    }

    // What a library says to whoever asks one of its types for a member it doesn't have: the hint of the type that lacks the
    // member, or of one it derives from.
    private static string? HintOf(Diagnostic error, Compilation compilation)
    {
        if (error.Id != NoSuchMember || error.Location.SourceTree is not { } tree
            || tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access)
        {
            return null;
        }

        var model = compilation.GetSemanticModel(tree);
        for (var type = model.GetTypeInfo(access.Expression).Type; type is not null; type = type.BaseType)
        {
            var found = type.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == HintAttribute);
            if (found is { ConstructorArguments: [{ Value: string hint }] })
            {
                return hint;
            }
        }

        return null;
    }

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;
}
