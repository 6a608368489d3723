using System.Text;
using UtfUnknown;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>Finds the encoding of a text file by its bytes, and says how sure that is.</summary>
internal static class EncodingFinder
{
    private const int SampleSize = 1 << 20;

    // The letters beyond ASCII that a Norwegian or English text has.
    private const string Expected = "æøåÆØÅéèêëóòôöüäáàâçñÉÈÊÓÒÔÖÜÄÁÀÂÇ«»–—‘’“”„…•§°·½²³€©®™  ";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding of the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="given">The encoding that a person has named, or null.</param>
    public static FoundEncoding Find(DeliverySource source, Encoding? given)
    {
        using var file = source.Open();
        var sample = new byte[(int)Math.Min(SampleSize, file.Length)];
        var start = sample.AsSpan(0, file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        if (Mark(start) is { } marked)
        {
            return marked with { Encoding = given ?? marked.Encoding };
        }

        if (given is not null)
        {
            return new FoundEncoding(given, 0, new Finding("encoding", given.WebName, "chosen", IsCertain: true));
        }

        if (Utf16(start) is { } wide)
        {
            return wide;
        }

        file.Position = 0;
        var (isUtf8, isAscii) = CheckUtf8(file);
        return isUtf8
            ? new FoundEncoding(Utf8, 0, new Finding("encoding", "utf-8", isAscii ? "there are plain letters only" : "all bytes are utf-8", IsCertain: true))
            : Guess(start);
    }

    private static FoundEncoding? Mark(ReadOnlySpan<byte> start)
    {
        (byte[] Bytes, Encoding Encoding)[] marks =
        [
            ([0xEF, 0xBB, 0xBF], Utf8),
            ([0xFF, 0xFE, 0, 0], new UTF32Encoding(false, true, true)),
            ([0, 0, 0xFE, 0xFF], new UTF32Encoding(true, true, true)),
            ([0xFF, 0xFE], new UnicodeEncoding(false, true, true)),
            ([0xFE, 0xFF], new UnicodeEncoding(true, true, true)),
        ];
        foreach (var (bytes, encoding) in marks)
        {
            if (start.StartsWith(bytes))
            {
                return new FoundEncoding(encoding, bytes.Length, new Finding("encoding", encoding.WebName, "the file begins with its mark", IsCertain: true));
            }
        }

        return null;
    }

    // Text of Western letters in two bytes each has a zero in every other place.
    private static FoundEncoding? Utf16(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        var half = start.Length / 2;
        if (half == 0 || Math.Max(even, odd) < half * 0.5 || Math.Min(even, odd) > half * 0.1)
        {
            return null;
        }

        var encoding = new UnicodeEncoding(bigEndian: even > odd, byteOrderMark: false, throwOnInvalidBytes: true);
        return new FoundEncoding(encoding, 0, new Finding("encoding", encoding.WebName, "every other byte is zero", IsCertain: true));
    }

    private static (bool IsUtf8, bool IsAscii) CheckUtf8(Stream file)
    {
        var decoder = Utf8.GetDecoder();
        var (bytes, letters) = (new byte[1 << 16], new char[(1 << 16) + 1]);
        var isAscii = true;
        try
        {
            int read;
            while ((read = file.Read(bytes)) > 0)
            {
                isAscii &= System.Text.Ascii.IsValid(bytes.AsSpan(0, read));
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: false);
            }

            decoder.GetChars([], letters, flush: true);
            return (true, isAscii);
        }
        catch (DecoderFallbackException)
        {
            return (false, false);
        }
    }

    // Which encoding makes the letters beyond ASCII those of our languages; of several that do, the one that is in use most.
    private static FoundEncoding Guess(ReadOnlySpan<byte> start)
    {
        var bytes = start.ToArray();
        var detected = CharsetDetector.DetectFromBytes(bytes).Detected?.Encoding;
        List<Encoding> candidates = [Page(1252)];
        if (detected is not null && detected.CodePage is not (20127 or 28591 or 65001) && detected.GetBytes("; ") is [(byte)';', (byte)' '])
        {
            candidates.Add(detected);
        }

        candidates.AddRange([Page(28605), Page(10000), Page(850), Page(865)]);
        var best = candidates.MaxBy(encoding => Share(encoding, bytes))!;
        var share = Share(best, bytes);
        return share >= 0.95
            ? new FoundEncoding(best, 0, new Finding("encoding", best.WebName, "no other one gives letters of our languages alone", IsCertain: false))
            : new FoundEncoding(detected ?? best, 0, new Finding("encoding", (detected ?? best).WebName, "by how often its letters occur", IsCertain: false));
    }

    private static double Share(Encoding encoding, byte[] bytes)
    {
        var (beyond, expected) = (0, 0);
        foreach (var letter in encoding.GetString(bytes))
        {
            if (letter >= 0x80)
            {
                beyond++;
                expected += Expected.Contains(letter, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return beyond == 0 ? 1 : expected / (double)beyond;
    }

    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}

/// <summary>The encoding of a text file.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="MarkLength">The length of its mark at the file's start, in bytes; 0 without one.</param>
/// <param name="Finding">How it was found.</param>
internal sealed record FoundEncoding(Encoding Encoding, int MarkLength, Finding Finding);
