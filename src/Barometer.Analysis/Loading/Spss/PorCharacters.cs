using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>The characters of a portable file: a table at its start says by which byte it writes each of the 189 that all machines were to have.</summary>
internal sealed class PorCharacters
{
    /// <summary>The number of entries in the table.</summary>
    public const int TableSize = 256;

    private const int FirstCharacter = 64;
    private const int Blank = 126;

    // The characters from place 64 on, as files in ASCII have them (the description of the format has a broken bar at 143 and a pound sign at 151). A place for which a
    // machine has no character holds the byte of «0».
    private const string Known =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .<(+|&[]!$*);^-/|,%_>?`:#@'=\"≤□±■°†~–└┌≥⁰ⁱ²³⁴⁵⁶⁷⁸⁹┘┐≠—⁽⁾⸸{}\\¢•";

    private readonly char[] _letters = new char[256];
    private readonly Encoding? _beyond;

    /// <summary>Takes the table.</summary>
    /// <param name="table">Its 256 bytes.</param>
    /// <param name="beyond">How bytes are read that stand for none of the known characters; null when nobody has said.</param>
    public PorCharacters(ReadOnlySpan<byte> table, Encoding? beyond)
    {
        _beyond = beyond;
        for (var i = 0; i < Known.Length; i++)
        {
            // «0» last: the bytes of characters that are missing are its own.
            if (table[FirstCharacter + i] != table[FirstCharacter])
            {
                _letters[table[FirstCharacter + i]] = Known[i];
            }
        }

        _letters[table[FirstCharacter]] = '0';
        BlankByte = table[Blank];
    }

    /// <summary>The byte of a blank, which fills short lines.</summary>
    public byte BlankByte { get; }

    /// <summary>How many bytes stood for no known character.</summary>
    public long Unknown { get; private set; }

    /// <summary>The character of a byte; U+FFFD when the table has none.</summary>
    public char this[byte one] => _letters[one] == 0 ? '\uFFFD' : _letters[one];

    /// <summary>A text without trailing blanks.</summary>
    public string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_letters[bytes[i]] != 0)
            {
                text.Append(_letters[bytes[i]]);
                continue;
            }

            // A run of them, since a letter may take several bytes.
            var end = i;
            while (end < bytes.Length && _letters[bytes[end]] == 0)
            {
                end++;
            }

            Unknown += end - i;
            text.Append(_beyond is null ? new string('\uFFFD', end - i) : _beyond.GetString(bytes[i..end]));
            i = end - 1;
        }

        return text.ToString().TrimEnd(' ');
    }
}
