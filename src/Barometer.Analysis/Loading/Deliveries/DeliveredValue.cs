using System.Globalization;

namespace Barometer.Analysis.Loading.Deliveries;

/// <summary>What a value of a delivered file is.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: an empty cell, a blank text, SPSS's system-missing value.</summary>
    Empty = 0,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text that is not blank.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A moment: day and time of day.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time, which may be more than a day.</summary>
    Duration,
}

/// <summary>
/// One value of a delivered file. Days and times are numbers of seconds whatever the file: since <see cref="DeliveredTime.Origin"/>, or of the
/// day; so a value of an SPSS file and one of a workbook can be compared.
/// </summary>
internal readonly struct DeliveredValue : IEquatable<DeliveredValue>
{
    private readonly string? _text;
    private readonly double _number;

    private DeliveredValue(ValueKind kind, double number, string? text)
    {
        Kind = kind;
        _number = number;
        _text = text;
    }

    /// <summary>Nothing.</summary>
    public static DeliveredValue Empty => default;

    /// <summary>What it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Kind == ValueKind.Empty;

    /// <summary>Whether it is a text.</summary>
    public bool IsText => Kind == ValueKind.Text;

    /// <summary>The number, or the seconds of a day or time; NaN for a text and for nothing.</summary>
    public double Number => Kind is ValueKind.Empty or ValueKind.Text ? double.NaN : _number;

    /// <summary>The text; empty for everything else.</summary>
    public string Text => _text ?? "";

    /// <summary>A number, or the seconds of a day or time.</summary>
    /// <param name="number">The number.</param>
    /// <param name="kind">What it is; not a text.</param>
    public static DeliveredValue Of(double number, ValueKind kind = ValueKind.Number) => new(kind, number, null);

    /// <summary>A text; a blank one is nothing.</summary>
    public static DeliveredValue Of(string text) => text.Length == 0 ? Empty : new(ValueKind.Text, 0, text);

    /// <inheritdoc/>
    public bool Equals(DeliveredValue other) => Kind == other.Kind && _number.Equals(other._number) && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeliveredValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _number, _text);

    /// <summary>The value as a file of ours holds it: a number in the shortest form that reads back the same, days and times by ISO 8601, nothing as an empty text.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Empty => "",
        ValueKind.Text => Text,
        ValueKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        _ => DeliveredTime.Iso(_number, Kind),
    };
}
