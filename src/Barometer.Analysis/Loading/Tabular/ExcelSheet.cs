using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>The rows of one sheet of a workbook, each as wide as the sheet; a merged cell's value stands in all the cells that it covers.</summary>
internal sealed class ExcelSheet : IDisposable
{
    private const int WidestSheet = 16384;

    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private readonly string _file;
    private readonly IProgress<double>? _progress;
    private readonly List<Merge> _merges = [];
    private DeliveredValue[] _values = [];

    static ExcelSheet() =>
        // The package asks for code page 1252 by number, also for files that have no use for it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private ExcelSheet(DeliverySource source, IProgress<double>? progress)
    {
        (_file, _progress) = (source.Name, progress);
        _stream = source.Open();
        try
        {
            _reader = Guarded(_file, () => ExcelReaderFactory.CreateReader(_stream));
            EnterSheet();
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The sheet's name.</summary>
    public string Name => _reader.Name ?? "";

    /// <summary>Whether a reader of the workbook sees the sheet.</summary>
    public bool IsVisible => _reader.VisibleState == "visible";

    /// <summary>The number of the row read last, from 1 as Excel counts; blank ones count.</summary>
    public int Row { get; private set; }

    /// <summary>The values of this row. The next row takes its place.</summary>
    public IReadOnlyList<DeliveredValue> Values => _values;

    /// <summary>Whether a cell of this row is covered by a merged cell that reaches over several columns.</summary>
    public bool IsCovered(int column) => _merges.Any(merge => merge.ToColumn > merge.FromColumn && merge.Covers(Row - 1, column));

    /// <summary>Opens a workbook at its first sheet, or at one of a name.</summary>
    /// <exception cref="BarometerException">It is no workbook, or has no such sheet.</exception>
    public static ExcelSheet Open(DeliverySource source, string? name = null, IProgress<double>? progress = null)
    {
        var sheet = new ExcelSheet(source, progress);
        var names = new List<string>();
        while (name is not null && sheet.Name != name)
        {
            names.Add(sheet.Name);
            if (!sheet.NextSheet())
            {
                sheet.Dispose();
                throw new BarometerException(new Problem($"There is no sheet «{name}»", source.Name, Expected: NearNames.Expected(names, name), Hint: NearNames.Hint(names, name)));
            }
        }

        return sheet;
    }

    /// <summary>Goes to the next sheet; false after the last.</summary>
    public bool NextSheet()
    {
        if (!Guarded(_file, _reader.NextResult))
        {
            return false;
        }

        EnterSheet();
        return true;
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Read()
    {
        if (!Guarded(_file, _reader.Read))
        {
            return false;
        }

        Row++;
        for (var i = 0; i < _values.Length; i++)
        {
            var column = i;
            _values[i] = Guarded(_file, () => Value(column));
        }

        foreach (var merge in _merges.Where(merge => merge.FromRow <= Row - 1 && merge.ToRow >= Row - 1))
        {
            merge.Held = merge.FromRow == Row - 1 && merge.FromColumn < _values.Length ? _values[merge.FromColumn] : merge.Held;
            for (var i = merge.FromColumn; i <= merge.ToColumn && i < _values.Length; i++)
            {
                _values[i] = merge.Held;
            }
        }

        _merges.RemoveAll(merge => merge.ToRow < Row - 1);
        if (_progress is not null && (Row & 0x3F) == 0 && _reader.RowCount > 0)
        {
            _progress.Report(Math.Min(1, Row / (double)_reader.RowCount));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private void EnterSheet()
    {
        Row = 0;
        _values = _reader.FieldCount is >= 0 and <= WidestSheet
            ? new DeliveredValue[_reader.FieldCount]
            : throw new BarometerException(new Problem("A sheet is wider than Excel allows", _file, Expected: FormattableString.Invariant($"at most {WidestSheet} columns")));
        _merges.Clear();
        _merges.AddRange((_reader.MergeCells ?? []).Select(merge => new Merge(merge.FromRow, merge.ToRow, merge.FromColumn, merge.ToColumn)));
    }

    private DeliveredValue Value(int column) => _reader.GetValue(column) switch
    {
        null => DeliveredValue.Empty,
        string text => DeliveredValue.Of(text.Trim()),
        double number => DeliveredValue.Of(number),
        int number => DeliveredValue.Of(number),
        bool truth => DeliveredValue.Of(truth ? "true" : "false"),
        DateTime moment => DeliveredValue.Of(DeliveredTime.Seconds(moment), moment.TimeOfDay == TimeSpan.Zero ? ValueKind.Date : ValueKind.DateTime),
        TimeSpan span => DeliveredValue.Of(span.TotalSeconds, span < TimeSpan.FromDays(1) ? ValueKind.Time : ValueKind.Duration),
        var other => DeliveredValue.Of(Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    };

    // The package throws whatever a damaged archive or part makes its XML reader, arrays and numbers throw.
    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new BarometerException(new Problem("The workbook is encrypted", file, Expected: "a workbook without a password", Got: "one with a password", Hint: "save it without one"));
        }
        catch (Exception error) when (error is not (BarometerException or OutOfMemoryException))
        {
            throw new BarometerException(new Problem(
                "The workbook can't be read", file, Expected: "an Excel file (.xlsx, .xls)", Got: "a damaged one, or another kind of file", Hint: "open it in Excel and save it anew as .xlsx"));
        }
    }

    private sealed class Merge(int fromRow, int toRow, int fromColumn, int toColumn)
    {
        public int FromRow => fromRow;

        public int ToRow => toRow;

        public int FromColumn => fromColumn;

        public int ToColumn => toColumn;

        public DeliveredValue Held { get; set; }

        public bool Covers(int row, int column) => row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;
    }
}
