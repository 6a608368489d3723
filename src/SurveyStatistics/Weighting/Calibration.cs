using System.Globalization;

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
        PopulationCheck.Positive(sample.Weights, weights);
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
        var (combination, linear) = (new LinearCombination(_auxiliaries, new double[_auxiliaries.Columns]), new double[before.Length]);
        var (factors, misfit, error) = Evaluate(before, linear, false);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var slopes = Slopes(before, linear);
            var equations = new LeastSquares(_auxiliaries, slopes);
            if (equations.IsDelicate)
            {
                (factors, misfit, error) = Evaluate(before, linear, true);
            }

            // A full step can jump over the solution where the curve bends or a bound holds factors; thirty halvings leave
            // a billionth of it.
            var (step, wasMet, improved) = (equations.SolveFor(misfit), error <= Tolerance, false);
            var size = equations.IsDelicate ? Size(step, slopes) : error;
            for (var halving = 0; halving < 30 && !improved; halving++)
            {
                var tried = combination.Moved(step, Math.ScaleB(1, -halving));
                var rows = tried.Rows();
                var (f, m, e) = Evaluate(before, rows, equations.IsDelicate);
                improved = (equations.IsDelicate ? Size(equations.SolveFor(m), slopes) : e) < size;
                if (improved)
                {
                    (combination, linear, factors, misfit, error) = (tried, rows, f, m, e);
                }
            }

            // Of amounts far from zero a total is met before what tells them apart is: one step more brings that.
            if (!improved || (error <= Tolerance && (wasMet || !equations.IsDelicate)))
            {
                return error <= Acceptable ? (factors, iteration) : throw Failure(before, factors, misfit);
            }
        }

        return error <= Acceptable ? (factors, MaxIterations) : throw Failure(before, factors, misfit);
    }

    // How far a misfit is in the metric of the products, which numbers far from zero don't mislead: a step that leaves each
    // total nearer may be one that moves all of them together.
    private static double Size(LinearCombination step, double[] slopes)
    {
        var size = step.Rows().Zip(slopes, (row, slope) => row * row * Math.Abs(slope)).Sum();
        return double.IsNaN(size) ? double.PositiveInfinity : size;
    }

    private (double[] Factors, DoubleDouble[] Misfit, double Error) Evaluate(double[] before, double[] linear, bool precisely)
    {
        var factors = new double[linear.Length];
        var weights = new double[linear.Length];
        for (var row = 0; row < linear.Length; row++)
        {
            factors[row] = _curve.Factor(linear[row]);
            weights[row] = before[row] * factors[row];
        }

        var misfit = precisely ? _auxiliaries.Precise.Totalled(weights) : Array.ConvertAll(_auxiliaries.Totalled(weights), one => (DoubleDouble)one);
        var error = 0.0;
        for (var i = 0; i < misfit.Length; i++)
        {
            misfit[i] = _auxiliaries.Totals[i] - misfit[i];
            var relative = Relative(misfit, i);

            // Factors that overflow make no number: as far off as can be, so that the step is halved.
            error = double.IsNaN(relative) ? double.PositiveInfinity : Math.Max(error, relative);
        }

        return (factors, misfit, error);
    }

    private double Relative(DoubleDouble[] misfit, int i) => Math.Abs(misfit[i].High) / (1 + Math.Abs(_auxiliaries.Totals[i]));

    private double[] Slopes(double[] before, double[] linear)
    {
        var slopes = new double[linear.Length];
        for (var row = 0; row < slopes.Length; row++)
        {
            slopes[row] = before[row] * _curve.Slope(linear[row]);
        }

        return slopes;
    }

    private SurveyException Failure(double[] before, double[] factors, DoubleDouble[] misfit)
    {
        // Of a sum of numbers far from zero the units' number explains the most: what is off is told from how they vary.
        var worst = Enumerable.Range(0, misfit.Length).MaxBy(i => Math.Abs(misfit[i].High) / _auxiliaries.Spread(i, before));
        var (expected, got) = (_auxiliaries.Totals[worst], _auxiliaries.Totals[worst] - misfit[worst].High);

        // As many digits as tell what was got from what was expected.
        var format = Math.Abs(misfit[worst].High) < 0.001 * (1 + Math.Abs(expected)) ? "R" : "0.###";
        return new SurveyException(new Problem(
            $"The calibration does not reach all totals; furthest off is {_auxiliaries.NameOf(worst)}",
            Expected: expected.ToString(format, CultureInfo.InvariantCulture),
            Got: got.ToString(format, CultureInfo.InvariantCulture)
                + FormattableString.Invariant($" with factors from {factors.Min():0.###} to {factors.Max():0.###}"),
            Hint: "widen the bounds, merge categories, or check that all totals are of one population"));
    }
}

/// <summary>
/// The residual of a variable after regression on the variables that weights were fitted to, the generalised regression
/// estimator's variance by Deville and Särndal (1992): e = u − X (X′QX)⁻¹ X′Q u for the influence u, then weight × e.
/// </summary>
internal sealed class LinearProjection : IProjection
{
    private readonly Lazy<LeastSquares> _regression;

    /// <summary>Prepares the regression; it is solved when a variance first needs it.</summary>
    /// <param name="auxiliaries">The variables X.</param>
    /// <param name="rowWeights">The regression's weights q: the weights before the step, or ones.</param>
    /// <param name="weights">The weights after the step.</param>
    public LinearProjection(AuxiliaryMatrix auxiliaries, double[] rowWeights, double[] weights)
    {
        (Auxiliaries, RowWeights, Weights) = (auxiliaries, rowWeights, weights);
        _regression = new Lazy<LeastSquares>(() => new LeastSquares(auxiliaries, rowWeights));
    }

    /// <inheritdoc/>
    public AuxiliaryMatrix Auxiliaries { get; }

    /// <inheritdoc/>
    public double[] Weights { get; }

    /// <inheritdoc/>
    public double[] RowWeights { get; }

    /// <inheritdoc/>
    public double[] Coefficients(ReadOnlySpan<double> totals)
    {
        var right = new DoubleDouble[totals.Length];
        for (var i = 0; i < right.Length; i++)
        {
            right[i] = totals[i];
        }

        return _regression.Value.SolveFor(right).Coefficients;
    }

    /// <inheritdoc/>
    public void Project(Span<double> weighted)
    {
        var right = new double[weighted.Length];
        for (var row = 0; row < right.Length; row++)
        {
            // The influence itself, which a row without weight does not have.
            weighted[row] = Weights[row] == 0 ? 0 : weighted[row] / Weights[row];
            right[row] = RowWeights[row] * weighted[row];
        }

        var fitted = _regression.Value.Solve(right).Rows();
        for (var row = 0; row < right.Length; row++)
        {
            weighted[row] = (weighted[row] - fitted[row]) * Weights[row];
        }
    }
}
