using System.IO.Compression;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>
/// The bytecode of a .zsav: blocks packed by zlib one after the other, which a trailer at the end of the file lists. A block is unpacked as it is
/// read, so that its size, whatever the trailer says, takes no memory.
/// </summary>
internal sealed class ZsavStream : ForwardStream
{
    private const int HeaderSize = 24;
    private const int EntrySize = 24;

    private readonly Stream _file;
    private readonly string _name;
    private readonly List<ZsavBlock> _blocks;
    private Stream? _block;
    private int _next;
    private long _unpacked;

    /// <summary>Reads the list of blocks.</summary>
    /// <param name="file">The file, standing at the header of the blocks.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="layout">Tells the byte order.</param>
    /// <exception cref="BarometerException">The list is damaged.</exception>
    public ZsavStream(Stream file, string name, SavLayout layout)
    {
        (_file, _name) = (file, name);
        var input = new SavInput(file, name) { BigEndian = layout.BigEndian };
        input.Skip(layout.DataStart, "the dictionary");
        const string Header = "the header of the packed blocks";
        var at = input.Int64(Header);
        var trailer = input.Int64(Header);
        var length = input.Int64(Header);
        if (at != layout.DataStart)
        {
            throw SpssProblem.Damaged(name, layout.DataStart, "The header of the packed blocks names another place for itself", FormattableString.Invariant($"{layout.DataStart}"), FormattableString.Invariant($"{at}"));
        }

        if (trailer < at + HeaderSize || length < HeaderSize || trailer > input.Length - HeaderSize || length > input.Length - trailer)
        {
            throw SpssProblem.Damaged(name, layout.DataStart + 8, "The list of packed blocks lies outside the file", FormattableString.Invariant($"a place before byte {input.Length}"), "another");
        }

        input.Skip(trailer - input.Position, Header);
        _blocks = Read(input, at + HeaderSize, trailer, length);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_block is null)
            {
                if (_next == _blocks.Count)
                {
                    return 0;
                }

                var block = _blocks[_next++];
                _file.Position = block.Start;
                _block = new ZLibStream(new Part(_file, block.Packed), CompressionMode.Decompress);
                _unpacked = 0;
            }

            int read;
            try
            {
                read = _block.Read(buffer, offset, count);
            }
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                throw Bad("can't be unpacked");
            }

            _unpacked += read;
            var size = _blocks[_next - 1].Unpacked;
            if (_unpacked > size || (read == 0 && _unpacked < size))
            {
                throw Bad("is of another size than the list of blocks says");
            }

            if (read > 0)
            {
                return read;
            }

            _block.Dispose();
            _block = null;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _block?.Dispose();
        base.Dispose(disposing);
    }

    private static List<ZsavBlock> Read(SavInput input, long first, long trailer, long length)
    {
        const string What = "the list of packed blocks";
        var start = input.Position;
        input.Skip(20, What);
        var count = input.Int32(What);
        if (count < 0 || length != HeaderSize + ((long)count * EntrySize))
        {
            throw SpssProblem.Damaged(
                input.File, start + 20, "The list of packed blocks has an impossible length", FormattableString.Invariant($"{(length - HeaderSize) / EntrySize} blocks"), FormattableString.Invariant($"{count}"));
        }

        var blocks = new List<ZsavBlock>();
        var at = first;
        for (var i = 0; i < count; i++)
        {
            var entry = input.Position;
            input.Skip(8, What);
            var from = input.Int64(What);
            var (unpacked, packed) = (input.Int32(What), input.Int32(What));
            if (from != at || unpacked < 0 || packed < 0 || from + packed > trailer)
            {
                throw SpssProblem.Damaged(
                    input.File, entry, FormattableString.Invariant($"The list of packed blocks is wrong for block {i + 1}"), "blocks one after the other, up to the list", "another place or size");
            }

            blocks.Add(new ZsavBlock(from, packed, unpacked));
            at += packed;
        }

        return blocks;
    }

    private BarometerException Bad(string how) =>
        SpssProblem.Damaged(_name, _blocks[_next - 1].Start, FormattableString.Invariant($"Packed block {_next} of {_blocks.Count} {how}"));

    private sealed record ZsavBlock(long Start, int Packed, int Unpacked);

    // The bytes of one block, so that none of the next is taken for it.
    private sealed class Part(Stream file, long length) : ForwardStream
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }
    }
}

/// <summary>A stream that is only read, from its start to its end.</summary>
internal abstract class ForwardStream : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
