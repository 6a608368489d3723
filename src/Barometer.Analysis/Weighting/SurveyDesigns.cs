namespace Barometer.Analysis.Weighting;

/// <summary>Designs of surveys: one to start from, and the one that was chosen.</summary>
public static class SurveyDesigns
{
    /// <summary>A design for the survey's answers: say next how they were sampled and weighted.</summary>
    public static BarometerDesign Design(this Survey survey) => BarometerDesign.Of(survey);

    /// <summary>The survey's answers, each counted once.</summary>
    public static BarometerDesign Unweighted(this Survey survey) => BarometerDesign.Of(survey).Unweighted();

    /// <summary>
    /// The design that every notebook uses for a survey, so that their numbers agree: the one that its codebook declares, with who chose it and why.
    /// </summary>
    /// <exception cref="BarometerException">The codebook declares none, or the answers don't allow it.</exception>
    internal static BarometerDesign ChosenDesign(this Survey survey) => survey.DesignedAs(DeclaredOf(survey.Codebook));

    /// <summary>The design that a codebook declares.</summary>
    /// <exception cref="BarometerException">It declares none.</exception>
    internal static DeclaredDesign DeclaredOf(Codebook codebook) => codebook.Design ?? throw new BarometerException(new Problem(
        $"No design has been chosen for the survey «{codebook.Id}»",
        Expected: "«design» in its codebook: strata, weights, raking (data/README.md)",
        Hint: "or say how it was sampled and weighted: barometer.Survey(…).Design()"));

    /// <summary>The survey's answers in a declared design.</summary>
    /// <exception cref="BarometerException">The answers don't allow it.</exception>
    internal static BarometerDesign DesignedAs(this Survey survey, DeclaredDesign declared) => Fitted(Sampled(survey.Design(), declared), declared);

    private static BarometerDesign Sampled(BarometerDesign design, DeclaredDesign declared)
    {
        design = declared.Strata.Count > 0 ? design.StratifiedBy([.. declared.Strata]) : design;
        design = declared.Clusters.Count > 0 ? design.ClusteredBy([.. declared.Clusters]) : design;
        design = declared.Weights switch
        {
            DeclaredDesign.Respondents => design,
            DeclaredDesign.Invited => design.WeightedByInvitation(),
            var variable => design.WeightedBy(variable),
        };
        design = declared.FinitePopulation ? design.WithFinitePopulation() : design;
        design = declared.CollapseBelow is int minimum ? design.CollapsingStrata(minimum) : design;
        design = declared.LonelyStrata == LonelyStratum.Fail ? design : design.WithLonelyStrata(declared.LonelyStrata);
        return declared.IsOfWaves ? design.WithRepeatedUnits(CodebookRules.Key, StackedWaves.Wave) : design;
    }

    private static BarometerDesign Fitted(BarometerDesign design, DeclaredDesign declared)
    {
        design = declared switch
        {
            { NonResponse: [] } => design,
            { ResponsePhase: true } => design.WithResponsePhase([.. declared.NonResponse]),
            _ => design.AdjustedForNonResponse([.. declared.NonResponse]),
        };
        design = declared.PostStratification.Count > 0 ? design.PostStratifiedTo([.. declared.PostStratification]) : design;
        design = declared.Raking.Count > 0 ? design.RakedTo([.. declared.Raking.Select(margin => KnownTotals.Counts([.. margin]))]) : design;
        return declared.Trimming is var (lower, upper) ? design.TrimmedTo(lower, upper) : design;
    }
}
