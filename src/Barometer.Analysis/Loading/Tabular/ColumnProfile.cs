using System.Globalization;

namespace Barometer.Analysis.Loading.Tabular;

/// <summary>What the fields of a column of a text file look like: what all of them could be.</summary>
internal sealed class ColumnProfile
{
    private int _dates = DateForms.All;
    private bool _hasClock;
    private bool _isNumber = true;

    /// <summary>How many fields hold something.</summary>
    public long Filled { get; private set; }

    /// <summary>How many are numbers with a decimal comma.</summary>
    public long Commas { get; private set; }

    /// <summary>How many are numbers with a decimal point.</summary>
    public long Points { get; private set; }

    /// <summary>The forms of days in which all fields fit; empty when there is none.</summary>
    public int Dates => Filled > 0 ? _dates : 0;

    /// <summary>Whether all fields are numbers, with a mark of either kind.</summary>
    public bool IsNumber => Filled > 0 && _isNumber && _dates == 0;

    /// <summary>Takes a field.</summary>
    public void Add(ReadOnlySpan<char> field)
    {
        var text = field.Trim();
        if (text.IsEmpty)
        {
            return;
        }

        Filled++;
        if (_dates != 0)
        {
            _dates = DateForms.Fitting(text, _dates);
            _hasClock |= text.Contains(':');
        }

        if (_isNumber)
        {
            var mark = text.IndexOfAny(',', '.');
            _isNumber = Number(text, ',') is not null || Number(text, '.') is not null;
            Commas += _isNumber && mark >= 0 && text[mark] == ',' ? 1 : 0;
            Points += _isNumber && mark >= 0 && text[mark] == '.' ? 1 : 0;
        }
    }

    /// <summary>What the column's values are.</summary>
    /// <param name="mark">The file's decimal mark.</param>
    /// <param name="dates">The file's form of days.</param>
    public ValueKind Kind(char mark, int dates) => Filled == 0 ? ValueKind.Empty
        : (_dates & dates) != 0 ? _hasClock ? ValueKind.DateTime : ValueKind.Date
        : IsNumber && (mark == ',' ? Points : Commas) == 0 ? ValueKind.Number
        : ValueKind.Text;

    /// <summary>The number that a text says; null when it says none. «007» is none: the noughts would be lost.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">The decimal mark.</param>
    public static double? Number(ReadOnlySpan<char> text, char mark)
    {
        var digits = text.TrimStart("+-");
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || (digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1])))
        {
            return null;
        }

        Span<char> plain = stackalloc char[64];
        if (text.Length > plain.Length || text.Contains(mark == ',' ? '.' : ','))
        {
            return null;
        }

        text.CopyTo(plain);
        plain[..text.Length].Replace(',', '.');
        return double.TryParse(plain[..text.Length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}

/// <summary>The forms in which text files write days and moments. A set of them is a number with a bit for each.</summary>
internal static class DateForms
{
    // Name, and how it is read: with or without a zero before a single digit.
    private static readonly (string Name, string Day)[] Forms =
    [
        ("dd.MM.yyyy", "d.M.yyyy"),
        ("yyyy-MM-dd", "yyyy-M-d"),
        ("dd/MM/yyyy", "d/M/yyyy"),
        ("MM/dd/yyyy", "M/d/yyyy"),
        ("dd-MM-yyyy", "d-M-yyyy"),
        ("yyyy/MM/dd", "yyyy/M/d"),
    ];

    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFF"];
    private static readonly string[][] Readings = [.. Forms.Select(form => (string[])[form.Day, .. Clocks.SelectMany(clock => new[] { $"{form.Day} {clock}", $"{form.Day}'T'{clock}" })])];

    /// <summary>The set of all forms.</summary>
    public static int All => (1 << Forms.Length) - 1;

    /// <summary>The forms of a set, by name.</summary>
    public static IEnumerable<string> Names(int set) => Forms.Where((_, i) => (set & (1 << i)) != 0).Select(form => form.Name);

    /// <summary>The set of one form; empty when there is none of that name.</summary>
    public static int Named(string name) => Array.FindIndex(Forms, form => form.Name == name) is >= 0 and var at ? 1 << at : 0;

    /// <summary>Those forms of a set in which the text is a day or moment.</summary>
    public static int Fitting(ReadOnlySpan<char> text, int set)
    {
        if (text.Length is < 8 or > 26 || !char.IsAsciiDigit(text[0]))
        {
            return 0;
        }

        var fitting = 0;
        for (var i = 0; i < Forms.Length; i++)
        {
            if ((set & (1 << i)) != 0 && DateTime.TryParseExact(text, Readings[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                fitting |= 1 << i;
            }
        }

        return fitting;
    }

    /// <summary>The moment that a text says in the first form of the set; null when it says none.</summary>
    public static DateTime? Read(ReadOnlySpan<char> text, int set) =>
        DateTime.TryParseExact(text, Readings[int.TrailingZeroCount(set)], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
