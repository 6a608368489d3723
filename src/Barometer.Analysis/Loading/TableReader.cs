using Sylvan.Data.Csv;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Reads one CSV file against the codebook: UTF-8, comma, header line. Types come from the codebook and are never
/// guessed; every problem goes to the log and reading goes on as far as it can.
/// </summary>
internal sealed class TableReader
{
    // In characters. A record longer than the limit is a quote that was never closed.
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

        using var file = File.OpenRead(path);
        return Read(file, variables, problems);
    }

    /// <summary>Reads UTF-8 text; null when it is so wrong that there are no rows to speak of.</summary>
    public static TableFile? Read(Stream file, IReadOnlyList<Variable> variables, ProblemLog problems)
    {
        using var text = new StreamReader(file, EncodingCheck.StrictUtf8, detectEncodingFromByteOrderMarks: false, BufferSize);
        return new TableReader(variables, problems).Read(text);
    }

    private TableFile? Read(StreamReader text)
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

        _line += LinesOf(csv);
        return HeaderLine.Match(names, _variables, _problems);
    }

    private void ReadRows(CsvDataReader csv, HeaderLine header)
    {
        while (csv.Read())
        {
            if (csv.RowFieldCount == header.Parsers.Length)
            {
                ReadRow(csv, header);
            }
            else
            {
                SkipRow(csv, header.Parsers.Length);
            }

            _line += LinesOf(csv);
        }
    }

    private void ReadRow(CsvDataReader csv, HeaderLine header)
    {
        _lines.Add(_line);
        for (var i = 0; i < header.Parsers.Length; i++)
        {
            if (header.Parsers[i] is { } parser && parser.Add(csv.GetFieldSpan(i)) is { } problem)
            {
                _problems.Add(problem.What, _line, parser.Variable.Name, problem.Expected, problem.Got, problem.Hint);
            }
        }

        if (header.Key is { LastIsRepeated: true } key)
        {
            _problems.Add("A unit stands twice", _line, key.Variable.Name, "each unit once", "an identifier that stands on an earlier line", "keep one of the rows");
        }
    }

    private void SkipRow(CsvDataReader csv, int expected)
    {
        _isWhole = false;
        if (csv.GetRawRecordSpan().Trim().IsEmpty)
        {
            _problems.Add("A line is empty", _line, null, "one unit a line", "no fields", "remove the line");
        }
        else
        {
            _problems.Add(
                "A row has the wrong number of fields",
                _line,
                null,
                FormattableString.Invariant($"{expected} fields, as in the header"),
                FormattableString.Invariant($"{csv.RowFieldCount} fields"),
                "look for a decimal comma or another comma that is not inside quotes");
        }
    }

    private TableFile Finish(HeaderLine header)
    {
        if (_lines.Count == 0 && _isWhole)
        {
            _problems.Add("The file has no rows", null, null, "one line a unit after the header", "a header only");
        }

        return new TableFile([.. header.InOrderOf(_variables)], _lines, _isWhole);
    }

    // A quoted field may run over several lines.
    private static int LinesOf(CsvDataReader csv) => Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
}

/// <summary>One file as read: its columns in the codebook's order and the line each row stood on.</summary>
/// <param name="Columns">The columns, in the codebook's order; those that the file lacks are left out.</param>
/// <param name="Lines">For each row the line of the file on which it begins; the header is line 1.</param>
/// <param name="IsWhole">Whether every row of the file was read: false after a row with a wrong number of fields, or when reading stopped.</param>
internal sealed record TableFile(IReadOnlyList<ColumnParser> Columns, IReadOnlyList<int> Lines, bool IsWhole)
{
    /// <summary>The number of rows read.</summary>
    public int RowCount => Lines.Count;

    /// <summary>The column that reads the variable of this name, or null when the file lacks it.</summary>
    public ColumnParser? Find(string name) => Columns.FirstOrDefault(column => column.Variable.Name == name);

    /// <summary>The unit ids by row; null when the file lacks them.</summary>
    public IdentifierParser? Keys => Find(CodebookRules.Key) as IdentifierParser;
}
