namespace Barometer.Evidence.Figures.Description;

/// <summary>An axis of values with round ticks.</summary>
/// <param name="Min">Where it begins.</param>
/// <param name="Max">Where it ends.</param>
/// <param name="Ticks">The marked values with their labels.</param>
internal sealed record ValueAxis(double Min, double Max, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>The axis that holds all of <paramref name="values"/> and zero, with about five round steps.</summary>
    /// <param name="values">What is drawn.</param>
    /// <param name="ifEmpty">Where the axis ends when nothing is drawn.</param>
    /// <param name="label">The text of a tick.</param>
    public static ValueAxis Holding(IEnumerable<double> values, double ifEmpty, Func<double, string> label)
    {
        var all = values.Append(0).ToArray();
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
        {
            high = ifEmpty;
        }

        return Between(low, high, label);
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
        return all.Length > 0 && all.Max() > all.Min() ? Between(all.Min(), all.Max(), label) : Holding(all, 1, label);
    }

    private static ValueAxis Between(double low, double high, Func<double, string> label)
    {
        var step = RoundStep((high - low) / 5);
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
