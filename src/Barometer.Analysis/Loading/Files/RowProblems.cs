namespace Barometer.Analysis.Loading.Files;

/// <summary>The problems of a file's form: rows that can't be told apart into fields.</summary>
internal static class RowProblems
{
    /// <summary>A file without anything in it.</summary>
    public static void Empty(ProblemLog problems) =>
        problems.Add("The file is empty", null, null, "a header line and one line a unit", "no header line");

    /// <summary>A file with a header and nothing below it.</summary>
    public static void NoRows(ProblemLog problems) =>
        problems.Add("The file has no rows", null, null, "one line a unit after the header", "a header only");

    /// <summary>A line with nothing on it.</summary>
    public static void BlankLine(ProblemLog problems, int line) =>
        problems.Add("A line is empty", line, null, "one unit a line", "no fields", "remove the line");

    /// <summary>A row with more or fewer fields than the header.</summary>
    public static void Ragged(ProblemLog problems, int line, int expected, int found) => problems.Add(
        "A row has the wrong number of fields",
        line,
        null,
        FormattableString.Invariant($"{expected} fields, as in the header"),
        FormattableString.Invariant($"{found} fields"),
        "look for a decimal comma or another comma that is not inside quotes");

    /// <summary>A quotation mark that makes the rest of the file unreadable.</summary>
    public static void Quote(ProblemLog problems, int line) => problems.Add(
        "A quotation mark is out of place",
        line,
        null,
        "quotes around a whole field, and a quote inside it doubled",
        "a quote that is never closed, or text after a closing quote",
        "the row begins on this line; what follows it was not read");

    /// <summary>A unit that stood on an earlier line.</summary>
    public static void Repeated(ProblemLog problems, int line, string column) => problems.Add(
        "A unit stands twice", line, column, "each unit once", "an identifier that stands on an earlier line", "keep one of the rows");
}
