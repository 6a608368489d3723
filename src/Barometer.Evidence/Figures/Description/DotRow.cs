using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>One point. Numbers are in the axis's unit, rounded to what no processor disagrees on.</summary>
internal sealed record DotRow
{
    /// <summary>What the point is about.</summary>
    public required string Label { get; init; }

    /// <summary>The heading it stands under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Where the point stands; null when it may not be shown.</summary>
    public double? Value { get; init; }

    /// <summary>The lower end of the whisker.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the whisker.</summary>
    public double? Upper { get; init; }

    /// <summary>Where it was before: an open point, joined to the filled one.</summary>
    public double? Before { get; init; }

    /// <summary>The number as a reader sees it, in a column at the right.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>All that is known of the point in one line: for the pointer, the keyboard and the ear.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether the point is the one to look at.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Whether the point is about everybody («Alle»).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTotal { get; init; }

    /// <summary>The lower end of the open point's whisker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double? BeforeLower { get; init; }

    /// <summary>The upper end of the open point's whisker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double? BeforeUpper { get; init; }

    /// <summary>On which side of the reference the value lies, where that matters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DotTone Tone { get; init; }

    /// <summary>The colour of the point or bar.</summary>
    [JsonIgnore]
    public string Color => IsStrong ? Palette.Total : Tone switch { DotTone.Below => Palette.Below, DotTone.Unsure => Palette.OnTotal, _ => Palette.Bar };

    /// <summary>Whether the open point has whiskers, which then stand apart from those of the filled one.</summary>
    [JsonIgnore]
    public bool HasWhiskerBefore => Before is not null && BeforeLower is not null && BeforeUpper is not null;

    /// <summary>Whether whiskers are drawn.</summary>
    public bool HasWhisker => Value is not null && Lower is not null && Upper is not null;
}
