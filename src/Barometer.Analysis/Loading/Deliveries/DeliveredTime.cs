using System.Globalization;

namespace Barometer.Analysis.Loading.Deliveries;

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
