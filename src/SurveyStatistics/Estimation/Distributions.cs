using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SurveyStatistics.Estimation;

/// <summary>
/// Quantiles and tails of the distributions that inference needs, to about twelve digits. Math.NET's cumulative
/// functions are accurate; its quantiles of t and beta are polished on them here by Newton's method inside a bracket.
/// </summary>
internal static class Distributions
{
    /// <summary>The standard normal quantile.</summary>
    public static double NormalQuantile(double probability) => Normal.InvCDF(0, 1, probability);

    /// <summary>The quantile of Student's t; infinite degrees of freedom give the normal one.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Above zero, not necessarily whole.</param>
    public static double StudentQuantile(double probability, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalQuantile(probability);
        }

        if (!(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        if (probability == 0.5)
        {
            return 0;
        }

        // The tails of so few degrees of freedom are too heavy for an expansion around the normal quantile.
        var tail = Math.Min(probability, 1 - probability);
        var t = degreesOfFreedom < 3 ? StudentByBeta(tail, degreesOfFreedom) : StudentByNewton(tail, degreesOfFreedom);
        return probability < 0.5 ? -t : t;
    }

    /// <summary>The probability that |T| exceeds |<paramref name="t"/>|.</summary>
    public static double StudentTwoSided(double t, double degreesOfFreedom) => double.IsPositiveInfinity(degreesOfFreedom)
        ? SpecialFunctions.Erfc(Math.Abs(t) / Math.Sqrt(2))
        : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The probability that F exceeds <paramref name="f"/>; infinite denominator degrees give the chi-square's.</summary>
    public static double FUpperTail(double f, double numerator, double denominator) => !(denominator > 0)
        ? double.NaN
        : f <= 0 ? 1 : double.IsPositiveInfinity(denominator)
            ? ChiSquareUpperTail(f * numerator, numerator)
            : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + (numerator * f)));

    /// <summary>The probability that a chi-square variable exceeds <paramref name="x"/>.</summary>
    public static double ChiSquareUpperTail(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>
    /// The upper tail of Σ aᵢ χ²₁ᵢ against <paramref name="x"/>, where the design estimates the factors with <c>ddf</c> degrees of
    /// freedom: the probability that Σ aᵢ χ²₁ᵢ − (x / ddf) χ²_ddf is above zero, by Lugannani and Rice's saddlepoint formula
    /// (Kuonen 1999; <c>pFsum</c> in R's survey package).
    /// </summary>
    /// <param name="x">The observed value.</param>
    /// <param name="factors">The factors a.</param>
    /// <param name="denominatorDegrees">The degrees of freedom of the factors; infinite when they are known.</param>
    public static double ChiSquareSumUpperTail(double x, double[] factors, double denominatorDegrees)
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

    /// <summary>The quantile of the beta distribution.</summary>
    public static double BetaQuantile(double probability, double a, double b)
    {
        if (probability <= 0 || probability >= 1)
        {
            return probability <= 0 ? 0 : 1;
        }

        var logBeta = SpecialFunctions.BetaLn(a, b);
        var (low, high, x) = (0.0, 1.0, a / (a + b));
        for (var i = 0; i < 400; i++)
        {
            var error = SpecialFunctions.BetaRegularized(a, b, x) - probability;
            (low, high) = error < 0 ? (x, high) : (low, x);
            var slope = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * SpecialFunctions.Log1p(-x)) - logBeta);

            // Newton's step, as long as it stays inside the bracket.
            var next = x - (error / slope);
            next = next > low && next < high ? next : Middle(low, high);
            if (Math.Abs(next - x) <= 1e-15 * x || high - low <= 4e-16 * high)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    // t² / (df + t²) is beta distributed: solved in the tail, where nothing cancels.
    private static double StudentByBeta(double tail, double degrees)
    {
        var x = BetaQuantile(2 * tail, degrees / 2, 0.5);
        return Math.Sqrt(degrees * (1 - x) / x);
    }

    // Fisher and Cornish's expansion from the normal quantile (Abramowitz and Stegun 26.7.5), then Newton's method.
    private static double StudentByNewton(double tail, double degrees)
    {
        var z = -NormalQuantile(tail);
        var z2 = z * z;
        var t = z + (z / degrees * (((z2 + 1) / 4)
            + (((((5 * z2) + 16) * z2) + 3) / (96 * degrees))
            + ((((((((3 * z2) + 19) * z2) + 17) * z2) - 15) / (384 * degrees * degrees)))));
        var logScale = SpecialFunctions.GammaLn((degrees + 1) / 2) - SpecialFunctions.GammaLn(degrees / 2) - (0.5 * Math.Log(degrees * Math.PI));
        for (var i = 0; i < 50; i++)
        {
            var density = Math.Exp(logScale - ((degrees + 1) / 2 * SpecialFunctions.Log1p(t * t / degrees)));
            var step = ((StudentTwoSided(t, degrees) / 2) - tail) / density;
            t += step;
            if (Math.Abs(step) < 1e-8 * t)
            {
                break;
            }
        }

        return t;
    }

    // Halfway on the scale that suits the bracket: geometric far from zero in ratio, so that tiny quantiles are found.
    private static double Middle(double low, double high) =>
        low > 0 && high > 4 * low ? Math.Sqrt(low * high) : low == 0 && high < 0.1 ? high / 16 : (low + high) / 2;

    // The upper tail from the cumulant function K at its saddlepoint K′(ζ) = x; null next to the mean, where the formula
    // divides nothing by nothing.
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
        // Barndorff-Nielsen's form of Lugannani and Rice's formula.
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

    // The multiple of one chi-square with the sum's mean and variance.
    private static double Satterthwaite(double x, double[] factors, double denominatorDegrees)
    {
        var (mean, square) = (factors.Average(), factors.Average(factor => factor * factor));
        var degrees = factors.Length * mean * mean / square;
        return FUpperTail(x / (factors.Length * mean), degrees, denominatorDegrees);
    }
}

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
