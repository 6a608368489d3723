namespace Barometer.Analysis.Anonymity.Coarser;

/// <summary>A way to make a table coarser.</summary>
/// <param name="By">The grouping variables it leaves.</param>
/// <param name="Design">The design, whose categories may have been merged.</param>
/// <param name="How">How the table is then grouped, to follow «by»: «virksomhetstype».</param>
/// <param name="Lost">What a reader can no longer see.</param>
internal sealed record Coarsening(IReadOnlyList<string> By, BarometerDesign Design, LocalizedText How, LocalizedText Lost)
{
    /// <summary>The call that has to come before the estimate's, for example <c>.Merging("size_band", ["from_1", "from_5"])</c>; or empty.</summary>
    public string Before { get; init; } = "";
}
