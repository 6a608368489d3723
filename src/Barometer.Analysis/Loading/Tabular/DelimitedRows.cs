using System.Runtime.InteropServices;
using System.Text;
using Sylvan.Data.Csv;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>The rows of a text file with separated fields.</summary>
internal sealed class DelimitedRows : DeliveredRows
{
    private readonly DelimitedReader _reader;
    private readonly DelimitedForm _form;
    private readonly TextCache[] _texts;

    /// <summary>Stands before the first row.</summary>
    public DelimitedRows(DeliverySource source, DelimitedForm form, IProgress<double>? progress)
    {
        _form = form;
        _texts = [.. form.Kinds.Select(_ => new TextCache())];
        _reader = new DelimitedReader(source, form, progress);
        _reader.SkipHeadings(form.HeadingRecords);
    }

    /// <inheritdoc/>
    public override DeliveredValue this[int column]
    {
        get
        {
            var field = _reader.Field(column).Trim();
            if (field.IsEmpty)
            {
                return DeliveredValue.Empty;
            }

            var kind = _form.Kinds[column];
            return kind switch
            {
                ValueKind.Number when ColumnProfile.Number(field, _form.DecimalMark) is { } number => DeliveredValue.Of(number),
                ValueKind.Date or ValueKind.DateTime when DateForms.Read(field, _form.Dates) is { } moment => DeliveredValue.Of(DeliveredTime.Seconds(moment), kind),
                _ => DeliveredValue.Of(Text(_texts[column], field)),
            };
        }
    }

    /// <summary>Opens the file as text, after its mark.</summary>
    public static StreamReader OpenText(DeliverySource source, FoundEncoding encoding)
    {
        var stream = source.Open();
        stream.Position = encoding.MarkLength;
        var strict = (Encoding)encoding.Encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>The problem of bytes that are none of the encoding.</summary>
    public static BarometerException NotInEncoding(string file, Encoding encoding, int line) => new(new Problem(
        $"The file is not in {encoding.WebName}", file, line, Expected: $"text in {encoding.WebName}", Got: "bytes that are none", Hint: "say which encoding the file has"));

    /// <inheritdoc/>
    public override bool Read()
    {
        if (!_reader.Read(_form.Kinds.Count))
        {
            return false;
        }

        Count++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    private static string Text(TextCache cache, ReadOnlySpan<char> field)
    {
        var key = MemoryMarshal.AsBytes(field);
        return cache.Find(key) ?? cache.Add(key, field.ToString());
    }
}

/// <summary>The records of a text file, with the line on which each begins.</summary>
internal sealed class DelimitedReader : IDisposable
{
    // In characters. A record longer than the limit is a quote that was never closed.
    private const int BufferSize = 1 << 16;
    private const int LongestRecord = 1 << 22;

    private readonly string _file;
    private readonly Encoding _encoding;
    private readonly StreamReader _text;
    private readonly CsvDataReader? _csv;
    private readonly IProgress<double>? _progress;
    private int _line = 1;
    private int _lines;

    /// <summary>Stands before the record of headings.</summary>
    public DelimitedReader(DeliverySource source, DelimitedForm form, IProgress<double>? progress = null)
    {
        (_file, _encoding, _progress) = (source.Name, form.Encoding.Encoding, progress);
        _text = DelimitedRows.OpenText(source, form.Encoding);
        try
        {
            for (var i = 0; i < form.Separator.SkippedLines; i++)
            {
                _text.ReadLine();
                _line++;
            }

            _csv = Guarded(() => CsvDataReader.Create(_text, new CsvDataReaderOptions
            {
                Delimiter = form.Separator.Separator,
                Quote = form.Separator.Quote,
                Escape = form.Separator.Quote,
                HasHeaders = false,
                BufferSize = BufferSize,
                MaxBufferSize = LongestRecord,
                ResultSetMode = ResultSetMode.SingleResult,
            }));
        }
        catch
        {
            _text.Dispose();
            throw;
        }
    }

    /// <summary>The number of fields of this record.</summary>
    public int Count => _csv!.RowFieldCount;

    /// <summary>A field of this record, without its quotation marks.</summary>
    public ReadOnlySpan<char> Field(int index) => _csv!.GetFieldSpan(index);

    /// <summary>Goes to the next record that isn't blank; false after the last.</summary>
    public bool Read()
    {
        do
        {
            _line += _lines;
            if (!Guarded(_csv!.Read))
            {
                return false;
            }

            _lines = Math.Max(1, _csv.GetRawRecordSpan().Count('\n'));
        }
        while (_csv.GetRawRecordSpan().Trim().IsEmpty);
        if (_progress is not null && (_line & 0xFF) == 0)
        {
            _progress.Report(Math.Min(1, _text.BaseStream.Position / (double)Math.Max(1, _text.BaseStream.Length)));
        }

        return true;
    }

    /// <summary>Passes over the records of headings.</summary>
    public void SkipHeadings(int records)
    {
        for (var i = 0; i < records; i++)
        {
            Read();
        }
    }

    /// <summary>Goes to the next record, which must have a number of fields; false after the last.</summary>
    /// <exception cref="BarometerException">It has another number.</exception>
    public bool Read(int fields)
    {
        if (!Read())
        {
            return false;
        }

        return Count == fields ? true : throw new BarometerException(new Problem(
            "A row has the wrong number of fields",
            _file,
            _line,
            Expected: FormattableString.Invariant($"{fields} fields, as in the headings"),
            Got: FormattableString.Invariant($"{Count} fields"),
            Hint: "look for a separator that is not inside quotes, or say how many lines stand before the headings"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv?.Dispose();
        _text.Dispose();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException)
        {
            throw new BarometerException(new Problem(
                "A quotation mark is out of place",
                _file,
                _line,
                Expected: "quotes around a whole field, and a quote inside it doubled",
                Got: "a quote that is never closed, or text after a closing quote",
                Hint: "the row begins on this line"));
        }
        catch (DecoderFallbackException)
        {
            throw DelimitedRows.NotInEncoding(_file, _encoding, _line);
        }
    }
}
