namespace Barometer.Evidence.Pack;

/// <summary>A number of the evidence pack, as it is told: shares in per cent.</summary>
/// <param name="Value">The number; null when it may not be shown.</param>
/// <param name="Lower">The lower confidence limit, or null.</param>
/// <param name="Upper">The upper confidence limit, or null.</param>
/// <param name="Respondents">The number of answers, or null.</param>
/// <param name="IsSynthetic">Whether it is made of synthetic answers.</param>
public sealed record EvidenceNumber(decimal? Value, decimal? Lower, decimal? Upper, decimal? Respondents, bool IsSynthetic);
