namespace SurveyStatistics.Estimation;

/// <summary>Wald's test of independence (Koch, Freeman and Freeman 1975), plain or adjusted (Fellegi 1980).</summary>
internal static class WaldIndependence
{
    /// <summary>The test of residuals from independence against zero.</summary>
    /// <param name="residuals">The residuals with their covariances.</param>
    /// <param name="designDegrees">The design's degrees of freedom.</param>
    /// <param name="adjusted">Whether the F statistic is adjusted for the number of cells.</param>
    public static SignificanceTest Test(EstimateVector residuals, double designDegrees, bool adjusted)
    {
        var (wald, cells) = (WaldStatistic.Of(residuals), residuals.Count);
        var degrees = adjusted ? designDegrees - cells + 1 : designDegrees;
        var f = adjusted ? wald * degrees / (cells * designDegrees) : wald / cells;
        return new SignificanceTest(
            adjusted ? TestMethod.AdjustedWald : TestMethod.Wald,
            "F",
            f,
            cells,
            degrees,
            Distributions.FUpperTail(f, cells, degrees));
    }
}
