using Microsoft.CodeAnalysis.Text;

namespace Barometer.Notebooks.Compiling;

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
