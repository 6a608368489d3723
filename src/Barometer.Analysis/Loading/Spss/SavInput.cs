using System.Buffers.Binary;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>
/// The bytes before the rows of a system file, in the byte order of the file. Nothing is allocated that the rest of the file couldn't fill, whatever
/// a count in it says.
/// </summary>
internal sealed class SavInput(Stream stream, string file) : IDisposable
{
    private readonly byte[] _number = new byte[sizeof(long)];

    /// <summary>The file's name in messages.</summary>
    public string File => file;

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool BigEndian { get; set; }

    /// <summary>The place of the next byte, from 0.</summary>
    public long Position { get; private set; }

    /// <summary>The number of bytes in the file.</summary>
    public long Length => stream.Length;

    /// <summary>The number of bytes that are left.</summary>
    public long Left => Length - Position;

    /// <summary>The next bytes.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">What they are, for the message when the file ends before: «a variable's name».</param>
    public byte[] Bytes(long count, string what)
    {
        if (count < 0 || count > Left)
        {
            throw Ends(count, what);
        }

        var bytes = new byte[count];
        Fill(bytes, what);
        return bytes;
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(long count, string what)
    {
        if (count < 0 || count > Left)
        {
            throw Ends(count, what);
        }

        Position += count;
        stream.Position = Position;
    }

    /// <summary>The next whole number of 32 bits.</summary>
    public int Int32(string what)
    {
        var bytes = _number.AsSpan(0, sizeof(int));
        Fill(bytes, what);
        return Int32(bytes);
    }

    /// <summary>The next whole number of 64 bits.</summary>
    public long Int64(string what)
    {
        Fill(_number, what);
        return Int64(_number);
    }

    /// <summary>The next number.</summary>
    public double Double(string what) => BitConverter.Int64BitsToDouble(Int64(what));

    /// <summary>A whole number of 32 bits in the file's byte order.</summary>
    public int Int32(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);

    /// <summary>A whole number of 64 bits in the file's byte order.</summary>
    public long Int64(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);

    /// <summary>A number in the file's byte order.</summary>
    public double Double(ReadOnlySpan<byte> bytes) => BitConverter.Int64BitsToDouble(Int64(bytes));

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Fill(Span<byte> bytes, string what)
    {
        if (bytes.Length > Left || stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Ends(bytes.Length, what);
        }

        Position += bytes.Length;
    }

    private BarometerException Ends(long count, string what) => count < 0
        ? SpssProblem.Damaged(file, Position, $"The length of {what} is impossible", "a length that isn't negative", "a negative one")
        : SpssProblem.Damaged(
            file, Position, $"The file ends inside {what}", FormattableString.Invariant($"{count} bytes more"), FormattableString.Invariant($"{Left} bytes"));
}

/// <summary>What is wrong with an SPSS file, and at which byte.</summary>
internal static class SpssProblem
{
    private const string Again = "ask for the file again, or save it anew in SPSS";

    /// <summary>The file is damaged.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="offset">Where: the byte, from 0.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="got">What is there; never an answer.</param>
    public static BarometerException Damaged(string file, long offset, string what, string? expected = null, string? got = null) =>
        new(new Problem(FormattableString.Invariant($"{what} (byte {offset})"), file, Expected: expected, Got: got, Hint: Again));

    /// <summary>The file is another kind of file, or one that isn't read.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="got">What it is.</param>
    /// <param name="hint">What to do.</param>
    public static BarometerException NotRead(string file, string what, string got, string hint) =>
        new(new Problem(what, file, Expected: "an SPSS file (.sav or .zsav)", Got: got, Hint: hint));
}
