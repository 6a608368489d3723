using System.Text;

namespace Barometer.Analysis;

/// <summary>A line of comma-separated values as RFC 4180 has it, but ended by a line feed alone.</summary>
internal static class CsvLine
{
    /// <summary>Adds the cells as one line, quoting those that need it.</summary>
    public static StringBuilder Append(StringBuilder text, IEnumerable<string> cells, char separator = ',') =>
        text.AppendJoin(separator, cells.Select(cell => Quoted(cell, separator))).Append('\n');

    private static string Quoted(string cell, char separator) => cell.AsSpan().IndexOfAny("\"\n\r") < 0 && !cell.Contains(separator)
        ? cell
        : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
