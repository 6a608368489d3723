namespace SurveyStatistics.Estimation;

/// <summary>Which rows the base of a percentage holds.</summary>
internal static class AnswerBaseRule
{
    /// <summary>Whether a row with this reason for a missing value, or none, is in the base.</summary>
    public static bool Includes(AnswerBase answers, MissingReason reason) => reason switch
    {
        MissingReason.None => true,
        MissingReason.DontKnow or MissingReason.NotRelevant => answers != AnswerBase.AskedWithAView,
        MissingReason.NotAsked => answers == AnswerBase.Everybody,
        _ => false,
    };
}
