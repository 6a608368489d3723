using System.Buffers.Binary;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>
/// Checks that the description at the end of a Parquet file closes within itself: whoever reads a damaged one may read on for ever. It is written in
/// Thrift's compact protocol (thrift-compact-protocol.md), of which the shape tells where each value ends.
/// </summary>
internal ref struct ParquetFooter
{
    private const int Tail = 8;
    private const int Deepest = 32;
    private const int LongestNumber = 10;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private ParquetFooter(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Whether the file ends with a description that is whole.</summary>
    public static bool IsWhole(Stream file)
    {
        if (file.Length < 2 * Tail)
        {
            return false;
        }

        var tail = new byte[Tail];
        file.Position = file.Length - Tail;
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (!tail.AsSpan(4).SequenceEqual("PAR1"u8) || length <= 0 || length > file.Length - (2 * Tail) + 4)
        {
            return false;
        }

        var bytes = new byte[length];
        file.Position = file.Length - Tail - length;
        file.ReadExactly(bytes);
        file.Position = 0;
        return new ParquetFooter(bytes).Struct(0);
    }

    private bool Struct(int depth)
    {
        while (depth < Deepest && _at < _bytes.Length)
        {
            var header = _bytes[_at++];
            if (header == 0)
            {
                return true;
            }

            // A field's number is its distance to the last, or stands for itself.
            if (header >> 4 == 0 && Number() is null)
            {
                return false;
            }

            // The value of a truth is in its type.
            if ((header & 0xF) is not (1 or 2) && !Value(header & 0xF, depth + 1))
            {
                return false;
            }
        }

        return false;
    }

    private bool Value(int type, int depth) => type switch
    {
        1 or 2 or 3 => Pass(1),
        4 or 5 or 6 => Number() is not null,
        7 => Pass(8),
        8 => Number() is { } length && Pass(length),
        9 or 10 => List(depth),
        11 => Map(depth),
        12 => Struct(depth),
        13 => Pass(16),
        _ => false,
    };

    private bool List(int depth)
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        var header = _bytes[_at++];
        return (header >> 4 == 0xF ? Number() : (ulong)(header >> 4)) is { } count && Values(count, header & 0xF, null, depth);
    }

    private bool Map(int depth)
    {
        if (Number() is not { } count)
        {
            return false;
        }

        return count == 0 || (_at < _bytes.Length && _bytes[_at++] is var types && Values(count, types >> 4, types & 0xF, depth));
    }

    private bool Values(ulong count, int type, int? second, int depth)
    {
        for (var i = 0UL; i < count; i++)
        {
            if (!Value(type, depth + 1) || (second is { } other && !Value(other, depth + 1)))
            {
                return false;
            }
        }

        return true;
    }

    private ulong? Number()
    {
        var number = 0UL;
        for (var i = 0; i < LongestNumber && _at < _bytes.Length; i++)
        {
            var one = _bytes[_at++];
            number |= (ulong)(one & 0x7F) << (7 * i);
            if (one < 0x80)
            {
                return number;
            }
        }

        return null;
    }

    private bool Pass(ulong count)
    {
        if (count > (ulong)(_bytes.Length - _at))
        {
            return false;
        }

        _at += (int)count;
        return true;
    }
}
