namespace SurveyStatistics.Weighting;

/// <summary>
/// How calibration measures the distance between the weights before and after; it decides how the factor g = after /
/// before depends on the auxiliary variables (Deville and Särndal 1992).
/// </summary>
public enum CalibrationDistance
{
    /// <summary>g = 1 + x′λ: the generalised regression estimator. One step, but factors can become negative.</summary>
    Linear = 0,

    /// <summary>g = exp(x′λ): factors are positive; what raking gives.</summary>
    Raking,

    /// <summary>g between two bounds along a logistic curve; bounds are required.</summary>
    Logit,
}

/// <summary>The factor g = F(x′λ) of a calibration distance, and its slope.</summary>
internal readonly struct CalibrationCurve
{
    private readonly CalibrationDistance _distance;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _steepness;

    /// <summary>The curve of a distance with bounds on the factor.</summary>
    /// <exception cref="SurveyException">The bounds do not hold 1 between them, or the distance needs bounds.</exception>
    public CalibrationCurve(CalibrationDistance distance, (double Lower, double Upper)? bounds)
    {
        (_distance, _lower, _upper) = (distance, bounds?.Lower ?? double.NegativeInfinity, bounds?.Upper ?? double.PositiveInfinity);
        if (!(_lower < 1 && _upper > 1) || (distance == CalibrationDistance.Logit && !(double.IsFinite(_lower) && double.IsFinite(_upper))))
        {
            throw new SurveyException(new Problem(
                "The bounds of the calibration factors are not usable",
                Expected: "a lower bound below 1 and an upper bound above 1; both finite for the logit distance",
                Hint: "for example bounds: (0.4, 3)"));
        }

        // A of Deville and Särndal (1992): it gives the logit curve the slope 1 at 0, as the other distances have.
        _steepness = (_upper - _lower) / ((_upper - 1) * (1 - _lower));
    }

    /// <summary>The factor at <paramref name="u"/> = x′λ; 1 at zero.</summary>
    public double Factor(double u)
    {
        switch (_distance)
        {
            case CalibrationDistance.Raking:
                return Math.Clamp(Math.Exp(u), _lower, _upper);
            case CalibrationDistance.Logit:
                var e = Math.Exp(_steepness * u);

                // The limit, where the quotient would be ∞/∞.
                return double.IsInfinity(e) ? _upper : ((_lower * (_upper - 1)) + (_upper * (1 - _lower) * e)) / (_upper - 1 + ((1 - _lower) * e));
            default:
                return Math.Clamp(1 + u, _lower, _upper);
        }
    }

    /// <summary>The slope of the factor at <paramref name="u"/>; zero where a bound holds it.</summary>
    public double Slope(double u)
    {
        var factor = Factor(u);
        return _distance == CalibrationDistance.Logit
            ? (factor - _lower) * (_upper - factor) / ((_upper - 1) * (1 - _lower))
            : factor <= _lower || factor >= _upper ? 0 : _distance == CalibrationDistance.Raking ? factor : 1;
    }
}
