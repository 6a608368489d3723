namespace Barometer.Analysis.Estimation;

/// <summary>Designs from surveys.</summary>
public static class SurveyDesigns
{
    /// <summary>A design for the survey: all respondents as a simple random sample of its frame, until more is said.</summary>
    public static SurveyDesign Design(this Survey survey) => SurveyDesign.Of(survey);

    /// <summary>A design in which every answer counts once: the plain shares, for comparison with the weighted ones.</summary>
    public static SurveyDesign Unweighted(this Survey survey) => SurveyDesign.Of(survey).Unweighted();
}
