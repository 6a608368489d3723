namespace SurveyStatistics.Estimation;

/// <summary>Wald's statistic θ′V⁻¹θ.</summary>
internal static class WaldStatistic
{
    /// <summary>The statistic of estimates with their covariances.</summary>
    /// <exception cref="SurveyException">The covariance matrix is singular: too few sampling units for so many estimates.</exception>
    public static double Of(EstimateVector vector)
    {
        var solver = new SymmetricSolver(vector.Covariance);
        if (solver.Rank < vector.Count)
        {
            throw new SurveyException(new Problem(
                "A Wald test is not possible: the estimates' covariances are singular",
                Expected: "more sampling units than estimates, and estimates that vary",
                Hint: "use Rao and Scott's test, or merge categories"));
        }

        var solution = solver.Solve(vector.Values);
        return vector.Values.Zip(solution, (value, one) => value * one).Sum();
    }
}
