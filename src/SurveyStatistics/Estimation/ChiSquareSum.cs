using MathNet.Numerics.Distributions;

namespace SurveyStatistics.Estimation;

/// <summary>
/// The upper tail of Σ aᵢ χ²₁ᵢ against x, where the design estimates the factors with <c>ddf</c> degrees of freedom: the
/// probability that Σ aᵢ χ²₁ᵢ − (x / ddf) χ²_ddf is above zero, by Lugannani and Rice's saddlepoint formula (Kuonen 1999;
/// <c>pFsum</c> in R's survey package).
/// </summary>
internal static class ChiSquareSum
{
    /// <summary>The probability of a sum larger than <paramref name="x"/>.</summary>
    /// <param name="x">The observed value.</param>
    /// <param name="factors">The factors a.</param>
    /// <param name="denominatorDegrees">The degrees of freedom of the factors; infinite when they are known.</param>
    public static double UpperTail(double x, double[] factors, double denominatorDegrees)
    {
        var whole = double.IsPositiveInfinity(denominatorDegrees);
        var terms = factors.Select(factor => (Factor: factor, Degrees: 1.0)).ToList();
        if (!whole)
        {
            // R sums over whole degrees of freedom; so do we, to give the same p-value.
            terms.Add((-x / denominatorDegrees, Math.Floor(denominatorDegrees)));
        }

        return Saddlepoint(whole ? x : 0, terms) ?? Satterthwaite(x, factors, denominatorDegrees);
    }

    // Null next to the mean, where the formula divides nothing by nothing.
    private static double? Saddlepoint(double x, List<(double Factor, double Degrees)> terms)
    {
        var scale = terms.Max(term => term.Factor);
        var scaled = terms.ConvertAll(term => (Factor: term.Factor / scale, term.Degrees));
        x /= scale;
        var zeta = Root(x, scaled);
        if (Math.Abs(zeta) < 1e-4)
        {
            return null;
        }

        var cumulant = -scaled.Sum(term => term.Degrees * Math.Log(1 - (2 * zeta * term.Factor))) / 2;
        var curvature = 2 * scaled.Sum(term => term.Degrees * Math.Pow(term.Factor / (1 - (2 * zeta * term.Factor)), 2));
        var w = Math.Sign(zeta) * Math.Sqrt(2 * ((zeta * x) - cumulant));
        var v = zeta * Math.Sqrt(curvature);
        return Normal.CDF(0, 1, -(w + (Math.Log(v / w) / w)));
    }

    // Where the slope of the cumulant function is x: it rises all the way between its poles.
    private static double Root(double x, List<(double Factor, double Degrees)> terms)
    {
        var high = 1 / (2 * terms.Max(term => term.Factor));
        var least = terms.Min(term => term.Factor);
        var low = least < 0 ? 1 / (2 * least) : -terms.Sum(term => term.Degrees) / (2 * x);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            var slope = terms.Sum(term => term.Degrees * term.Factor / (1 - (2 * middle * term.Factor)));
            (low, high) = slope < x ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Satterthwaite(double x, double[] factors, double denominatorDegrees)
    {
        var (mean, square) = (factors.Average(), factors.Average(factor => factor * factor));
        var degrees = factors.Length * mean * mean / square;
        return Distributions.FUpperTail(x / (factors.Length * mean), degrees, denominatorDegrees);
    }
}
