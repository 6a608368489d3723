namespace Barometer.Evidence.Published;

/// <summary>The numbers a printed statement can stand for.</summary>
/// <param name="Lower">The lower limit; a share is 0–1.</param>
/// <param name="IncludesLower">Whether the lower limit itself belongs to it.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="IncludesUpper">Whether the upper limit itself belongs to it.</param>
public sealed record ImpliedRange(decimal Lower, bool IncludesLower, decimal Upper, bool IncludesUpper)
{
    /// <summary>Whether <paramref name="value"/> is one of them.</summary>
    public bool Contains(decimal value) =>
        (IncludesLower ? value >= Lower : value > Lower) && (IncludesUpper ? value <= Upper : value < Upper);
}
