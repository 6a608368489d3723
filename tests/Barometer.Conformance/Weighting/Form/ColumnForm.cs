namespace Barometer.Conformance.Weighting.Form;

/// <summary>One typed column: read from the file, or made of columns declared before it.</summary>
internal sealed record ColumnForm
{
    /// <summary><c>number</c>, <c>factor</c> or <c>text</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The header in the file; null when it is the column's own name.</summary>
    public string? From { get; init; }

    /// <summary>The levels of a factor, in order.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Whether the levels run from low to high.</summary>
    public bool Ordered { get; init; }

    /// <summary>What texts of the file become: <c>{"1": "yes", "0": "no"}</c>.</summary>
    public IReadOnlyDictionary<string, string>? Recode { get; init; }

    /// <summary>Texts that are no value, each with the reason: not-asked, no-answer, dont-know, not-relevant.</summary>
    public IReadOnlyDictionary<string, string>? Reasons { get; init; }

    /// <summary>A number as the sum of others times a factor: <c>{"after": 1, "before": -1}</c>.</summary>
    public IReadOnlyDictionary<string, double>? Sum { get; init; }

    /// <summary>A number as the first of two others over the second.</summary>
    public IReadOnlyList<string>? Quotient { get; init; }

    /// <summary>The same number in every row.</summary>
    public double? Constant { get; init; }

    /// <summary>A factor that cuts the number <see cref="From"/> at these limits: (a, b], (b, c] …</summary>
    public IReadOnlyList<double>? Cut { get; init; }

    /// <summary>A factor as the crossing of others, its levels joined by «:».</summary>
    public IReadOnlyList<string>? Cross { get; init; }
}
