namespace Barometer.Evidence.Pack;

/// <summary>One number of a figure or table.</summary>
/// <param name="Id">Its id: release, variable, answer and group.</param>
/// <param name="Value">The number; null when it may not be shown or is missing. Shares are 0–1.</param>
/// <param name="Status">«published», or the standard symbol in its place.</param>
/// <param name="Definition">What it is of.</param>
/// <param name="Unit">The unit, of whom, and the year.</param>
internal sealed record PackNumber(string Id, decimal? Value, string Status, string Definition, string Unit)
{
    /// <summary>The lower confidence limit.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper confidence limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The confidence level, 0–1.</summary>
    public decimal? Level { get; init; }

    /// <summary>Whether the number is a share, told in per cent or percentage points: a hundred times its value.</summary>
    public bool IsPercent { get; init; }

    /// <summary>The number of answers.</summary>
    public decimal? Respondents { get; init; }
}
