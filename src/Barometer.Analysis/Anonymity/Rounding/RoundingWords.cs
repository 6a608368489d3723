namespace Barometer.Analysis.Anonymity.Rounding;

/// <summary>What stands under a rounded table.</summary>
internal static class RoundingWords
{
    /// <summary>That the numbers are rounded, and by how much they can differ.</summary>
    /// <param name="roundingBase">No number between zero and this is left.</param>
    public static LocalizedText Of(int roundingBase) => new(
        FormattableString.Invariant($"Små antall er avrundet: 1–{roundingBase - 1} svar vises som 0 eller {roundingBase}. Et tall som vises som 0 eller {roundingBase}, kan avvike med inntil {roundingBase - 1}, og en sum med inntil {roundingBase - 1} for hvert slikt tall i den. Resten er uendret."),
        FormattableString.Invariant($"Small counts are rounded: 1–{roundingBase - 1} answers are shown as 0 or {roundingBase}. A number shown as 0 or {roundingBase} can differ by up to {roundingBase - 1}, and a sum by up to {roundingBase - 1} for each such number in it. The rest are as they are."));
}
