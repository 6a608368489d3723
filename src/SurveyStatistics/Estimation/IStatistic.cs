namespace SurveyStatistics.Estimation;

/// <summary>
/// One or more numbers computed from weighted respondents, known in the two ways that variance estimation needs: as a
/// function of the weights, and by each respondent's influence.
/// </summary>
internal interface IStatistic
{
    /// <summary>The numbers under some weights, one weight a row.</summary>
    double[] Evaluate(ReadOnlySpan<double> weights);

    /// <summary>
    /// For each number its linearised variable: weight × the derivative of the number by the row's weight, one value a row.
    /// </summary>
    /// <param name="weights">The weights.</param>
    /// <param name="values">What <see cref="Evaluate"/> gave for them.</param>
    double[][] Linearise(double[] weights, double[] values);
}
