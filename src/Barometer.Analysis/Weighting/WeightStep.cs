namespace Barometer.Analysis.Weighting;

/// <summary>One step in the making of the weights, as the weight history tells it.</summary>
/// <param name="Name">What was done, for example «raking».</param>
/// <param name="Detail">With what: the variables, the classes, the limits, whether it converged.</param>
/// <param name="Weights">The distribution of the weights after the step.</param>
public sealed record WeightStep(LocalizedText Name, LocalizedText Detail, WeightSummary Weights) : UnreleasedRecord
{
    /// <inheritdoc/>
    protected override string Subject => $"{Name.En}: {Detail.En}";
}
