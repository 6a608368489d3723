namespace SurveyStatistics.Weighting;

/// <summary>
/// What to do with a stratum with a single primary sampling unit, whose variance can't be estimated from itself. The
/// options are those of <c>options(survey.lonely.psu)</c> in R's survey package. A stratum that was taken whole is not
/// lonely: it has no sampling variance.
/// </summary>
public enum LonelyStratum
{
    /// <summary>Stop with an error that names the stratum (the default).</summary>
    Fail = 0,

    /// <summary>Measure the unit's deviation from the mean of all strata (0 for a linearised variable): conservative.</summary>
    Adjust,

    /// <summary>Give the stratum the average variance of the strata that have one.</summary>
    Average,

    /// <summary>Let the stratum contribute nothing, as if its unit were drawn at random from a stratum without variation.</summary>
    Remove,

    /// <summary>Take the unit as drawn with certainty: the stratum contributes nothing.</summary>
    Certainty,
}
