using System.Text.Json.Serialization;

namespace Barometer.Evidence.Figures.Description;

/// <summary>Rows under each other, each with a mark on one axis of values, with what stands around them.</summary>
/// <param name="Mark">What stands in the rows.</param>
/// <param name="Rows">The rows from top to bottom; those of one section follow one another.</param>
/// <param name="Axis">The axis of values; it holds zero where lengths are read.</param>
internal sealed record RowChart(RowMark Mark, IReadOnlyList<ChartRow> Rows, ValueAxis Axis)
{
    /// <summary>A value marked by a line through the whole chart, from which bars begin; null for none.</summary>
    public double? Reference { get; init; }

    /// <summary>The legend over the chart; for divided bars the parts from left to right.</summary>
    public IReadOnlyList<LegendKey> Legend { get; init; } = [];

    /// <summary>What the sides of the reference mean, said over the axis; null when that needs no words.</summary>
    public AxisEnds? Ends { get; init; }

    /// <summary>Of lines the times at which the series is broken, with the word for it.</summary>
    public IReadOnlyList<AxisTick> Breaks { get; init; } = [];

    /// <summary>Whether its sections are panels: the axis is broken between them, and no line joins them.</summary>
    public bool HasPanels { get; init; }

    /// <summary>The header over the column of numbers; null for none.</summary>
    public string? ValueHeader { get; init; }
}

/// <summary>What stands in the rows of a chart.</summary>
internal enum RowMark
{
    /// <summary>Bars from zero, with their numbers beside them.</summary>
    Bars,

    /// <summary>Points, or two points with a line between, with the numbers in a column at the right.</summary>
    Dots,

    /// <summary>Bars to both sides of the reference, with the numbers in a column at the right.</summary>
    SidedBars,

    /// <summary>Points over time, joined by lines where they are comparable; a section is a line, and a row a point of it.</summary>
    Lines,

    /// <summary>Bars of one length, each divided on the entries of the legend, with the numbers in a column at the right.</summary>
    Stacks,
}

/// <summary>One row. Numbers are in the axis's unit, rounded to what no processor disagrees on.</summary>
internal sealed record ChartRow
{
    /// <summary>What an author may call it.</summary>
    public IReadOnlyList<Called> Names { get; init; } = [];

    /// <summary>Of a point over time where it stands.</summary>
    public double Time { get; init; }

    /// <summary>Whether the point isn't comparable with the one before.</summary>
    public bool IsBroken { get; init; }

    /// <summary>A colour that an author chose; null for that of its tone.</summary>
    public string? OwnColor { get; init; }

    /// <summary>What the row is about, with the number of answers where rows differ in it: «Direktorat (n = 143)».</summary>
    public required string Label { get; init; }

    /// <summary>The heading the row stands under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>What the row's number is.</summary>
    public ValueForm Form { get; init; }

    /// <summary>Where the bar ends or the point stands; for a range, its upper limit. Null when none is drawn.</summary>
    public double? Value { get; init; }

    /// <summary>The lower end of the whisker, or of a range.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the whisker, or of a range.</summary>
    public double? Upper { get; init; }

    /// <summary>Where an open point stands, joined to the filled one: what was before, or another group.</summary>
    public double? Before { get; init; }

    /// <summary>The lower end of the open point's whisker.</summary>
    public double? BeforeLower { get; init; }

    /// <summary>The upper end of the open point's whisker.</summary>
    public double? BeforeUpper { get; init; }

    /// <summary>The parts of a divided bar from left to right; none when it may not be shown.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>The number as a reader sees it; empty when there is none.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>All that is known of the row in one line: for the pointer, the keyboard and the ear.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether the row is about everybody («Alle»), and stands a little apart.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether it holds what is left when the others are named, and stands after them.</summary>
    public bool IsResidual { get; init; }

    /// <summary>Whether its words are bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>What the mark's colour says.</summary>
    public RowTone Tone { get; init; }

    /// <summary>Whether a whisker is drawn.</summary>
    public bool HasWhisker => Form == ValueForm.Exact && Value is not null && Lower is not null && Upper is not null;

    /// <summary>Whether the open point has a whisker too: then the two stand apart, above and below.</summary>
    public bool HasWhiskerBefore => Before is not null && BeforeLower is not null && BeforeUpper is not null;

    /// <summary>Whether the mark is light with an outline, lest it be lost on white: its side isn't certain.</summary>
    public bool IsOutlined => OwnColor is null && Tone == RowTone.Unsure;

    /// <summary>Whether the bar is hatched, as its number is no exact figure.</summary>
    public bool IsHatched => Form is ValueForm.Rounded or ValueForm.Range or ValueForm.MoreThan;

    /// <summary>The farthest point drawn, from which a number beside a bar keeps clear.</summary>
    public double Reach => Math.Max(0, Math.Max(Value ?? 0, Upper ?? 0));

    /// <summary>The colour of the mark.</summary>
    public string Color => OwnColor ?? Tone switch
    {
        RowTone.Total => Palette.Total,
        RowTone.Below => Palette.Below,
        RowTone.Unsure => Palette.Neutral,
        _ => Palette.Bar,
    };
}

/// <summary>What a row's number is, which decides how it is drawn.</summary>
internal enum ValueForm
{
    /// <summary>An estimate or an exact figure: a filled bar or point.</summary>
    Exact,

    /// <summary>May not be published: no mark, «:» in its place.</summary>
    Suppressed,

    /// <summary>Is missing: no mark, «..» in its place.</summary>
    Missing,

    /// <summary>Rounded in its source («8 av 10», «om lag 20 %»): a hatched bar.</summary>
    Rounded,

    /// <summary>Given as a range («60–65 %»): filled to the lower limit, hatched to the upper.</summary>
    Range,

    /// <summary>More than («over halvparten»): a hatched bar, open at its end.</summary>
    MoreThan,
}

/// <summary>What the colour of a mark says.</summary>
internal enum RowTone
{
    /// <summary>Nothing, or that the value lies above the reference.</summary>
    Usual,

    /// <summary>That the row is everybody's, or the one to look at.</summary>
    Total,

    /// <summary>That the value lies below the reference.</summary>
    Below,

    /// <summary>That the interval holds the reference: the side isn't certain.</summary>
    Unsure,
}

/// <summary>One part of a divided bar.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Key">Its place in the legend; null for what may not be shown answer by answer.</param>
/// <param name="Text">Its number, drawn where there is room.</param>
/// <param name="Spoken">The answer and its number in words.</param>
internal sealed record Segment(double From, double To, int? Key, string Text, string Spoken)
{
    /// <summary>Its number, which can be a little more than its length: rounded shares add up to more than the whole, and a bar ends there. Null for what may not be shown.</summary>
    [JsonIgnore]
    public double? Value { get; init; }
}

/// <summary>What the two sides of a chart's reference mean.</summary>
internal sealed record AxisEnds(string Below, string Above);

/// <summary>One entry of a chart's legend.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Mark">The mark it explains.</param>
/// <param name="Color">The mark's colour, <c>#rrggbb</c>.</param>
internal sealed record LegendKey(string Label, LegendMark Mark, string Color)
{
    /// <summary>What an author may call it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Called> Names { get; init; } = [];
}

/// <summary>A mark as it stands in a legend.</summary>
internal enum LegendMark
{
    /// <summary>A filled square: a bar or a part of one.</summary>
    Square,

    /// <summary>A filled circle.</summary>
    Filled,

    /// <summary>An open circle.</summary>
    Open,

    /// <summary>A square of a light colour with an outline: what stands outside a scale.</summary>
    Outlined,
}
