using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>An axis of values with round ticks.</summary>
/// <param name="Min">Where it begins.</param>
/// <param name="Max">Where it ends.</param>
/// <param name="Ticks">The marked values with their labels.</param>
internal sealed record ValueAxis(double Min, double Max, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>The share of its span that an axis for points has free beyond the outermost at least, lest a whisker end in its edge.</summary>
    private const double Room = 0.04;

    private static readonly double[] Ratios = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

    /// <summary>Whether equal steps are equal ratios.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLogarithmic { get; init; }

    /// <summary>How far along the axis a value stands, 0 to 1.</summary>
    public double Place(double value) => IsLogarithmic
        ? Math.Log(value / Min) / Math.Log(Max / Min)
        : (value - Min) / (Max - Min);

    /// <summary>The axis of ratios that holds all of <paramref name="values"/> and one, with equal steps for equal ratios.</summary>
    /// <param name="values">What is drawn; each above zero.</param>
    /// <param name="label">The text of a tick.</param>
    public static ValueAxis OfRatios(IEnumerable<double> values, Func<double, string> label)
    {
        var all = values.Append(1).ToArray();
        var first = Math.Max(0, Array.FindLastIndex(Ratios, ratio => ratio <= Math.Min(all.Min(), 0.5)));
        var last = Array.FindIndex(Ratios, ratio => ratio >= Math.Max(all.Max(), 2));
        var ticks = Ratios[first..((last < 0 ? Ratios.Length - 1 : last) + 1)];
        return new ValueAxis(ticks[0], ticks[^1], [.. ticks.Select(tick => new AxisTick(tick, label(tick)))]) { IsLogarithmic = true };
    }

    /// <summary>The axis that holds all of <paramref name="values"/> and zero, with about five round steps.</summary>
    /// <param name="values">What is drawn.</param>
    /// <param name="ifEmpty">Where the axis ends when nothing is drawn.</param>
    /// <param name="label">The text of a tick.</param>
    /// <param name="steps">About how many steps.</param>
    public static ValueAxis Holding(IEnumerable<double> values, double ifEmpty, Func<double, string> label, int steps = 5)
    {
        var all = values.Append(0).ToArray();
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
        {
            high = ifEmpty;
        }

        return Between(low, high, label, steps);
    }

    /// <summary>
    /// The axis that holds all of <paramref name="values"/> and need not hold zero: for points, whose place is read, never
    /// for bars, whose length is.
    /// </summary>
    /// <param name="values">What is drawn, two different values at least.</param>
    /// <param name="label">The text of a tick.</param>
    public static ValueAxis Around(IEnumerable<double> values, Func<double, string> label)
    {
        var all = values.ToArray();
        var room = all.Length > 0 ? (all.Max() - all.Min()) * Room : 0;
        return room > 0 ? Between(all.Min() - room, all.Max() + room, label) : Holding(all, 1, label);
    }

    private static ValueAxis Between(double low, double high, Func<double, string> label, int steps = 5)
    {
        var step = RoundStep((high - low) / steps);
        var first = (int)Math.Floor((low / step) + 1e-9);
        var last = (int)Math.Ceiling((high / step) - 1e-9);
        var ticks = Enumerable.Range(first, last - first + 1).Select(i => (double)((decimal)step * i)).ToArray();
        return new ValueAxis(ticks[0], ticks[^1], [.. ticks.Select(tick => new AxisTick(tick, label(tick)))]);
    }

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is no smaller than <paramref name="atLeast"/>.</summary>
    private static double RoundStep(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        ReadOnlySpan<int> factors = [1, 2, 5];
        foreach (var factor in factors)
        {
            if (factor * power >= atLeast * (1 - 1e-9))
            {
                return factor * power;
            }
        }

        return 10 * power;
    }
}

/// <summary>One marked value of an axis.</summary>
internal sealed record AxisTick(double Value, string Label);
