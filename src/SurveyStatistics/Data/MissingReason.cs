namespace SurveyStatistics.Data;

/// <summary>Why a row has no value in a column. Whether it counts in the base of a percentage depends on the reason.</summary>
public enum MissingReason : byte
{
    /// <summary>There is a value: nothing is missing.</summary>
    None = 0,

    /// <summary>The question was not asked: routing led past it. Never in the base.</summary>
    NotAsked,

    /// <summary>Asked and left unanswered (item non-response). Not in the base.</summary>
    NoAnswer,

    /// <summary>«Vet ikke»: an answer, and in the base unless the analysis says otherwise.</summary>
    DontKnow,

    /// <summary>«Ikke relevant»: an answer, and in the base unless the analysis says otherwise.</summary>
    NotRelevant,
}
