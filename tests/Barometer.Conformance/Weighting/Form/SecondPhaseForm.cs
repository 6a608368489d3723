namespace Barometer.Conformance.Weighting.Form;

/// <summary>The second phase of a two-phase sample: those of the first who were taken on.</summary>
internal sealed record SecondPhaseForm
{
    /// <summary>Which rows of the data are in the second phase.</summary>
    public required ConditionForm Taken { get; init; }

    /// <summary>The second phase's strata.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>The second phase's sampling units.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];
}
