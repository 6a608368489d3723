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

/// <summary>The code of one cell.</summary>
/// <param name="Number">The number that messages call it by, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its text.</param>
internal sealed record CellSource(int Number, string Id, string Code)
{
    /// <summary>What messages call it: <c>cell 3</c>.</summary>
    public string Name => FormattableString.Invariant($"cell {Number}");
}

/// <summary>A piece of a cell that is compiled and run by itself.</summary>
/// <param name="Name">The cell or the file that it stands in: <c>cell 3</c>, <c>load.cs</c>.</param>
/// <param name="Code">Its text, after as many blank lines as the lines before it, so that its lines keep their numbers.</param>
/// <param name="References">The libraries that it names with <c>#r</c>.</param>
/// <param name="ImportedAt">The line of the cell that imported it; null when it stands in the cell.</param>
internal sealed record CodePart(string Name, string Code, IReadOnlyList<LibraryReference> References, int? ImportedAt)
{
    /// <summary>Whether there is nothing to compile.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Code);
}

/// <summary>A library named by <c>#r</c>.</summary>
/// <param name="Path">The absolute path of the assembly.</param>
/// <param name="Line">The line that names it, in the cell or in the imported file.</param>
internal sealed record LibraryReference(string Path, int Line);

/// <summary>What a command of a cell asks for.</summary>
internal enum CommandKind
{
    /// <summary><c>#r "path"</c>.</summary>
    Reference,

    /// <summary><c>#!import file</c>.</summary>
    Import,
}

/// <summary>One of the two commands that a cell may hold.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Argument">The path that it names, as it names it.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record CellCommand(CommandKind Kind, string Argument, int Line)
{
    private const string Supported = "A cell may use «#r \"path of an assembly\"» and «#!import file.cs», and no other command.";

    /// <summary>What it does, as a verb.</summary>
    public string Verb => Kind == CommandKind.Import ? "import" : "reference";

    /// <summary>Reads the command in that line.</summary>
    /// <exception cref="CellFault">It isn't supported, or isn't written as it has to be.</exception>
    public static CellCommand Read(string name, SourceText text, int line)
    {
        var written = text.Lines[line].ToString().Trim();
        var (word, rest) = written.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [var only] => (only, ""),
            [var first, var second] => (first, second),
            _ => ("", ""),
        };

        return word switch
        {
            "#!import" when IsPlainFileName(rest) => new CellCommand(CommandKind.Import, rest, line + 1),
            "#!import" => throw CellFault.Unsupported(name, line + 1, "«#!import» takes one .cs file in the notebook's folder: relative, unquoted, without spaces."),
            _ when written.StartsWith("#r", StringComparison.Ordinal) => Reference(name, written[2..].Trim(), line + 1),
            _ => throw CellFault.Unsupported(name, line + 1, $"«{word}» isn't supported. {Supported}"),
        };
    }

    private static CellCommand Reference(string name, string quoted, int line)
    {
        if (quoted is not ['"', .. { Length: > 0 } path, '"'] || path.Contains('"', StringComparison.Ordinal))
        {
            throw CellFault.Unsupported(name, line, "«#r» takes the path of an assembly in quotes.");
        }

        return path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            ? throw CellFault.Unsupported(name, line, "«#r \"nuget:…\"» isn't supported: packages come with the project, so that everybody has the same. Name the path of an assembly.")
            : new CellCommand(CommandKind.Reference, path, line);
    }

    private static bool IsPlainFileName(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && !Path.IsPathRooted(path)
        && !path.Contains("..", StringComparison.Ordinal)
        && path.IndexOfAny(['"', '\'', '\\', ' ', '\t', ':']) < 0;
}
