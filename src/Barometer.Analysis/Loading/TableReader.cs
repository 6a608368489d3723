using Sylvan.Data.Csv;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Reads one CSV file against the codebook: UTF-8, comma, header line. Types come from the codebook and are never
/// guessed; every problem goes to the log and reading goes on as far as it can.
/// </summary>
internal sealed class TableReader
{
    private const int BufferSize = 1 << 16;
    private const int LongestRecord = 1 << 22;

    private readonly IReadOnlyList<Variable> _variables;
    private readonly ProblemLog _problems;
    private readonly List<int> _lines = [];
    private bool _isWhole = true;
    private int _line = 1;

    private TableReader(IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        _variables = variables;
        _problems = problems;
    }

    /// <summary>Reads the file at <paramref name="path"/>; null when it is so wrong that there are no rows to speak of.</summary>
    public static TableFile? Read(string path, IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        if (!EncodingCheck.Passes(path, problems))
        {
            return null;
        }

        using var text = new StreamReader(path, EncodingCheck.StrictUtf8, detectEncodingFromByteOrderMarks: false);
        return new TableReader(variables, problems).Read(text);
    }

    private TableFile? Read(TextReader text)
    {
        HeaderLine? header = null;
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                Delimiter = ',',
                HasHeaders = false,
                BufferSize = BufferSize,
                MaxBufferSize = LongestRecord,
                ResultSetMode = ResultSetMode.SingleResult,
            });
            header = ReadHeader(csv);
            if (header is not null)
            {
                ReadRows(csv, header);
            }
        }
        catch (CsvFormatException)
        {
            _isWhole = false;
            _problems.Add(
                "A quotation mark is out of place",
                _line,
                null,
                "quotes around a whole field, and a quote inside it doubled",
                "a quote that is never closed, or text after a closing quote",
                "the row begins on this line; what follows it was not read");
        }

        return header is null ? null : Finish(header);
    }

    private HeaderLine? ReadHeader(CsvDataReader csv)
    {
        if (!csv.Read() || csv.GetRawRecordSpan().Trim().IsEmpty)
        {
            _problems.Add("The file is empty", null, null, "a header line and one line a unit", "no header line");
            return null;
        }

        var names = new string[csv.RowFieldCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = csv.GetFieldSpan(i).ToString();
        }

        var header = HeaderLine.Match(names, _variables, _problems);
        _line += Lines(csv);
        return header;
    }

    private void ReadRows(CsvDataReader csv, HeaderLine header)
    {
        var keyIndex = Array.FindIndex(header.Parsers, parser => parser?.Variable.Name == CodebookRules.Key);
        while (csv.Read())
        {
            if (csv.RowFieldCount == header.Parsers.Length)
            {
                ReadRow(csv, header, keyIndex);
            }
            else
            {
                ReportRagged(csv, header.Parsers.Length);
            }

            _line += Lines(csv);
        }
    }

    private void ReadRow(CsvDataReader csv, HeaderLine header, int keyIndex)
    {
        _lines.Add(_line);
        for (var i = 0; i < header.Parsers.Length; i++)
        {
            if (header.Parsers[i] is { } parser && parser.Add(csv.GetFieldSpan(i)) is { } problem)
            {
                _problems.Add(problem.What, _line, parser.Variable.Name, problem.Expected, problem.Got, problem.Hint);
            }
        }

        if (keyIndex >= 0 && header.Parsers[keyIndex] is IdentifierParser { LastIsRepeated: true })
        {
            _problems.Add("A unit stands twice", _line, CodebookRules.Key, "each unit once", "an identifier that stands on an earlier line");
        }
    }

    private void ReportRagged(CsvDataReader csv, int expected)
    {
        _isWhole = false;
        var isBlank = csv.GetRawRecordSpan().Trim().IsEmpty;
        _problems.Add(
            isBlank ? "A line is empty" : "A row has the wrong number of fields",
            _line,
            null,
            FormattableString.Invariant($"{expected} fields, as in the header"),
            isBlank ? "no fields" : FormattableString.Invariant($"{csv.RowFieldCount} fields"),
            isBlank ? "remove the line" : "look for a decimal comma or another comma that is not inside quotes");
    }

    private TableFile Finish(HeaderLine header)
    {
        if (_lines.Count == 0 && _isWhole)
        {
            _problems.Add("The file has no rows", null, null, "one line a unit after the header", "a header only");
        }

        var inFile = header.Parsers.OfType<ColumnParser>().ToDictionary(parser => parser.Variable.Name, StringComparer.Ordinal);
        return new TableFile([.. _variables.Where(v => inFile.ContainsKey(v.Name)).Select(v => inFile[v.Name])], _lines, _isWhole);
    }

    private static int Lines(CsvDataReader csv) => Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
}
