using System.IO.Compression;

namespace Barometer.Conformance.Deliveries;

/// <summary>Writes the rows of a system file in one of its three forms.</summary>
internal sealed class SavPacker : IDisposable
{
    private const int Block = 8;
    private const int Bias = 100;
    private const byte EndOfFile = 252;
    private const byte Literal = 253;
    private const byte Blanks = 254;
    private const byte SystemMissing = 255;

    // As SPSS writes: blocks of this many bytes before packing.
    private const int ZlibBlock = 0x3FF000;
    private const int TrailerSize = 24;

    private readonly Stream _stream;
    private readonly SavOutput _output;
    private readonly SavCompression _compression;
    private readonly MemoryStream? _unpacked;
    private readonly List<(long Unpacked, long Packed, int UnpackedSize, int PackedSize)> _blocks = [];
    private readonly long _start;
    private readonly byte[] _codes = new byte[Block];
    private readonly byte[] _literals = new byte[Block * Block];
    private readonly byte[] _value = new byte[Block];
    private int _count;
    private int _literalBytes;
    private long _done;

    /// <summary>Begins where the stream stands.</summary>
    public SavPacker(Stream stream, SavOutput output, SavCompression compression)
    {
        (_stream, _output, _compression, _start) = (stream, output, compression, stream.Position);
        if (compression == SavCompression.Zlib)
        {
            _unpacked = new MemoryStream(ZlibBlock);
            output.Int64(_start);
            output.Int64(0);
            output.Int64(0);
        }
    }

    /// <summary>Writes a number; NaN is the system-missing value.</summary>
    public void Number(double number)
    {
        var isMissing = double.IsNaN(number);
        _output.Put(_value, BitConverter.DoubleToInt64Bits(isMissing ? -double.MaxValue : number));
        if (_compression == SavCompression.None)
        {
            _stream.Write(_value);
            return;
        }

        // −0 is no 0 by its bits.
        var isSmall = number is >= 1 - Bias and <= 251 - Bias && Math.Floor(number) == number && (number != 0 || !double.IsNegative(number));
        Code(isMissing ? SystemMissing : isSmall ? (byte)((int)number + Bias) : Literal);
    }

    /// <summary>Writes a text, filled to a multiple of eight bytes.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        if (_compression == SavCompression.None)
        {
            _stream.Write(text);
            return;
        }

        for (; !text.IsEmpty; text = text[Block..])
        {
            text[..Block].CopyTo(_value);
            Code(text[..Block].IndexOfAnyExcept((byte)' ') < 0 ? Blanks : Literal);
        }
    }

    /// <summary>Writes what is left, and the list of blocks.</summary>
    public void Finish()
    {
        if (_compression == SavCompression.None)
        {
            return;
        }

        Code(EndOfFile);
        if (_count > 0)
        {
            Flush();
        }

        if (_unpacked is not null)
        {
            Pack();
            WriteBlocks();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _unpacked?.Dispose();

    private void Code(byte code)
    {
        if (code == Literal)
        {
            _value.CopyTo(_literals, _literalBytes);
            _literalBytes += Block;
        }

        _codes[_count++] = code;
        if (_count == Block)
        {
            Flush();
        }
    }

    private void Flush()
    {
        Put(_codes);
        Put(_literals.AsSpan(0, _literalBytes));
        _codes.AsSpan().Clear();
        (_count, _literalBytes) = (0, 0);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (_unpacked is null)
        {
            _stream.Write(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var part = Math.Min(bytes.Length, ZlibBlock - (int)_unpacked.Length);
            _unpacked.Write(bytes[..part]);
            bytes = bytes[part..];
            if (_unpacked.Length == ZlibBlock)
            {
                Pack();
            }
        }
    }

    private void Pack()
    {
        if (_unpacked!.Length == 0)
        {
            return;
        }

        var at = _stream.Position;
        using (var packed = new ZLibStream(_stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            _unpacked.WriteTo(packed);
        }

        _blocks.Add((_start + _done, at, (int)_unpacked.Length, (int)(_stream.Position - at)));
        _done += _unpacked.Length;
        _unpacked.SetLength(0);
    }

    private void WriteBlocks()
    {
        var at = _stream.Position;
        _output.Int64(-Bias);
        _output.Int64(0);
        _output.Int32(ZlibBlock);
        _output.Int32(_blocks.Count);
        foreach (var (unpacked, packed, unpackedSize, packedSize) in _blocks)
        {
            // The place that the block would have in a file that isn't packed by zlib.
            _output.Int64(unpacked);
            _output.Int64(packed);
            _output.Int32(unpackedSize);
            _output.Int32(packedSize);
        }

        var end = _stream.Position;
        _output.GoTo(_start + sizeof(long));
        _output.Int64(at);
        _output.Int64(TrailerSize + (_blocks.Count * TrailerSize));
        _output.GoTo(end);
    }
}
