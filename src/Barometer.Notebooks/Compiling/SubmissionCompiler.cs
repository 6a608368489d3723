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
internal sealed class SubmissionCompiler
{
    private readonly IReadOnlyList<MetadataReference> _framework;
    private readonly CSharpCompilationOptions _options;

    public SubmissionCompiler(ReferenceCache cache, LibraryResolver resolver)
    {
        _framework = cache.Framework;
        _options = CSharpDialect.Compiling.WithMetadataReferenceResolver(resolver);
    }

    /// <summary>Compiles <paramref name="part"/> after <paramref name="previous"/>.</summary>
    /// <param name="part">The piece.</param>
    /// <param name="number">Its number in the session.</param>
    /// <param name="libraries">Every library that the session refers to.</param>
    /// <param name="previous">The piece before it, or null.</param>
    /// <param name="cancel">Stops compiling.</param>
    /// <exception cref="CellFault">It doesn't compile.</exception>
    public Submission Compile(CodePart part, int number, IEnumerable<MetadataReference> libraries, CSharpCompilation? previous, CancellationToken cancel)
    {
        var text = SourceText.From(part.Code, Encoding.UTF8);
        var tree = Checkpoints.Insert(CSharpSyntaxTree.ParseText(text, CSharpDialect.Parsing, part.Name, cancel), cancel);
        var compilation = Continue(tree, number, libraries, previous);
        if (((CompilationUnitSyntax)tree.GetRoot(cancel)).Members.Count == 0)
        {
            CompileErrors.ThrowIfAny(compilation.GetDiagnostics(cancel), compilation, part);
            return new Submission(compilation, Program: null);
        }

        return new Submission(compilation, Emit(compilation, tree, part, cancel));
    }

    /// <summary>The compilation of <paramref name="tree"/> after <paramref name="previous"/>, with whatever errors it has.</summary>
    public CSharpCompilation Continue(SyntaxTree tree, int number, IEnumerable<MetadataReference> libraries, CSharpCompilation? previous)
    {
        var name = FormattableString.Invariant($"{TypeNames.SubmissionPrefix}{number}");
        return CSharpCompilation.CreateScriptCompilation(
            name, tree, _framework.Concat(libraries), _options.WithScriptClassName(name), previous, typeof(object));
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

/// <summary>A compiled piece of code.</summary>
/// <param name="Compilation">The compilation that the next piece continues.</param>
/// <param name="Program">What is to be run; null when the piece only declares usings.</param>
internal sealed record Submission(CSharpCompilation Compilation, SubmissionProgram? Program);

/// <summary>The runnable form of a piece of code.</summary>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="Symbols">The bytes of its line numbers.</param>
/// <param name="EntryType">The name of the class with the entry point.</param>
/// <param name="EntryMethod">The name of the entry point, which takes the array of all pieces and gives a task.</param>
/// <param name="HasResult">Whether it ends in an expression whose value is to be shown.</param>
internal sealed record SubmissionProgram(byte[] Assembly, byte[] Symbols, string EntryType, string EntryMethod, bool HasResult);
