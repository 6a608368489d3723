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

/// <summary>Days and times as SPSS counts them: in seconds since the first day of the Gregorian calendar.</summary>
internal static class DeliveredTime
{
    private const double Day = 86400;

    /// <summary>The day from which the seconds of days and moments count: 1582-10-14.</summary>
    public static readonly DateTime Origin = new(1582, 10, 14, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The seconds of a moment.</summary>
    public static double Seconds(DateTime moment) => (moment - Origin).Ticks / (double)TimeSpan.TicksPerSecond;

    /// <summary>The moment, to the microsecond; null when it lies outside the years 1 to 9999.</summary>
    public static DateTime? Moment(double seconds)
    {
        // Apart, since a double of both holds no microsecond.
        var days = Math.Floor(seconds / Day);
        var rest = Math.Round((seconds - (days * Day)) * 1e6) * 10;
        var lowest = -Origin.Ticks / TimeSpan.TicksPerDay;
        var highest = ((DateTime.MaxValue.Ticks - Origin.Ticks) / TimeSpan.TicksPerDay) - 1;
        return days >= lowest && days <= highest ? Origin.AddDays(days).AddTicks((long)rest) : null;
    }

    /// <summary>The value by ISO 8601; the plain number of seconds when it is no day or time that can be written so.</summary>
    /// <param name="seconds">The seconds.</param>
    /// <param name="kind">A day, moment, time of day or length of time.</param>
    public static string Iso(double seconds, ValueKind kind)
    {
        var plain = seconds.ToString("R", CultureInfo.InvariantCulture);
        return kind switch
        {
            ValueKind.Date => Moment(seconds)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? plain,
            ValueKind.DateTime => Moment(seconds) is { } moment
                ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + Fraction(moment.Ticks)
                : plain,
            ValueKind.Time or ValueKind.Duration when Math.Abs(seconds) < 1e12 => Clock(seconds),
            _ => plain,
        };
    }

    private static string Clock(double seconds)
    {
        var ticks = (long)Math.Round(Math.Abs(seconds) * 1e6) * 10;
        var (hours, rest) = Math.DivRem(ticks, TimeSpan.TicksPerHour);
        var span = TimeSpan.FromTicks(rest);
        return string.Create(
            CultureInfo.InvariantCulture, $"{(seconds < 0 ? "-" : "")}{hours:00}:{span.Minutes:00}:{span.Seconds:00}{Fraction(ticks)}");
    }

    // Three digits where they say all, else six.
    private static string Fraction(long ticks)
    {
        var micro = ticks % TimeSpan.TicksPerSecond / 10;
        return micro == 0 ? ""
            : micro % 1000 == 0 ? "." + (micro / 1000).ToString("000", CultureInfo.InvariantCulture)
            : "." + micro.ToString("000000", CultureInfo.InvariantCulture);
    }
}
