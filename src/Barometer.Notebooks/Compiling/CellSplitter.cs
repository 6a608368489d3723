using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Barometer.Notebooks.Compiling;

/// <summary>
/// Takes the commands out of a cell: <c>#r</c> of a path, and <c>#!import</c>, at which the cell is split: what is
/// before it, the imported file, and what is after it are compiled one after the other, as if they were cells.
/// </summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class CellSplitter(string folder)
{
    /// <summary>The pieces of <paramref name="cell"/> in their order.</summary>
    /// <exception cref="CellFault">A command isn't supported, or names a file that isn't there.</exception>
    public IEnumerable<CodePart> Split(CellSource cell) => Split(cell.Name, cell.Code, importedAt: null);

    private List<CodePart> Split(string name, string code, int? importedAt)
    {
        var text = SourceText.From(code);
        var parts = new List<CodePart>();
        var references = new List<LibraryReference>();
        var start = 0;
        foreach (var line in CommandLines(text))
        {
            var command = CellCommand.Read(name, text, line);
            if (command.Kind == CommandKind.Reference)
            {
                references.Add(new LibraryReference(ExistingFile(name, command), line + 1));
                continue;
            }

            if (importedAt is not null)
            {
                throw CellFault.Unsupported(name, line + 1, "An imported file can't import another.");
            }

            parts.Add(Part(name, text, start, line, references, importedAt));
            parts.AddRange(Import(name, command));
            start = line + 1;
        }

        parts.Add(Part(name, text, start, text.Lines.Count, references, importedAt));
        return parts;
    }

    private List<CodePart> Import(string name, CellCommand command)
    {
        var file = ExistingFile(name, command);
        try
        {
            return Split(command.Argument, File.ReadAllText(file, Encoding.UTF8), command.Line);
        }
        catch (CellFault fault)
        {
            throw fault.ImportedAt(command.Line);
        }
    }

    // Lines of commands become blank; references are handed to the part that they stand in and left to no other.
    private static CodePart Part(string name, SourceText text, int start, int end, List<LibraryReference> references, int? importedAt)
    {
        var code = new StringBuilder().Append('\n', start);
        var named = references.ToDictionary(reference => reference.Line - 1);
        for (var line = start; line < end; line++)
        {
            code.Append(named.ContainsKey(line) ? "" : text.Lines[line].ToString()).Append('\n');
        }

        var own = references.ToArray();
        references.Clear();
        return new CodePart(name, code.ToString(), own, importedAt);
    }

    private string ExistingFile(string name, CellCommand command)
    {
        var path = Path.GetFullPath(command.Argument, folder);
        return File.Exists(path)
            ? path
            : throw CellFault.Unsupported(name, command.Line, $"There is no file «{command.Argument}» to {command.Verb}. It is looked for in the notebook's folder.");
    }

    // The parser knows a command from a line of a text that looks like one.
    private static IEnumerable<int> CommandLines(SourceText text) =>
        CSharpSyntaxTree.ParseText(text, CSharpDialect.Parsing).GetRoot()
            .DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia
                or SyntaxKind.ShebangDirectiveTrivia or SyntaxKind.BadDirectiveTrivia)
            .Select(trivia => text.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber)
            .Distinct();
}
