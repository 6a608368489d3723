using System.Globalization;

namespace Barometer.Analysis.Loading.Spss;

/// <summary>An SPSS format: how a variable's values are shown, and so whether its numbers are days or times.</summary>
/// <param name="Code">The number of the format's name.</param>
/// <param name="Width">Columns.</param>
/// <param name="Decimals">Decimal places.</param>
internal readonly record struct SpssFormat(byte Code, int Width, int Decimals)
{
    private const byte LongStringWidth = 255;

    /// <summary>A text.</summary>
    public const byte A = 1;

    /// <summary>A text shown by its bytes in hexadecimal.</summary>
    public const byte Ahex = 2;

    /// <summary>A plain number.</summary>
    public const byte F = 5;

    // The code system of SPSS's own programs ("SPSS Statistics System File Format", section Variable Record). Its programming interface numbers
    // MTIME and YMDHMS 85 and 86.
    private static readonly Dictionary<byte, string> Names = new()
    {
        [A] = "A",
        [Ahex] = "AHEX",
        [3] = "COMMA",
        [4] = "DOLLAR",
        [F] = "F",
        [6] = "IB",
        [7] = "PIBHEX",
        [8] = "P",
        [9] = "PIB",
        [10] = "PK",
        [11] = "RB",
        [12] = "RBHEX",
        [15] = "Z",
        [16] = "N",
        [17] = "E",
        [20] = "DATE",
        [21] = "TIME",
        [22] = "DATETIME",
        [23] = "ADATE",
        [24] = "JDATE",
        [25] = "DTIME",
        [26] = "WKDAY",
        [27] = "MONTH",
        [28] = "MOYR",
        [29] = "QYR",
        [30] = "WKYR",
        [31] = "PCT",
        [32] = "DOT",
        [33] = "CCA",
        [34] = "CCB",
        [35] = "CCC",
        [36] = "CCD",
        [37] = "CCE",
        [38] = "EDATE",
        [39] = "SDATE",
        [40] = "MTIME",
        [41] = "YMDHMS",
        [85] = "MTIME",
        [86] = "YMDHMS",
    };

    /// <summary>Whether it is a format of texts.</summary>
    public bool IsText => Code is A or Ahex;

    /// <summary>What a number in this format is.</summary>
    public ValueKind Kind => Code switch
    {
        A or Ahex => ValueKind.Text,
        20 or 23 or 24 or 28 or 29 or 30 or 38 or 39 => ValueKind.Date,
        22 or 41 or 86 => ValueKind.DateTime,
        21 => ValueKind.Time,
        25 or 40 or 85 => ValueKind.Duration,
        _ => ValueKind.Number,
    };

    /// <summary>What a number in this format is, even if the format is one of texts.</summary>
    public ValueKind NumberKind => IsText ? ValueKind.Number : Kind;

    /// <summary>The format as a system file holds it in 32 bits: code, width, decimals.</summary>
    public int Packed => (Code << 16) | (Math.Min(Width, LongStringWidth) << 8) | Decimals;

    /// <summary>Unpacks the 32 bits of a system file.</summary>
    public static SpssFormat Unpack(int packed) => new((byte)(packed >> 16), (packed >> 8) & 0xFF, packed & 0xFF);

    /// <summary>The format of a name like <c>F8.2</c>; null when there is none of that name.</summary>
    public static SpssFormat? Parse(string text)
    {
        var letters = text.TakeWhile(char.IsAsciiLetter).Count();
        var name = text[..letters].ToUpperInvariant();
        var parts = text[letters..].Split('.');
        var code = Names.FirstOrDefault(known => known.Value == name).Key;
        var decimals = 0;
        return code != 0 && parts.Length <= 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out decimals))
            ? new SpssFormat(code, width, decimals)
            : null;
    }

    /// <summary>The format as SPSS writes it, without decimals where there are none: <c>F8.2</c>, <c>A20</c>.</summary>
    public override string ToString()
    {
        var name = Names.GetValueOrDefault(Code) ?? FormattableString.Invariant($"FORMAT({Code})");
        return Decimals == 0 ? FormattableString.Invariant($"{name}{Width}") : FormattableString.Invariant($"{name}{Width}.{Decimals}");
    }
}
