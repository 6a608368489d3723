using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Barometer.Analysis.Loading;

/// <summary>
/// Makes sure that a file is UTF-8 before it is read as such: a wrong encoding would turn «å» into something else, or two
/// letters into one, without an error. A UTF-8 byte order mark is allowed.
/// </summary>
internal static class EncodingCheck
{
    private const int BlockSize = 1 << 16;
    private const int LongestSequence = 4;

    /// <summary>UTF-8 that throws at a byte that is none.</summary>
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Whether the file is UTF-8; if not, the log says where it first shows.</summary>
    public static bool Passes(string path, ProblemLog problems)
    {
        using var file = File.OpenRead(path);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            return Passes(file, buffer, problems);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool Passes(FileStream file, byte[] buffer, ProblemLog problems)
    {
        var (line, kept) = (1, 0);
        while (true)
        {
            var isFirst = file.Position == 0;
            var read = file.ReadAtLeast(buffer.AsSpan(kept, BlockSize - kept), BlockSize - kept, throwOnEndOfStream: false);
            var block = buffer.AsSpan(0, kept + read);
            if (isFirst && IsUtf16(block))
            {
                Report(problems, null, "UTF-16");
                return false;
            }

            var isLast = block.Length < BlockSize;
            var end = isLast ? block.Length : WholeCharacters(block);
            if (!Utf8.IsValid(block[..end]))
            {
                Report(problems, line + LinesBeforeInvalid(block[..end]), "a byte that is not UTF-8, as in Latin-1 or Windows-1252");
                return false;
            }

            if (isLast)
            {
                return true;
            }

            line += block[..end].Count((byte)'\n');
            block[end..].CopyTo(buffer);
            kept = block.Length - end;
        }
    }

    private static int LinesBeforeInvalid(ReadOnlySpan<byte> block)
    {
        Utf8.ToUtf16(block, new char[block.Length], out var valid, out _, replaceInvalidSequences: false);
        return block[..valid].Count((byte)'\n');
    }

    private static void Report(ProblemLog problems, int? line, string got) => problems.Add(
        "The file is not UTF-8",
        line,
        null,
        "UTF-8, with or without a byte order mark",
        got,
        "save the file as UTF-8; a spreadsheet calls it «CSV UTF-8»");

    // A file in UTF-16 begins with its mark or, its first letter being ASCII, has a null as every second byte.
    private static bool IsUtf16(ReadOnlySpan<byte> block) =>
        block.StartsWith<byte>([0xFF, 0xFE]) || block.StartsWith<byte>([0xFE, 0xFF]) || (block.Length > 1 && (block[0] == 0 || block[1] == 0));

    // A block may end in the middle of a character: leave its first bytes for the next block.
    private static int WholeCharacters(ReadOnlySpan<byte> block)
    {
        var start = block.Length - 1;
        while (start > block.Length - LongestSequence && (block[start] & 0xC0) == 0x80)
        {
            start--;
        }

        return (block[start] & 0xC0) == 0xC0 ? start : block.Length;
    }
}
