namespace Barometer.Evidence.Drafts.Claims;

/// <summary>What an author claims.</summary>
internal enum ClaimKind
{
    /// <summary>A share: «85 prosent», «åtte av ti», «over halvparten».</summary>
    Share,

    /// <summary>A number of units: «762 svar», «n = 663».</summary>
    Count,

    /// <summary>Two limits: «82–88 prosent».</summary>
    Interval,

    /// <summary>How far a share may be off: «± 3 prosentpoeng».</summary>
    Margin,

    /// <summary>A difference of two shares in percentage points.</summary>
    Points,

    /// <summary>How many times as many: «dobbelt så mange».</summary>
    Ratio,

    /// <summary>One share is larger or smaller than another, or as large, without saying by how much.</summary>
    Comparison,

    /// <summary>One is the largest or the smallest of all.</summary>
    Rank,

    /// <summary>A change between two years, or from one number to another.</summary>
    Change,
}

/// <summary>The word that goes with a number.</summary>
internal enum Loose
{
    /// <summary>None.</summary>
    Exact,

    /// <summary>«rundt», «om lag».</summary>
    Around,

    /// <summary>«nær», «close to»: about, and rather below.</summary>
    Near,

    /// <summary>«nesten», «knapt».</summary>
    Almost,

    /// <summary>«litt over», «drøyt».</summary>
    LittleOver,

    /// <summary>«over», «mer enn».</summary>
    Over,

    /// <summary>«under», «mindre enn».</summary>
    Under,

    /// <summary>«minst».</summary>
    AtLeast,

    /// <summary>«høyst».</summary>
    AtMost,
}

/// <summary>Which way a comparison goes.</summary>
internal enum Way
{
    /// <summary>More, larger, oftener, grown.</summary>
    Up,

    /// <summary>Fewer, smaller, rarer, fallen.</summary>
    Down,

    /// <summary>As many, unchanged.</summary>
    Same,

    /// <summary>One is put beside the other, and nothing said of which is larger: «85 prosent, mot 81 i Danmark».</summary>
    Beside,
}

/// <summary>A claim in a sentence.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Claim(ClaimKind Kind, int Start, int End)
{
    /// <summary>The number: a share is 0–1, a difference −1 to 1.</summary>
    public decimal Value { get; init; }

    /// <summary>The upper limit of an interval, whose lower one is <see cref="Value"/>.</summary>
    public decimal Upper { get; init; }

    /// <summary>The decimals it was written with: of per cents, for a share.</summary>
    public int Decimals { get; init; }

    /// <summary>The k and n of a share told as «k av n».</summary>
    public (int Of, int Among)? Fraction { get; init; }

    /// <summary>The word that goes with it.</summary>
    public Loose Loose { get; init; }

    /// <summary>Whether a ratio is told as the part by which a number changed: «6 prosent flere».</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether a comparison is of the ends of an ordered grouping: «stiger med størrelsen».</summary>
    public bool IsGraded { get; init; }

    /// <summary>Which way it goes.</summary>
    public Way Way { get; init; }

    /// <summary>The place in a ranking, from 1; negative from the end.</summary>
    public int Place { get; init; } = 1;

    /// <summary>Whether the number stands behind the words it belongs to, in brackets.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>Whether the sentence says that it is chance, or not significant.</summary>
    public bool SaysChance { get; init; }

    /// <summary>Whether the interval, margin or number of answers belongs to a share in the sentence.</summary>
    public bool IsOfShare { get; init; }
}
