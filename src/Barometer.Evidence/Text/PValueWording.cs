namespace Barometer.Evidence.Text;

/// <summary>How a p-value is written, and from where on a difference is spoken of.</summary>
internal static class PValueWording
{
    private const double Level = 0.05;
    private const double Least = 0.001;

    /// <summary>Whether chance is not expected to give the result (5 per cent level).</summary>
    public static bool IsSignificant(ReleasedPValue test) => test.PValue < Level;

    /// <summary>The p-value as a table has it: «0,012», «&lt; 0,001».</summary>
    public static string Of(ReleasedPValue test, Language language) =>
        test.PValue < Least ? "< " + NumberFormat.For(language).Number(Least, 3) : NumberFormat.For(language).Number(test.PValue, 3);

    /// <summary>The p-value in a sentence: «p = 0,012», «p &lt; 0,001», which no line break divides.</summary>
    public static string InProse(ReleasedPValue test, Language language) =>
        ("p " + (test.PValue < Least ? "" : "= ") + Of(test, language)).Replace(' ', '\u00A0');
}
