using System.Text;
using Problem = Barometer.Analysis.Problem;

namespace Barometer.Conformance.Deliveries;

/// <summary>
/// Writes a system file (.sav, or .zsav when packed by zlib): first what the dictionary says, then row by row. Nothing is changed silently: a text that
/// doesn't fit its variable, or that the encoding lacks letters for, is an error.
/// </summary>
/// <example><code>
/// using var file = File.Create("svar.sav");
/// using var writer = new SavWriter(file, dictionary, SavWriting.Default);
/// writer.Write([DeliveredValue.Of("W0003"), DeliveredValue.Of(1)]);
/// writer.Finish();
/// </code></example>
internal sealed class SavWriter : IDisposable
{
    private readonly SavPacker _packer;
    private readonly SavOutput _output;
    private readonly IReadOnlyList<SpssColumn> _columns;
    private readonly long _rowsAt;
    private long _rows;
    private byte[] _text = [];

    /// <summary>Writes the dictionary.</summary>
    /// <param name="stream">Takes the file; it can be positioned, since the number of rows is written last.</param>
    /// <param name="dictionary">The variables, and what else the file says.</param>
    /// <param name="writing">How it is written.</param>
    public SavWriter(Stream stream, SpssDictionary dictionary, SavWriting writing)
    {
        _columns = dictionary.Columns;
        _output = new SavOutput(stream, writing.Encoding, writing.BigEndian);
        _rowsAt = new SavDictionaryWriter(_output, dictionary, writing).Write();
        _packer = new SavPacker(stream, _output, writing.Compression);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="BarometerException">A value doesn't fit its variable.</exception>
    public void Write(ReadOnlySpan<DeliveredValue> values)
    {
        if (values.Length != _columns.Count)
        {
            throw new ArgumentException("A row needs a value for each variable.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (_columns[i].Width > 0)
            {
                WriteText(_columns[i], values[i]);
            }
            else if (values[i].IsText)
            {
                throw new BarometerException(new Problem("A text stands among numbers", Column: _columns[i].Name, Expected: "a number", Got: "a text"));
            }
            else
            {
                _packer.Number(values[i].Number);
            }
        }

        _rows++;
    }

    /// <summary>Ends the file and writes the number of rows at its start.</summary>
    public void Finish()
    {
        _packer.Finish();
        _output.GoTo(SavDictionaryWriter.RowsInHeader);
        _output.Int32(_rows <= int.MaxValue ? (int)_rows : -1);
        _output.GoTo(_rowsAt);
        _output.Int64(_rows);
    }

    /// <inheritdoc/>
    public void Dispose() => _packer.Dispose();

    private void WriteText(SpssColumn column, DeliveredValue value)
    {
        if (!value.IsText && !value.IsEmpty)
        {
            throw new BarometerException(new Problem("A number stands among texts", Column: column.Name, Expected: "a text", Got: "a number"));
        }

        var segments = SavSegments.Of(column.Width);
        if (_text.Length < segments.Bytes)
        {
            _text = new byte[segments.Bytes];
        }

        var text = _text.AsSpan(0, segments.Bytes);
        text.Fill((byte)' ');
        var bytes = _output.Encode(value.Text, column.Width, "A text", column.Name);
        for (var (from, to) = (0, 0); from < bytes.Length; from += SavSegments.Longest, to += SavSegments.Longest + 1)
        {
            bytes.AsSpan(from, Math.Min(SavSegments.Longest, bytes.Length - from)).CopyTo(text[to..]);
        }

        _packer.Text(text);
    }
}

/// <summary>How a system file is written.</summary>
internal sealed record SavWriting
{
    /// <summary>As SPSS itself writes by default.</summary>
    public static SavWriting Default { get; } = new();

    /// <summary>How the rows are packed.</summary>
    public SavCompression Compression { get; init; } = SavCompression.Bytecode;

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool BigEndian { get; init; }

    /// <summary>The encoding of texts: one in which blanks are single bytes.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The moment that the file names as that of its writing; not the clock's, so that equal data make equal files.</summary>
    public DateTime Moment { get; init; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
}
