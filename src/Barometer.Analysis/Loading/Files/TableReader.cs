using Sylvan.Data.Csv;

namespace Barometer.Analysis.Loading.Files;

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

        using var text = new StreamReader(path, EncodingCheck.StrictUtf8, detectEncodingFromByteOrderMarks: false, BufferSize);
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
            RowProblems.Quote(_problems, _line);
        }

        return header is null ? null : Finish(header);
    }

    private HeaderLine? ReadHeader(CsvDataReader csv)
    {
        if (!csv.Read() || csv.GetRawRecordSpan().Trim().IsEmpty)
        {
            RowProblems.Empty(_problems);
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
            RowProblems.Repeated(_problems, _line, key.Variable.Name);
        }
    }

    private void SkipRow(CsvDataReader csv, int expected)
    {
        _isWhole = false;
        if (csv.GetRawRecordSpan().Trim().IsEmpty)
        {
            RowProblems.BlankLine(_problems, _line);
        }
        else
        {
            RowProblems.Ragged(_problems, _line, expected, csv.RowFieldCount);
        }
    }

    private TableFile Finish(HeaderLine header)
    {
        if (_lines.Count == 0 && _isWhole)
        {
            RowProblems.NoRows(_problems);
        }

        return new TableFile([.. header.InOrderOf(_variables)], _lines, _isWhole);
    }

    // A quoted field may run over several lines.
    private static int LinesOf(CsvDataReader csv) => Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
}
