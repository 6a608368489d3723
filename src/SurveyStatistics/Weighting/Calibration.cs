namespace SurveyStatistics.Weighting;

/// <summary>
/// Calibration: the weights closest to those before that meet known totals exactly (Deville and Särndal 1992), by
/// Newton's method with halved steps.
/// </summary>
internal sealed class Calibration : IReweighting
{
    private const int MaxIterations = 200;

    // Relative to 1 + |total|: beyond what double precision of the sums can hold a step brings nothing.
    private const double Tolerance = 1e-12;
    private const double Acceptable = 1e-8;

    private readonly AuxiliaryMatrix _auxiliaries;
    private readonly CalibrationCurve _curve;

    private Calibration(AuxiliaryMatrix auxiliaries, CalibrationCurve curve) => (_auxiliaries, _curve) = (auxiliaries, curve);

    /// <inheritdoc/>
    public int? Constraints => _auxiliaries.Rank();

    /// <summary>The sample calibrated to <paramref name="totals"/>.</summary>
    /// <exception cref="SurveyException">The totals can't be met; the message names the worst category.</exception>
    public static WeightedSample Apply(
        WeightedSample sample, IReadOnlyList<KnownTotals> totals, CalibrationDistance distance, (double Lower, double Upper)? bounds)
    {
        var auxiliaries = new AuxiliaryMatrix([.. totals.Select(one => AuxiliaryTerm.Of(sample, one))], sample.Weights.Length);
        PopulationCheck.Sizes(sample, auxiliaries);
        var step = new Calibration(auxiliaries, new CalibrationCurve(distance, bounds));
        var weights = (double[])sample.Weights.Clone();
        var iterations = step.Fit(weights);
        PopulationCheck.Positive(weights);
        return sample.After(
            weights,
            new WeightStep { Kind = WeightStepKind.Calibration, Variables = string.Join(", ", totals), Distance = distance, Limits = bounds, Rounds = iterations },
            new LinearProjection(auxiliaries, sample.Weights, weights),
            step);
    }

    /// <inheritdoc/>
    /// <remarks>Weights of replicates may become negative.</remarks>
    public void Reweight(Span<double> weights) => Fit(weights);

    private int Fit(Span<double> weights)
    {
        var (factors, iterations) = Solve(weights.ToArray());
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= factors[row];
        }

        return iterations;
    }

    private (double[] Factors, int Iterations) Solve(double[] before)
    {
        var lambda = new double[_auxiliaries.Columns];
        var linear = new double[before.Length];
        var (factors, misfit, error) = Evaluate(before, linear);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var step = new SymmetricSolver(_auxiliaries.Gram(Slopes(before, linear))).Solve(misfit);

            // A full step can jump over the solution where the curve bends or a bound holds factors; thirty halvings leave
            // a billionth of it.
            var improved = false;
            for (var halving = 0; halving < 30 && !improved; halving++)
            {
                var (tried, triedLinear) = Move(lambda, step);
                var (f, m, e) = Evaluate(before, triedLinear);
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

    private (double[] Factors, double[] Misfit, double Error) Evaluate(double[] before, double[] linear)
    {
        var factors = new double[linear.Length];
        var weights = new double[linear.Length];
        for (var row = 0; row < linear.Length; row++)
        {
            factors[row] = _curve.Factor(linear[row]);
            weights[row] = before[row] * factors[row];
        }

        var misfit = _auxiliaries.Totalled(weights);
        var error = 0.0;
        for (var i = 0; i < misfit.Length; i++)
        {
            misfit[i] = _auxiliaries.Totals[i] - misfit[i];
            var relative = Math.Abs(misfit[i]) / (1 + Math.Abs(_auxiliaries.Totals[i]));

            // Factors that overflow make no number: as far off as can be, so that the step is halved.
            error = double.IsNaN(relative) ? double.PositiveInfinity : Math.Max(error, relative);
        }

        return (factors, misfit, error);
    }

    private double[] Slopes(double[] before, double[] linear)
    {
        var slopes = new double[linear.Length];
        for (var row = 0; row < slopes.Length; row++)
        {
            slopes[row] = before[row] * _curve.Slope(linear[row]);
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

/// <summary>
/// The residual of a variable after regression on the variables that weights were fitted to, the generalised regression
/// estimator's variance by Deville and Särndal (1992): e = u − X (X′QX)⁻¹ X′Q u for the influence u, then weight × e.
/// </summary>
internal sealed class LinearProjection : IProjection
{
    private readonly AuxiliaryMatrix _auxiliaries;
    private readonly double[] _rowWeights;
    private readonly double[] _weights;
    private readonly Lazy<SymmetricSolver> _solver;

    /// <summary>Prepares the regression; it is solved when a variance first needs it.</summary>
    /// <param name="auxiliaries">The variables X.</param>
    /// <param name="rowWeights">The regression's weights q: the weights before the step, or ones.</param>
    /// <param name="weights">The weights after the step.</param>
    public LinearProjection(AuxiliaryMatrix auxiliaries, double[] rowWeights, double[] weights)
    {
        (_auxiliaries, _rowWeights, _weights) = (auxiliaries, rowWeights, weights);
        _solver = new Lazy<SymmetricSolver>(() => new SymmetricSolver(auxiliaries.Gram(rowWeights)));
    }

    /// <inheritdoc/>
    public void Project(Span<double> weighted)
    {
        var right = new double[weighted.Length];
        for (var row = 0; row < right.Length; row++)
        {
            // The influence itself, which a row without weight does not have.
            weighted[row] = _weights[row] == 0 ? 0 : weighted[row] / _weights[row];
            right[row] = _rowWeights[row] * weighted[row];
        }

        var fitted = _auxiliaries.Times(_solver.Value.Solve(_auxiliaries.Totalled(right)));
        for (var row = 0; row < right.Length; row++)
        {
            weighted[row] = (weighted[row] - fitted[row]) * _weights[row];
        }
    }
}
