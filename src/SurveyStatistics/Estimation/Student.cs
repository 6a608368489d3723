namespace SurveyStatistics.Estimation;

/// <summary>Student's t, for who works an interval out by hand.</summary>
public static class Student
{
    /// <summary>
    /// How many standard errors an interval reaches to each side: the quantile of Student's t at half of what the level leaves open (<c>qt((1 + level) / 2, df)</c> in R). With many degrees of freedom it
    /// is the 1.96 of the normal distribution.
    /// </summary>
    /// <param name="degreesOfFreedom">Of a stratified sample: respondents less strata. Not necessarily whole; infinitely many give the normal distribution.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The number of standard errors; no number (NaN) without a degree of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level isn't between 0 and 1.</exception>
    /// <example><code>Student.Multiplier(759) // 1.963</code></example>
    public static double Multiplier(double degreesOfFreedom, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return Distributions.StudentQuantile((1 + level) / 2, degreesOfFreedom);
    }
}
