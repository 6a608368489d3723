namespace SurveyStatistics.Weighting;

/// <summary>
/// What calibrating to known totals does to a variance: the part of a variable that the totals explain has none, so
/// the linearised variable is replaced by its residual (Deville and Särndal 1992).
/// </summary>
internal interface IProjection
{
    /// <summary>Replaces a weighted linearised variable (weight × influence, one value a row) by its residual.</summary>
    void Project(Span<double> weighted);
}
