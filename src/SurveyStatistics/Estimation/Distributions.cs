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
}
