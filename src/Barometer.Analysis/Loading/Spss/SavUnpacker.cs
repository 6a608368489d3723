using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>Unpacks the rows of a system file one by one into bytes as an unpacked file would hold them, in the byte order of the file.</summary>
internal sealed class SavUnpacker : IDisposable
{
    private const int Block = 8;
    private const int BufferSize = 1 << 16;
    private const byte EndOfFile = 252;
    private const byte Literal = 253;
    private const byte Blanks = 254;
    private const ulong EightBlanks = 0x2020202020202020;

    private readonly Stream _file;
    private readonly Stream _stream;
    private readonly IProgress<double>? _progress;
    private readonly bool _packed;

    // What each code stands for, as eight bytes in the byte order of the file.
    private readonly ulong[] _values = new ulong[256];
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _at;
    private int _filled;
    private bool _isEnd;

    // Whether a value was announced that the file ends before.
    private bool _isCut;

    // The codes that are left of the last group of eight, the next in the lowest byte.
    private ulong _codes;
    private int _codesLeft;

    private SavUnpacker(Stream file, Stream stream, string name, SavLayout layout, IProgress<double>? progress)
    {
        _file = file;
        _stream = stream;
        _progress = progress;
        _packed = layout.Compression != SavCompression.None;
        File = name;
        for (var code = 0; code < _values.Length; code++)
        {
            var bits = code switch
            {
                Blanks => EightBlanks,
                255 => (ulong)layout.Missing[0],
                _ => BitConverter.DoubleToUInt64Bits(code - layout.Bias),
            };
            _values[code] = layout.BigEndian == BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(bits) : bits;
        }
    }

    /// <summary>The file's name in messages.</summary>
    public string File { get; }

    /// <summary>The byte of the file that is read next; of packed blocks the end of the part taken last.</summary>
    public long Position => _stream == _file ? _file.Position - (_filled - _at) : _file.Position;

    /// <summary>Opens the file at its rows.</summary>
    public static SavUnpacker Open(DeliverySource source, SavLayout layout, IProgress<double>? progress)
    {
        var file = source.Open();
        try
        {
            file.Position = layout.DataStart;
            var stream = layout.Compression == SavCompression.Zlib ? new ZsavStream(file, source.Name, layout) : file;
            return new SavUnpacker(file, stream, source.Name, layout, progress);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks the next row; false when there is none.</summary>
    /// <param name="row">Takes it.</param>
    /// <param name="before">How many rows came before.</param>
    /// <exception cref="BarometerException">The file ends inside the row.</exception>
    public bool Next(byte[] row, long before)
    {
        var done = _packed ? Unpack(row) : Copy(row);
        return done == row.Length || (done == 0 && !_isCut ? false : throw SpssProblem.Damaged(
            File,
            Position,
            FormattableString.Invariant($"The file ends inside row {before + 1}"),
            FormattableString.Invariant($"{row.Length} bytes a row"),
            FormattableString.Invariant($"{done} bytes of it")));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _file.Dispose();
    }

    private int Copy(byte[] row)
    {
        var done = 0;
        while (done < row.Length && (_at < _filled || Fill()))
        {
            var part = Math.Min(row.Length - done, _filled - _at);
            _buffer.AsSpan(_at, part).CopyTo(row.AsSpan(done));
            _at += part;
            done += part;
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Unpack(byte[] row)
    {
        var done = 0;
        ref var to = ref row[0];
        while (done < row.Length)
        {
            if (_codesLeft == 0)
            {
                if (_isEnd || !Take(out _codes))
                {
                    return done;
                }

                _codesLeft = Block;
            }

            var code = (byte)_codes;
            _codes >>= 8;
            _codesLeft--;
            ulong value;
            if (code == Literal)
            {
                if (!Take(out value))
                {
                    _isCut = true;
                    return done;
                }
            }
            else if (code == 0)
            {
                continue;
            }
            else if (code == EndOfFile)
            {
                (_isEnd, _codesLeft) = (true, 0);
                return done;
            }
            else
            {
                value = _values[code];
            }

            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, done), value);
            done += Block;
        }

        return done;
    }

    // Eight bytes, the first in the lowest.
    private bool Take(out ulong bytes)
    {
        if (_filled - _at < Block && !FillTo(Block))
        {
            bytes = 0;
            return false;
        }

        bytes = Unsafe.ReadUnaligned<ulong>(ref _buffer[_at]);
        _at += Block;
        return true;
    }

    private bool FillTo(int count)
    {
        while (_filled - _at < count)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    private bool Fill()
    {
        var kept = _filled - _at;
        _buffer.AsSpan(_at, kept).CopyTo(_buffer);
        var read = _stream.Read(_buffer, kept, _buffer.Length - kept);
        (_at, _filled) = (0, kept + read);
        _progress?.Report(_file.Length == 0 ? 1 : Math.Min(1, _file.Position / (double)_file.Length));
        return read > 0;
    }
}
