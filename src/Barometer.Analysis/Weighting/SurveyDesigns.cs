namespace Barometer.Analysis.Weighting;

/// <summary>Designs of surveys: one to start from, and the one that was chosen.</summary>
public static class SurveyDesigns
{
    /// <summary>A design for the survey's answers: say next how they were sampled and weighted.</summary>
    public static BarometerDesign Design(this Survey survey) => BarometerDesign.Of(survey);

    /// <summary>The survey's answers, each counted once.</summary>
    public static BarometerDesign Unweighted(this Survey survey) => BarometerDesign.Of(survey).Unweighted();

    /// <summary>
    /// The design that every notebook uses for a survey, so that their numbers agree. It is this project's choice, not Difi's;
    /// docs/method.md says why.
    /// </summary>
    /// <exception cref="BarometerException">No design has been chosen for it.</exception>
    internal static BarometerDesign ChosenDesign(this Survey survey) => survey.Id switch
    {
        "operational-2018" => survey.Design()
            .StratifiedBy(["agency_group", "size_band"])
            .WithFinitePopulation()
            .RakedTo("ministry_area", "agency_group", "size_band"),
        "strategic-2018" => survey.Design()
            .StratifiedBy("agency_group")
            .WithFinitePopulation(),
        _ => throw new BarometerException(new Problem(
            $"No design has been chosen for the survey «{survey.Id}»",
            Expected: "operational-2018 or strategic-2018",
            Hint: "say how it was sampled and weighted: barometer.Survey(…).Design()")),
    };
}
