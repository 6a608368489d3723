namespace SurveyStatistics.Replicates;

/// <summary>One replicate of a jackknife: the unit left out, and what the others' weights are multiplied by.</summary>
/// <param name="Stratum">The unit's stratum.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Inside">The factor of the other units of the stratum.</param>
/// <param name="Outside">The factor of all other strata.</param>
internal readonly record struct LeftOut(int Stratum, int Unit, double Inside, double Outside);
