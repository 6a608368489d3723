namespace SurveyStatistics.Weighting;

/// <summary>
/// Calibration: the weights closest to those before that meet known totals exactly (Deville and Särndal 1992), by
/// Newton's method with halved steps.
/// </summary>
internal sealed class Calibration
{
    private const int MaxIterations = 200;

    // Relative to 1 + |total|: beyond what double precision of the sums can hold a step brings nothing.
    private const double Tolerance = 1e-12;
    private const double Acceptable = 1e-8;

    private readonly AuxiliaryMatrix _auxiliaries;
    private readonly double[] _before;
    private readonly CalibrationCurve _curve;

    private Calibration(AuxiliaryMatrix auxiliaries, double[] before, CalibrationCurve curve) =>
        (_auxiliaries, _before, _curve) = (auxiliaries, before, curve);

    /// <summary>The sample calibrated to <paramref name="totals"/>.</summary>
    /// <exception cref="SurveyException">The totals can't be met; the message names the worst category.</exception>
    public static WeightedSample Apply(
        WeightedSample sample, IReadOnlyList<KnownTotals> totals, CalibrationDistance distance, (double Lower, double Upper)? bounds)
    {
        var auxiliaries = new AuxiliaryMatrix([.. totals.Select(one => AuxiliaryTerm.Of(sample, one))], sample.Weights.Length);
        PopulationCheck.Sizes(sample, auxiliaries);
        var (factors, iterations) = new Calibration(auxiliaries, sample.Weights, new CalibrationCurve(distance, bounds)).Solve();
        var weights = new double[factors.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = sample.Weights[row] * factors[row];
        }

        PopulationCheck.Positive(weights);
        return sample.After(
            weights,
            new WeightStep { Kind = WeightStepKind.Calibration, Variables = string.Join(", ", totals), Distance = distance, Limits = bounds, Rounds = iterations },
            new LinearProjection(auxiliaries, sample.Weights, weights),
            new Recalibration(auxiliaries, new CalibrationCurve(distance, bounds)));
    }

    /// <summary>The factors that calibrate other weights in the same way.</summary>
    /// <exception cref="SurveyException">The totals can't be met; the message names the worst category.</exception>
    public static double[] Factors(AuxiliaryMatrix auxiliaries, double[] before, CalibrationCurve curve) =>
        new Calibration(auxiliaries, before, curve).Solve().Factors;

    private (double[] Factors, int Iterations) Solve()
    {
        var lambda = new double[_auxiliaries.Columns];
        var linear = new double[_before.Length];
        var (factors, misfit, error) = Evaluate(linear);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var step = new SymmetricSolver(_auxiliaries.Gram(Slopes(linear))).Solve(misfit);
            var improved = false;
            for (var halving = 0; halving < 30 && !improved; halving++)
            {
                var (tried, triedLinear) = Move(lambda, step);
                var (f, m, e) = Evaluate(triedLinear);
                improved = e < error;
                if (improved)
                {
                    (lambda, linear, factors, misfit, error) = (tried, triedLinear, f, m, e);
                }

                step = Array.ConvertAll(step, one => one / 2);
            }

            if (error <= Tolerance || !improved)
            {
                return error <= Acceptable ? (factors, iteration) : throw Failure(factors, misfit);
            }
        }

        return error <= Acceptable ? (factors, MaxIterations) : throw Failure(factors, misfit);
    }

    private (double[] Lambda, double[] Linear) Move(double[] lambda, double[] step)
    {
        var moved = new double[lambda.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = lambda[i] + step[i];
        }

        return (moved, _auxiliaries.Times(moved));
    }

    private (double[] Factors, double[] Misfit, double Error) Evaluate(double[] linear)
    {
        var factors = new double[linear.Length];
        var weights = new double[linear.Length];
        for (var row = 0; row < linear.Length; row++)
        {
            factors[row] = _curve.Factor(linear[row]);
            weights[row] = _before[row] * factors[row];
        }

        var misfit = _auxiliaries.Totalled(weights);
        var error = 0.0;
        for (var i = 0; i < misfit.Length; i++)
        {
            misfit[i] = _auxiliaries.Totals[i] - misfit[i];
            var relative = Math.Abs(misfit[i]) / (1 + Math.Abs(_auxiliaries.Totals[i]));
            error = double.IsNaN(relative) ? double.PositiveInfinity : Math.Max(error, relative);
        }

        return (factors, misfit, error);
    }

    private double[] Slopes(double[] linear)
    {
        var slopes = new double[linear.Length];
        for (var row = 0; row < slopes.Length; row++)
        {
            slopes[row] = _before[row] * _curve.Slope(linear[row]);
        }

        return slopes;
    }

    private SurveyException Failure(double[] factors, double[] misfit)
    {
        var worst = 0;
        for (var i = 1; i < misfit.Length; i++)
        {
            worst = Relative(i) > Relative(worst) ? i : worst;
        }

        return new SurveyException(new Problem(
            $"The calibration does not reach all totals; furthest off is {_auxiliaries.NameOf(worst)}",
            Expected: FormattableString.Invariant($"{_auxiliaries.Totals[worst]:0.###}"),
            Got: FormattableString.Invariant(
                $"{_auxiliaries.Totals[worst] - misfit[worst]:0.###} with factors from {factors.Min():0.###} to {factors.Max():0.###}"),
            Hint: "widen the bounds, merge categories, or check that all totals are of one population"));

        double Relative(int i) => Math.Abs(misfit[i]) / (1 + Math.Abs(_auxiliaries.Totals[i]));
    }
}
