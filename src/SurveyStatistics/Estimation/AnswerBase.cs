namespace SurveyStatistics.Estimation;

/// <summary>Who is in the base of a percentage or mean.</summary>
public enum AnswerBase
{
    /// <summary>
    /// Those who were asked and answered. «Don't know» and «not relevant» are answers and in the base of a percentage;
    /// a question left blank and a question not asked are not.
    /// </summary>
    Asked = 0,

    /// <summary>Those who were asked and gave one of the categories: «don't know» and «not relevant» are left out.</summary>
    AskedWithAView,

    /// <summary>
    /// Everybody who answered or was not asked: routing past the question counts as not having given the answer. To be
    /// chosen only where that is true, for example «share of all workplaces that work with partners».
    /// </summary>
    Everybody,
}
