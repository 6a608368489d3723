using System.Text;

namespace Barometer.Evidence.Formats;

/// <summary>A line of comma-separated values as RFC 4180 has it, but ended by a line feed alone.</summary>
internal static class CsvLine
{
    /// <summary>Adds the cells as one line, quoting those that need it.</summary>
    public static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n\r") < 0
        ? cell
        : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
