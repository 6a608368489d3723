namespace Barometer.Analysis.Anonymity.Claims;

/// <summary>What a rounded number of respondents tells: the true number lies between these two.</summary>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be.</param>
internal sealed record CountRange(int Low, int High)
{
    /// <summary>Whether one number is left.</summary>
    public bool IsExact => Low == High;
}
