namespace Barometer.Analysis.Estimation;

/// <summary>What was estimated: a variable and, for a share, the answer counted.</summary>
/// <param name="Variable">The variable's name in the codebook.</param>
/// <param name="Code">The category's code; null for a mean or a total of a number.</param>
/// <param name="Label">The label a reader sees.</param>
public sealed record Outcome(string Variable, string? Code, LocalizedText Label)
{
    /// <summary>The variable's own label, where a table holds several answers to each of several variables; else null.</summary>
    public LocalizedText? Item { get; init; }

    /// <summary>Whether it is a reason for having no answer, such as «don't know», counted beside the answers.</summary>
    public bool IsReason { get; init; }
}
