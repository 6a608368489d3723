namespace Barometer.Evidence.Figures;

/// <summary>The house's colours, as <c>#rrggbb</c>.</summary>
internal static class Palette
{
    /// <summary>Colours of series, each at least 3:1 against white (WCAG 2.1, success criterion 1.4.11).</summary>
    public static readonly IReadOnlyList<string> Series =
        ["#1A9D49", "#274247", "#1D9DE2", "#0F2080", "#C78800", "#471F00", "#C775A7", "#A3136C", "#909090"];

    /// <summary>The fill of bars.</summary>
    public const string Bar = "#1D9DE2";

    /// <summary>The fill of the bar about everybody.</summary>
    public const string Total = "#274247";

    /// <summary>Whiskers that must show on the bar about everybody and beside it.</summary>
    public const string OnTotal = "#909090";

    /// <summary>Under hatching: the bar's colour, thinned.</summary>
    public const string Tint = "#D9EEFA";

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
}
