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
    private const string NoSuchName = "CS0103";

    // String has no constructor without items, no Add; an item is no char.
    private static readonly string[] ForeignList = [NoConversion, NoSuchMember, "CS1729", "CS0029"];

    // Found by its name, in whatever assembly.
    private const string HintAttribute = "MissingMemberHintAttribute";
    private const string ListHintAttribute = "ListHintAttribute";
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
            return $"{place}: {taker.Name} takes one text, not a list: \"one\", and not [\"one\", \"another\"]. {taker.Hint ?? "Where several are meant, make one for each"}";
        }

        var hint = NewerVersion.Contains(error.Id) ? " (cells are held to C# 13, so that every notebook host can run them)"
            : HintOf(error, compilation) is { } own ? $" ({own})"
            : TextWithoutQuotes(error) is { } text ? $" (a text stands in quotes: \"{text}\")"
            : "";
        return $"{place}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}{hint}";
    }

    // A name where an argument is expected, in a list of them or by itself: who comes from formulas writes variables so.
    private static string? TextWithoutQuotes(Diagnostic error) =>
        error.Id == NoSuchName && error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) is IdentifierNameSyntax { Parent: ArgumentSyntax or ExpressionElementSyntax } name
            ? name.Identifier.ValueText
            : null;

    // What takes one text where the error is that it got a list, and what its library says to that; null for any other error.
    private static (string Name, string? Hint)? ListForOneText(Diagnostic error, Compilation compilation)
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
                // With several overloads the list has no type: that it was taken for a string stands in the error alone.
                CollectionExpressionSyntax items => model.GetTypeInfo(items).ConvertedType is { SpecialType: SpecialType.System_String }
                    || (model.GetTypeInfo(items).ConvertedType is null or IErrorTypeSymbol && error.Id != NoConversion && error.GetMessage(CultureInfo.InvariantCulture).Contains("'string'", StringComparison.Ordinal)),
                var other => model.GetTypeInfo(other) is { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } && error.Id == NoConversion
                    && error.GetMessage(CultureInfo.InvariantCulture).Contains("' to 'string", StringComparison.Ordinal),
            });
        return list is null ? null
            : (list.NameColon is { } name ? $"«{name.Name.Identifier.ValueText}»"
                : list.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } ? $"«{method}»" : "this", ListHintOf(list, model));
    }

    // The hint of the parameter that the list was given for.
    private static string? ListHintOf(ArgumentSyntax list, SemanticModel model)
    {
        if (list.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments)
        {
            return null;
        }

        var (found, place) = (model.GetSymbolInfo(call), arguments.Arguments.IndexOf(list));
        return found.CandidateSymbols.Append(found.Symbol).OfType<IMethodSymbol>()
            .Select(method => list.NameColon is { } name ? method.Parameters.FirstOrDefault(one => one.Name == name.Name.Identifier.ValueText) : method.Parameters.ElementAtOrDefault(place))
            .SelectMany(parameter => parameter?.GetAttributes() ?? [])
            .Where(one => one.AttributeClass?.Name == ListHintAttribute)
            .Select(one => one.ConstructorArguments is [{ Value: string hint }] ? hint : null)
            .FirstOrDefault();
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
