namespace SurveyStatistics.Estimation;

/// <summary>The base of a group.</summary>
/// <param name="Respondents">The number of respondents.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Total">The weighted total of the variable.</param>
internal readonly record struct GroupBase(int Respondents, double Weight, double Total)
{
    /// <summary>The weighted mean.</summary>
    public double Mean => Total / Weight;
}
