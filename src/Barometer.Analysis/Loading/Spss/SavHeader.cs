using System.Buffers.Binary;
using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>How the rows of a system file are packed.</summary>
internal enum SavCompression
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Small whole numbers and blanks as single bytes.</summary>
    Bytecode = 1,

    /// <summary>The bytes, in blocks packed by zlib.</summary>
    Zlib = 2,
}

/// <summary>The header of a system file: its first 176 bytes.</summary>
/// <param name="Signature"><c>$FL2</c> or <c>$FL3</c>.</param>
/// <param name="Compression">How the rows are packed.</param>
/// <param name="WeightIndex">The place of the weight's first element, from 1; 0 without a weight.</param>
/// <param name="Rows">The number of rows; −1 when the writer didn't know it.</param>
/// <param name="Bias">What is added to a small whole number to make a byte of it.</param>
/// <param name="Label">The file's label, as bytes.</param>
internal sealed record SavHeader(string Signature, SavCompression Compression, int WeightIndex, int Rows, double Bias, byte[] Label)
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 176;

    private const int LayoutAt = 64;
    private static readonly byte[] Ebcdic = [0x5B, 0xC6, 0xD3, 0xF2];

    /// <summary>Reads the header and sets the input's byte order.</summary>
    /// <exception cref="BarometerException">It is no system file, or one that isn't read.</exception>
    public static SavHeader Read(SavInput input)
    {
        if (input.Length == 0)
        {
            throw SpssProblem.NotRead(input.File, "The file is empty", "0 bytes", "ask for the file again");
        }

        var start = input.Bytes(Math.Min(Size, input.Length), "the header");
        CheckSignature(start, input.File);
        if (start.Length < Size)
        {
            throw SpssProblem.Damaged(
                input.File, start.Length, "The file ends inside the header", FormattableString.Invariant($"{Size} bytes"), FormattableString.Invariant($"{start.Length} bytes"));
        }

        input.BigEndian = IsBigEndian(start, input.File);
        var compression = input.Int32(start.AsSpan(72));
        var bias = input.Double(start.AsSpan(84));
        if (compression is < 0 or > 2)
        {
            throw SpssProblem.Damaged(input.File, 72, "The header names a compression that doesn't exist", "0 (none), 1 (bytes) or 2 (zlib)", FormattableString.Invariant($"{compression}"));
        }

        if (compression != 0 && !double.IsFinite(bias))
        {
            throw SpssProblem.Damaged(input.File, 84, "The header has no bias of the compression", "a number, as a rule 100", "none in the IEEE form");
        }

        return new SavHeader(
            Encoding.ASCII.GetString(start, 0, 4),
            (SavCompression)compression,
            input.Int32(start.AsSpan(76)),
            Math.Max(-1, input.Int32(start.AsSpan(80))),
            bias,
            start[109..173]);
    }

    private static void CheckSignature(byte[] start, string file)
    {
        if (start.AsSpan().StartsWith("$FL2"u8) || start.AsSpan().StartsWith("$FL3"u8))
        {
            return;
        }

        if (start.AsSpan(0, Math.Min(start.Length, 40)).IndexOf("ENCRYPTED"u8) >= 0)
        {
            throw SpssProblem.NotRead(file, "The SPSS file is encrypted", "a file with a password", "open it in SPSS and save it without a password");
        }

        if (start.AsSpan().StartsWith(Ebcdic))
        {
            throw SpssProblem.NotRead(file, "The SPSS file comes from a mainframe", "text in EBCDIC", "save it in SPSS as a .sav in Unicode");
        }

        throw SpssProblem.NotRead(file, "This is no SPSS file", FileContent.Describe(start), "give it the name that belongs to what it holds, or ask for the file again");
    }

    // The layout code is 2 or 3 in the order of the machine that wrote the file.
    private static bool IsBigEndian(byte[] start, string file)
    {
        var layout = start.AsSpan(LayoutAt);
        var little = BinaryPrimitives.ReadInt32LittleEndian(layout) is 2 or 3;
        return little || BinaryPrimitives.ReadInt32BigEndian(layout) is 2 or 3
            ? !little
            : throw SpssProblem.Damaged(file, LayoutAt, "The header doesn't tell the order of the bytes", "the layout code 2 or 3", "another number");
    }
}
