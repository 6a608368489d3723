namespace Barometer.Analysis.Estimation;

/// <summary>One coordinate of the group an estimate is about.</summary>
/// <param name="Variable">The grouping variable's name.</param>
/// <param name="Code">The category's code.</param>
/// <param name="Label">The label a reader sees.</param>
public sealed record GroupValue(string Variable, string Code, LocalizedText Label)
{
    /// <summary>The heading that the label stands under, where groups of several variables stand in one table; else null.</summary>
    public LocalizedText? Section { get; init; }
}
