using System.Buffers.Binary;
using System.Text;
using Problem = Barometer.Analysis.Problem;

namespace Barometer.Conformance.Deliveries;

/// <summary>Writes numbers in the byte order of a file, and texts in its encoding.</summary>
internal sealed class SavOutput(Stream stream, Encoding encoding, bool bigEndian)
{
    private readonly byte[] _number = new byte[sizeof(long)];
    private readonly Encoding _strict = Strict(encoding);

    /// <summary>The encoding of texts; it throws at a letter that it lacks.</summary>
    public Encoding Encoding => _strict;

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool BigEndian => bigEndian;

    /// <summary>The place of the next byte.</summary>
    public long Position => stream.Position;

    /// <summary>Goes to a place, to write over what stands there.</summary>
    public void GoTo(long position) => stream.Position = position;

    /// <summary>Writes bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    /// <summary>Writes a number of 32 bits.</summary>
    public void Int32(int number)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteInt32BigEndian(_number, number);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(_number, number);
        }

        stream.Write(_number, 0, sizeof(int));
    }

    /// <summary>Writes a number of 64 bits.</summary>
    public void Int64(long number)
    {
        Put(_number, number);
        stream.Write(_number);
    }

    /// <summary>Writes a number.</summary>
    public void Double(double number) => Int64(BitConverter.DoubleToInt64Bits(number));

    /// <summary>Writes a text, filled with blanks to a length.</summary>
    /// <exception cref="BarometerException">It is longer, or the encoding lacks a letter of it.</exception>
    public void Padded(string text, int length, string what, string? column = null)
    {
        var bytes = Encode(text, length, what, column);
        stream.Write(bytes);
        Fill((byte)' ', length - bytes.Length);
    }

    /// <summary>Writes a byte some times.</summary>
    public void Fill(byte one, int times)
    {
        for (var i = 0; i < times; i++)
        {
            stream.WriteByte(one);
        }
    }

    /// <summary>Writes an extension record of single bytes.</summary>
    public void Extension(int subtype, ReadOnlySpan<byte> data)
    {
        Extension(subtype, 1, data.Length);
        stream.Write(data);
    }

    /// <summary>Writes the head of an extension record.</summary>
    public void Extension(int subtype, int size, int count)
    {
        Int32(7);
        Int32(subtype);
        Int32(size);
        Int32(count);
    }

    /// <summary>The bytes of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most bytes it may have.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="column">The variable it belongs to, or null.</param>
    /// <exception cref="BarometerException">It is too long, or the encoding lacks a letter of it.</exception>
    public byte[] Encode(string text, int longest, string what, string? column = null)
    {
        byte[] bytes;
        try
        {
            bytes = _strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new BarometerException(new Problem($"{what} has letters that {_strict.WebName} lacks", Column: column, Hint: "write the file in utf-8"));
        }

        return bytes.Length <= longest ? bytes : throw new BarometerException(new Problem(
            $"{what} is too long", Column: column, Expected: FormattableString.Invariant($"at most {longest} bytes in {_strict.WebName}"), Got: FormattableString.Invariant($"{bytes.Length}")));
    }

    /// <summary>Puts a number of 64 bits into bytes.</summary>
    public void Put(Span<byte> bytes, long number)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        }
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        return strict;
    }
}
