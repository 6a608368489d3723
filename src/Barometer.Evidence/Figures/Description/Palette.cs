using System.Globalization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>The house's colours, as <c>#rrggbb</c>.</summary>
internal static class Palette
{
    /// <summary>
    /// Colours of series, each at least 3:1 against white (WCAG 2.1, success criterion 1.4.11). Neighbours, the last and the first
    /// too, lie 12 L* apart at least (CIE 1976): they stay apart in grey and on a photocopy.
    /// </summary>
    public static readonly IReadOnlyList<string> Series =
        ["#1D9DE2", "#0F2080", "#1A9D49", "#471F00", "#C775A7", "#A3136C", "#909090", "#274247", "#9A6700"];

    /// <summary>The fill of bars.</summary>
    public const string Bar = "#1D9DE2";

    /// <summary>The fill of the bar about everybody.</summary>
    public const string Total = "#274247";

    /// <summary>What stands out among grey.</summary>
    public const string Highlight = "#0F2080";

    /// <summary>Whiskers that must show on the bar about everybody and beside it.</summary>
    public const string OnTotal = "#909090";

    /// <summary>Under hatching: the bar's colour, thinned.</summary>
    public const string Tint = "#D9EEFA";

    /// <summary>The fill of what lies below zero.</summary>
    public const string Below = "#9A6700";

    /// <summary>The light fill, always outlined, of what says neither: the middle of a scale, and a bar whose side isn't certain.</summary>
    public const string Neutral = "#D5DADB";

    /// <summary>Reasons for having no answer, outlined, in turn: they follow one another at the end of a bar.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["#FFFFFF", "#A9B1B4"];

    /// <summary>A scale of two halves: the lower one from its end inwards.</summary>
    public static readonly IReadOnlyList<string> Lower = ["#471F00", "#9A6700"];

    /// <summary>A scale of two halves: the upper one from its end inwards.</summary>
    public static readonly IReadOnlyList<string> Upper = ["#0F2080", "#1D9DE2"];

    /// <summary>What stands back: outlines, and the rows beside one that stands out.</summary>
    public const string Middle = "#909090";

    /// <summary>Text and whiskers.</summary>
    public const string Ink = "#1B1B1B";

    /// <summary>Text that may stand back; still 4.5:1 against white.</summary>
    public const string Muted = "#4D5759";

    /// <summary>Grid lines.</summary>
    public const string Grid = "#DFE3E4";

    /// <summary>The mark of synthetic data: white on this is at least 4.5:1.</summary>
    public const string Synthetic = "#A3136C";

    /// <summary>The picture's ground.</summary>
    public const string Ground = "#FFFFFF";

    /// <summary>The colour of text on a filled area: that of white and ink with the larger contrast.</summary>
    public static string On(string fill) => Contrast(fill, Ground) >= Contrast(fill, Ink) ? Ground : Ink;

    /// <summary>The contrast of two colours, 1 to 21, as WCAG 2.1 defines it.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color) =>
        (0.2126 * Linear(color[1..3])) + (0.7152 * Linear(color[3..5])) + (0.0722 * Linear(color[5..7]));

    private static double Linear(string hexadecimals)
    {
        var share = int.Parse(hexadecimals, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
