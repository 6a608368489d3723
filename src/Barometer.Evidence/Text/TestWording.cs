namespace Barometer.Evidence.Text;

/// <summary>The result of a released test in words.</summary>
internal static class TestWording
{
    private const double Level = 0.05;
    private const double Least = 0.001;
    private const double Largest = 0.1;

    private static readonly LocalizedText Significant = new(
        "Forskjellen er større enn tilfeldigheter ventes å gi (5-prosentnivå).", "The difference is larger than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText Rising = new(
        "Tallet stiger fra gruppe til gruppe, mer enn tilfeldigheter ventes å gi (5-prosentnivå).",
        "The figure rises from group to group, more than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText Falling = new(
        "Tallet synker fra gruppe til gruppe, mer enn tilfeldigheter ventes å gi (5-prosentnivå).",
        "The figure falls from group to group, more than chance is expected to give (5 per cent level).");

    private static readonly LocalizedText NotSignificant = new(
        "Tilfeldigheter kan ha gitt forskjellen (5-prosentnivå): omtal den ikke som en forskjell.",
        "Chance can have given the difference (5 per cent level): don't speak of it as one.");

    /// <summary>Why there is no p-value.</summary>
    public static readonly LocalizedText Hidden = new("Testen kan ikke vises, for den følger av tall som ikke kan vises.", "The test may not be shown, since it follows from numbers that may not.");

    /// <summary>Whether the p-value may be shown.</summary>
    public static bool IsShown(ReleasedPValue test) => test.Status == CellStatus.Published;

    /// <summary>Whether chance is not expected to give the result.</summary>
    public static bool IsSignificant(ReleasedPValue test) => test.IsBound ? test.PValue <= Level : test.PValue < Level;

    /// <summary>How to read it.</summary>
    public static LocalizedText Reading(ReleasedPValue test) => !IsShown(test) ? Hidden :
        !IsSignificant(test) ? NotSignificant : test.Direction > 0 ? Rising : test.Direction < 0 ? Falling : Significant;

    /// <summary>The p-value as a table has it: «0,012», «&lt; 0,001», and of few respondents «&lt; 0,05» or «≥ 0,1».</summary>
    public static string Value(ReleasedPValue test, Language language)
    {
        var format = NumberFormat.For(language);
        return test is { IsBound: true, PValue: 1 } ? "\u2265 " + format.Number(Largest, 1)
            : test.IsBound ? "< " + format.Number(test.PValue, test.PValue switch { < 0.01 => 3, < 0.1 => 2, _ => 1 })
            : test.PValue < Least ? "< " + format.Number(Least, 3) : format.Number(test.PValue, 3);
    }

    /// <summary>The p-value in a sentence, which no line break divides: «p = 0,012».</summary>
    public static string InProse(ReleasedPValue test, Language language) =>
        ("p " + (test.IsBound || test.PValue < Least ? "" : "= ") + Value(test, language)).Replace(' ', '\u00A0');
}
