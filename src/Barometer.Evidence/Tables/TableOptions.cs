namespace Barometer.Evidence.Tables;

/// <summary>What an author may settle about a table of estimates; everything left out comes from the estimates.</summary>
public sealed record TableOptions
{
    /// <summary>The title in place of «what, by what».</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>
    /// The decimals of the estimates; by default those the release has (one for per cent), so that no number is rounded twice.
    /// </summary>
    public int? Decimals { get; init; }

    /// <summary>A note of the author's own under the table.</summary>
    public LocalizedText? Note { get; init; }
}
