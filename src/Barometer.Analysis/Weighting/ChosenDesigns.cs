namespace Barometer.Analysis.Weighting;

/// <summary>
/// The design of each survey that every notebook uses, so that their numbers agree. They are this project's choice, not
/// Difi's; docs/method.md says why.
/// </summary>
internal static class ChosenDesigns
{
    /// <summary>The chosen design of a survey.</summary>
    /// <exception cref="BarometerException">No design has been chosen for it.</exception>
    public static BarometerDesign Of(Survey survey) => survey.Id switch
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
