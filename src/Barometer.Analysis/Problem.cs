using System.Text;

namespace Barometer.Analysis;

/// <summary>
/// One thing that is wrong with the input, said so that a researcher can mend it: what, where, expected, got, hint.
/// It never holds an answer from the microdata: <see cref="Got"/> names the <em>kind</em> of what was found.
/// </summary>
/// <param name="What">What is wrong, in one short sentence.</param>
/// <param name="File">The file's path relative to the repository, or null when no file is concerned.</param>
/// <param name="Row">The line in the file (the header is line 1), or null when the whole file is concerned.</param>
/// <param name="Column">The column's name, or null.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Got">The kind of what was there («a text that is no number»), never the value itself.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record Problem(
    string What,
    string? File = null,
    int? Row = null,
    string? Column = null,
    string? Expected = null,
    string? Got = null,
    string? Hint = null)
{
    /// <summary>The problem as one paragraph of plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(What);
        if (Where() is { Length: > 0 } where)
        {
            text.Append(" (").Append(where).Append(')');
        }

        Append(text, "expected", Expected);
        Append(text, "got", Got);
        Append(text, "hint", Hint);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("; ").Append(name).Append(": ").Append(value);
        }
    }

    private string Where()
    {
        var parts = new List<string>(3);
        if (File is not null)
        {
            parts.Add(File);
        }

        if (Row is not null)
        {
            parts.Add(FormattableString.Invariant($"line {Row}"));
        }

        if (Column is not null)
        {
            parts.Add($"column {Column}");
        }

        return string.Join(", ", parts);
    }
}
