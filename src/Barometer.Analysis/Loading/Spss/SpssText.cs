using System.Globalization;
using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>The encoding of an SPSS file's texts, and how they are read: without trailing blanks, up to the first zero byte.</summary>
internal sealed class SpssText
{
    private readonly string _file;
    private readonly Encoding _strict;

    private SpssText(string file, Encoding encoding, string source)
    {
        _file = file;
        Encoding = encoding;
        Source = source;
        _strict = (Encoding)encoding.Clone();
        _strict.DecoderFallback = DecoderFallback.ExceptionFallback;
    }

    /// <summary>The encoding.</summary>
    public Encoding Encoding { get; }

    /// <summary>What named it: «record 7/20», «record 7/3», «the user», or «nothing».</summary>
    public string Source { get; }

    /// <summary>The encoding that the records name; the newer of them goes first.</summary>
    /// <param name="file">The file's name in messages.</param>
    /// <param name="name">The name in record 7/20, or null.</param>
    /// <param name="code">The number in record 7/3, or null.</param>
    /// <param name="given">An encoding that a person has named, which goes before all, or null.</param>
    public static SpssText Of(string file, string? name, int? code, Encoding? given)
    {
        if (given is not null)
        {
            return new SpssText(file, given, "the user");
        }

        if (name is not null && Named(name) is { } named)
        {
            return new SpssText(file, named, "record 7/20");
        }

        if (code is { } number && Numbered(number) is { } numbered)
        {
            return new SpssText(file, numbered, "record 7/3");
        }

        // A file that names one we don't know can still be read as long as its texts are plain ASCII.
        return name is null && code is null or 0
            ? new SpssText(file, CodePages(1252)!, "nothing")
            : new SpssText(file, Encoding.ASCII, "nothing");
    }

    /// <summary>The encoding of a name, by whatever convention; null when there is none.</summary>
    public static Encoding? Named(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        var digits = plain.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz-_ ");
        var prefix = plain[..^digits.Length].Trim('-', '_', ' ');
        if (prefix is "" or "cp" or "windows" or "win" or "ibm" or "ms" or "x-cp" or "dos" or "oem"
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return Numbered(page);
        }

        return plain switch
        {
            "latin-1" or "iso8859-1" => Encoding.Latin1,
            "latin-9" or "iso8859-15" => CodePages(28605),
            "macroman" or "mac" => CodePages(10000),
            "big-5" => CodePages(950),
            "sjis" or "shift-jis" => CodePages(932),
            "utf8" => Numbered(65001),
            _ => ByName(plain),
        };
    }

    /// <summary>A text: without trailing blanks and zero bytes, up to the first zero byte. A letter that the end cuts in two is left out.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="what">What it is and where, for the message when the bytes are none of the encoding.</param>
    /// <exception cref="BarometerException">The bytes are none of the encoding.</exception>
    public string Read(ReadOnlySpan<byte> bytes, Func<string> what)
    {
        var text = Trim(bytes);
        if (text.IsEmpty)
        {
            return "";
        }

        try
        {
            return ToZero(_strict.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            return WithoutEnd(text) ?? throw new BarometerException(new Problem(
                $"A text can't be read as {Encoding.WebName}: {what()}",
                _file,
                Expected: Source == "nothing" ? "plain letters, since the file names no known encoding" : $"texts in {Encoding.WebName}, as {Source} says",
                Got: "bytes that are none",
                Hint: "say which encoding the file has"));
        }
    }

    /// <summary>The bytes of a text without blanks and zero bytes at its end.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes[..(bytes.LastIndexOfAnyExcept((byte)' ', (byte)0) + 1)];

    // Cut when it has been read, so that what follows the zero byte still has to be text.
    private static string ToZero(string text) => text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero ? text[..zero].TrimEnd(' ') : text;

    // The numbers of record 7/3: old ones for a kind of character set, else code pages. 2 and 3 stand in files of Western Windows.
    private static Encoding? Numbered(int code) => code switch
    {
        2 or 3 => CodePages(1252),
        819 => Encoding.Latin1,
        65001 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        _ => CodePages(code),
    };

    private static Encoding? ByName(string name)
    {
        try
        {
            return AsciiBased(CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? CodePages(int page)
    {
        try
        {
            return page > 4 ? AsciiBased(CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page)) : null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // In EBCDIC and UTF-16 a blank is another byte, or more than one: such texts can't be padded as SPSS pads them.
    private static Encoding? AsciiBased(Encoding encoding) => encoding.GetBytes(" =") is [(byte)' ', (byte)'='] ? encoding : null;

    // Programs cut a text at its width, also within a letter. A decoder that waits for the rest of the letter gives all before it.
    private string? WithoutEnd(ReadOnlySpan<byte> text)
    {
        var letters = new char[text.Length];
        try
        {
            return ToZero(new string(letters, 0, _strict.GetDecoder().GetChars(text, letters, flush: false)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
