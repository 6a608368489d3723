using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Barometer.Notebooks.Kernel.Language;

/// <summary>The text of a cell and a place in it, which Jupyter counts in code points and .NET in UTF-16.</summary>
/// <param name="Code">The text.</param>
/// <param name="Position">The place, in UTF-16.</param>
internal sealed record CodeAtCursor(string Code, int Position)
{
    /// <summary>The text with the place as Jupyter counts it; one beyond the end counts as the end.</summary>
    public static CodeAtCursor At(string code, int codePoints)
    {
        var position = 0;
        foreach (var rune in code.EnumerateRunes())
        {
            if (codePoints-- <= 0)
            {
                break;
            }

            position += rune.Utf16SequenceLength;
        }

        return new CodeAtCursor(code, Math.Min(position, code.Length));
    }

    /// <summary>A place as Jupyter counts it.</summary>
    public int CodePoints(int position) => Code.AsSpan(0, position).ToString().EnumerateRunes().Count();

    /// <summary>The text up to the place.</summary>
    public CodeAtCursor UpToPosition() => new(Code[..Position], Position);

    /// <summary>The text with blanks in the place of commands, which are no C#.</summary>
    public string Blanked()
    {
        var text = new StringBuilder(Code.Length);
        foreach (var line in Code.Split('\n'))
        {
            var isCommand = line.TrimStart().StartsWith("#!", StringComparison.Ordinal) || line.TrimStart().StartsWith("#r", StringComparison.Ordinal);
            text.Append(isCommand ? new string(' ', line.Length) : line).Append('\n');
        }

        return text.Remove(text.Length - 1, 1).ToString();
    }

    /// <summary>Whether the code may be run as it is, or its author is still writing: <c>complete</c>, <c>incomplete</c> or <c>invalid</c>, in the words of the protocol.</summary>
    public string Completeness()
    {
        var tree = CSharpSyntaxTree.ParseText(Blanked(), CSharpDialect.Parsing);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid"
            : "complete";
    }

    /// <summary>Where the name begins that ends at the place.</summary>
    public int NameStart()
    {
        var start = Position;
        while (start > 0 && (char.IsLetterOrDigit(Code[start - 1]) || Code[start - 1] is '_'))
        {
            start--;
        }

        return start;
    }
}
