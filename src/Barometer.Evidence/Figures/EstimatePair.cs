namespace Barometer.Evidence.Figures;

/// <summary>Two estimates of one thing.</summary>
/// <param name="Label">What they are about.</param>
/// <param name="Section">The heading they stand under, or null.</param>
/// <param name="First">The one that the other is compared with.</param>
/// <param name="Second">The other.</param>
internal sealed record EstimatePair(LocalizedText Label, LocalizedText? Section, ReleasedEstimate First, ReleasedEstimate Second);
