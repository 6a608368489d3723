using System.Text;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>
/// The characters of a portable file, whose ends of lines mean nothing and whose lines are filled with blanks to 80. Fields are numbers in base 30, closed
/// by a slash, and texts, which are a number of characters and then those.
/// </summary>
internal sealed class PorInput : IDisposable
{
    private const int Line = 80;
    private const int LongestNumber = 100;
    private const int LongestText = 32767;
    private const int BufferSize = 1 << 16;

    private readonly Stream _stream;
    private readonly IProgress<double>? _progress;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly StringBuilder _number = new();
    private int _at;
    private int _filled;
    private int _column;
    private int _blanks;
    private long _start;

    /// <summary>Reads the header; the file then stands at the version.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">How letters are read that the portable characters lack; null when nobody has said.</param>
    /// <param name="progress">Is told the share of the file that has been read, or null.</param>
    /// <exception cref="BarometerException">It is no portable file.</exception>
    public PorInput(DeliverySource source, Encoding? encoding, IProgress<double>? progress)
    {
        (File, _progress) = (source.Name, progress);
        _stream = source.Open();
        Characters = new PorCharacters(new byte[PorCharacters.TableSize], null);
        try
        {
            var splash = Bytes(200, "the header");
            Characters = new PorCharacters(Bytes(PorCharacters.TableSize, "the table of characters"), encoding);
            if (string.Concat(Bytes(8, "the header").Select(one => Characters[one])) != "SPSSPORT")
            {
                throw new BarometerException(new Problem(
                    "This is no portable SPSS file", File, Expected: "a .por that SPSS wrote", Got: FileContent.Describe(splash), Hint: "save the data in SPSS as .sav"));
            }
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The file's name in messages.</summary>
    public string File { get; }

    /// <summary>The file's characters.</summary>
    public PorCharacters Characters { get; }

    /// <summary>The place of the next byte, from 0.</summary>
    public long Position => _start + _at;

    /// <summary>The next character: the tag of a record, or the first of a field.</summary>
    public char Character(string what) => Characters[Bytes(1, what)[0]];

    /// <summary>The next whole number.</summary>
    public int Integer(string what, int highest)
    {
        var at = Position;
        return Number(what) is { } number && number >= 0 && number <= highest && Math.Floor(number) == number
            ? (int)number
            : throw SpssProblem.Damaged(File, at, $"{SentenceCase.First(what)} has an impossible number", FormattableString.Invariant($"a whole number from 0 to {highest}"), "another");
    }

    /// <summary>The next number; null when it is missing.</summary>
    public double? Number(string what) => NumberAfter(Character(what), what);

    /// <summary>A number of which the first character has been read; null when it is missing.</summary>
    public double? NumberAfter(char first, string what)
    {
        var at = Position - 1;
        while (first == ' ')
        {
            first = Character(what);
        }

        if (first == '*')
        {
            Character(what);
            return null;
        }

        _number.Clear();
        for (var letter = first; letter != '/'; letter = Character(what))
        {
            if (_number.Append(letter).Length > LongestNumber)
            {
                throw NoNumber(at, what);
            }
        }

        return Base30.Parse(_number.ToString()) ?? throw NoNumber(at, what);
    }

    /// <summary>The next text, without trailing blanks.</summary>
    public string Text(string what) => Characters.Text(Bytes(Integer(what, LongestText), what));

    /// <summary>A text of which the first character of its length has been read.</summary>
    public string TextAfter(char first, string what)
    {
        var at = Position - 1;
        return NumberAfter(first, what) is { } length && length >= 0 && length <= LongestText && Math.Floor(length) == length
            ? Characters.Text(Bytes((int)length, what))
            : throw SpssProblem.Damaged(File, at, $"{SentenceCase.First(what)} has an impossible length", FormattableString.Invariant($"0 to {LongestText} characters"), "another");
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private byte[] Bytes(int count, string what)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = Next() ?? throw SpssProblem.Damaged(File, Position, $"The file ends inside {what}", FormattableString.Invariant($"{count - i} characters more"), "none");
        }

        return bytes;
    }

    private byte? Next()
    {
        while (_blanks == 0)
        {
            if (_at == _filled && !Fill())
            {
                return null;
            }

            var one = _buffer[_at++];
            if (one == '\n')
            {
                (_blanks, _column) = (Math.Max(0, Line - _column), 0);
            }
            else if (one != '\r')
            {
                _column++;
                return one;
            }
        }

        _blanks--;
        return Characters.BlankByte == 0 ? (byte)' ' : Characters.BlankByte;
    }

    private bool Fill()
    {
        _start += _filled;
        (_at, _filled) = (0, _stream.Read(_buffer));
        _progress?.Report(_stream.Length == 0 ? 1 : Math.Min(1, _stream.Position / (double)_stream.Length));
        return _filled > 0;
    }

    private BarometerException NoNumber(long at, string what) => SpssProblem.Damaged(File, at, $"{SentenceCase.First(what)} has no number", "digits 0 to T, closed by a slash", "other characters");
}

/// <summary>Numbers in base 30: digits 0–9 and A–T, a point, and an exponent of 30 with its sign.</summary>
internal static class Base30
{
    /// <summary>The number of a text; null when it is none. It is summed digit by digit as haven does, so that the same double comes out.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith("-");
        var rest = negative ? text[1..] : text;
        var digits = Digits(rest);
        var whole = 0.0;
        foreach (var digit in rest[..digits])
        {
            whole = (30 * whole) + Value(digit);
        }

        var (fraction, fractionDigits, unit) = (0.0, 0, 30.0);
        rest = rest[digits..];
        if (rest.StartsWith("."))
        {
            fractionDigits = Digits(rest[1..]);
            foreach (var digit in rest[1..(fractionDigits + 1)])
            {
                fraction += Value(digit) / unit;
                unit *= 30;
            }

            rest = rest[(fractionDigits + 1)..];
        }

        if (digits + fractionDigits == 0)
        {
            return null;
        }

        var number = whole + fraction;
        if (rest is ['+' or '-', .. var exponentText])
        {
            if (exponentText.IsEmpty || Digits(exponentText) < exponentText.Length)
            {
                return null;
            }

            var exponent = 0.0;
            foreach (var digit in exponentText)
            {
                exponent = (30 * exponent) + Value(digit);
            }

            number *= Math.Pow(30, rest[0] == '-' ? -exponent : exponent);
        }
        else if (!rest.IsEmpty)
        {
            return null;
        }

        return negative ? -number : number;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is (>= '0' and <= '9') or (>= 'A' and <= 'T'))
        {
            count++;
        }

        return count;
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : digit - 'A' + 10;
}
