namespace SurveyStatistics.Data;

/// <summary>How a stratum is called.</summary>
/// <param name="Key">Its full name, by which it is told from others and replicates are drawn: never shown.</param>
/// <param name="Text">Its name in messages: without categories that could tell an answer.</param>
internal sealed record StratumName(string Key, string Text)
{
    /// <summary>The name in messages.</summary>
    public override string ToString() => Text;
}
