namespace Barometer.Evidence.Figures.Description;

/// <summary>One bar. Numbers are in the axis's unit, rounded to what no processor disagrees on.</summary>
internal sealed record BarRow
{
    /// <summary>The category, with the number of answers where it is known: «Direktorat (n = 143)».</summary>
    public required string Label { get; init; }

    /// <summary>The heading the bar stands under, or null.</summary>
    public string? Section { get; init; }

    public required BarForm Form { get; init; }

    /// <summary>Where the bar ends; for a range, its upper limit. Nothing for a bar that isn't drawn.</summary>
    public double? Value { get; init; }

    /// <summary>The lower end of the whisker, or of a range.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the whisker, or of a range.</summary>
    public double? Upper { get; init; }

    /// <summary>The number as a reader sees it, beside the bar.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>All that is known of the bar in one line: for the pointer, the keyboard and the ear.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether the bar is about everybody («Alle»).</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether whiskers are drawn.</summary>
    public bool HasWhisker => Form == BarForm.Exact && Lower is not null && Upper is not null;

    /// <summary>The farthest point drawn, from which the label keeps clear.</summary>
    public double Reach => Math.Max(0, Math.Max(Value ?? 0, Upper ?? 0));
}
