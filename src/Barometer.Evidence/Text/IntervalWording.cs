namespace Barometer.Evidence.Text;

/// <summary>The confidence level of a table's intervals, in words.</summary>
internal static class IntervalWording
{
    /// <summary>The level all intervals have, or null when there is no interval.</summary>
    public static double? Level(IEnumerable<ReleasedEstimate> estimates) =>
        estimates.FirstOrDefault(estimate => estimate.Interval is not null)?.Interval!.Level;

    /// <summary>A column's header: «95 % KI».</summary>
    public static LocalizedText Header(double level) => new(
        $"{Percent(level, Language.Nb)} KI",
        $"{Percent(level, Language.En)} CI");

    /// <summary>How to read whiskers: «Strekene viser 95 prosent konfidensintervall.»</summary>
    public static LocalizedText Whiskers(double level) => new(
        $"Strekene viser {NumberFormat.For(Language.Nb).PercentInProse(level, Decimals(level))} konfidensintervall.",
        $"The lines show the {NumberFormat.For(Language.En).PercentInProse(level, Decimals(level))} confidence interval.");

    /// <summary>A confidence level as a percentage: «95 %».</summary>
    public static string Percent(double level, Language language) => NumberFormat.For(language).Percent(level, Decimals(level));

    private static int Decimals(double level) => Rounding.ToDecimal(level) * 100 % 1 == 0 ? 0 : 1;
}
