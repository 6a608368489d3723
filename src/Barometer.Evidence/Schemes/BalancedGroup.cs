namespace Barometer.Evidence.Schemes;

/// <summary>One group of a balance, in per cent with one decimal.</summary>
/// <param name="Label">The group.</param>
/// <param name="Frame">Its share of the frame.</param>
/// <param name="Shares">Its share of the answers under each scheme; null where the number of answers is hidden.</param>
internal sealed record BalancedGroup(LocalizedText Label, double Frame, IReadOnlyList<double?> Shares)
{
    /// <summary>The share under a scheme less that of the frame, in percentage points.</summary>
    public double? Gap(int scheme) =>
        Shares[scheme] is { } share ? (double)(Rounding.ToDecimal(share) - Rounding.ToDecimal(Frame)) : null;
}
