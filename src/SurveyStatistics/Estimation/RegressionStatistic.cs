namespace SurveyStatistics.Estimation;

/// <summary>
/// The coefficients of a generalised linear model by weighted (pseudo) likelihood, and their influence: the inverse
/// information times the score of a respondent (Binder 1983; <c>svyglm</c> in R's survey package).
/// </summary>
/// <remarks>
/// Fitted by Newton's method from the starting values of R's <c>glm</c> until a step is below 1e-10 of the coefficients'
/// (model-based) standard errors, where R stops earlier: its default leaves up to 6e-5 of a standard error.
/// </remarks>
internal sealed class RegressionStatistic(ModelMatrix model, double[] response, RegressionFamily family) : IStatistic
{
    private const int MaxIterations = 100;

    // Newton's decrement: the size of a step in standard errors, whatever the predictors' units.
    private const double Converged = 1e-10;

    // With so little left a step that doesn't get smaller is the rounding of the sums.
    private const double Stationary = 1e-6;

    /// <inheritdoc/>
    public double[] Evaluate(ReadOnlySpan<double> weights) => Fit(weights).Coefficients;

    /// <inheritdoc/>
    public double[][] Linearise(double[] weights, double[] values)
    {
        var fit = Fit(weights);
        var equations = new LeastSquares(model.Matrix, fit.WorkingWeights);

        // That weights are scaled cancels, since the inverse information is scaled the other way.
        var scores = Scores(Scale(weights), fit.Means);
        return [.. Enumerable.Range(0, values.Length).Select(i =>
        {
            var column = equations.Influence(i);
            for (var row = 0; row < column.Length; row++)
            {
                column[row] *= scores[row];
            }

            return column;
        })];
    }

    /// <summary>Fits the model.</summary>
    /// <exception cref="SurveyException">The predictors depend on each other, or separate the answers.</exception>
    public RegressionFit Fit(ReadOnlySpan<double> weights)
    {
        var scaled = Scale(weights);
        var (equations, first) = Start(scaled);
        var (coefficients, linear) = (first.Coefficients, first.Rows());
        var (deviance, previous) = (Deviance(scaled, linear), double.PositiveInfinity);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var scores = Scores(scaled, Means(linear));
            equations = family == RegressionFamily.Linear ? equations : new LeastSquares(model.Matrix, Working(scaled, linear));
            var step = equations.Solve(scores);
            var rows = step.Rows();
            if (equations.Rank < model.Matrix.Columns)
            {
                throw Separation.Found(model, step, rows, response, family) ?? Separation.Suspected();
            }

            // A step too far makes the fit worse: half of it, as often as it takes, is none.
            var (part, next, fallen) = (1.0, Moved(linear, rows, 1), 0.0);
            for (fallen = Deviance(scaled, next); !(fallen <= deviance + (1e-10 * (1 + deviance))) && part > 1e-6; fallen = Deviance(scaled, next))
            {
                part /= 2;
                next = Moved(linear, rows, part);
            }

            (linear, deviance) = (next, fallen);
            coefficients = [.. coefficients.Zip(step.Coefficients, (one, change) => one + (part * change))];

            // A linear model is solved by the first step; the second takes away what its rounding left.
            var decrement = Math.Sqrt(Math.Max(0, rows.Zip(scores, (one, score) => one * score).Sum()));
            if (family == RegressionFamily.Linear || decrement <= Converged || (decrement <= Stationary && decrement > previous / 2 && Largest(rows) < 0.1))
            {
                return new RegressionFit(coefficients, Means(linear), Working(scaled, linear), deviance);
            }

            // Where predictors separate the answers each step adds as much as that before, and the deviance stands still.
            if (iteration > Separation.Patience && Separation.Found(model, step, rows, response, family) is { } separated)
            {
                throw separated;
            }

            previous = decrement;
        }

        throw Separation.Suspected();
    }

    // Weights that average one over the design's rows with a weight, as R has them; zero outside the base.
    private double[] Scale(ReadOnlySpan<double> weights)
    {
        var mean = WeightSummary.Of(weights).Mean;
        var scaled = new double[weights.Length];
        for (var row = 0; row < scaled.Length; row++)
        {
            scaled[row] = model.InBase[row] < 0 ? 0 : weights[row] / mean;
        }

        return scaled;
    }

    // The least-squares step from R's starting means, (wy + ½) / (w + 1) and y + 0.1: inside the range where the link is
    // finite. With weights that don't vanish yet, columns that depend on each other are the predictors' fault.
    private (LeastSquares Equations, LinearCombination Step) Start(double[] weights)
    {
        var linear = new double[weights.Length];
        for (var row = 0; row < linear.Length; row++)
        {
            linear[row] = model.InBase[row] < 0 ? 0 : family switch
            {
                RegressionFamily.Logistic => Math.Log(((weights[row] * response[row]) + 0.5) / ((weights[row] * (1 - response[row])) + 0.5)),
                RegressionFamily.Poisson => Math.Log(response[row] + 0.1),
                _ => response[row],
            };
        }

        var (targets, scores) = (Working(weights, linear), Scores(weights, Means(linear)));
        var equations = new LeastSquares(model.Matrix, targets);
        if (equations.Dependency() is { } dependency)
        {
            throw new SurveyException(new Problem(
                $"The predictors depend on each other: {dependency.Column} follows from the others",
                Got: dependency.From.Count == 0 ? "zero for everybody" : "it follows from " + string.Join(", ", dependency.From),
                Hint: "leave one of them out"));
        }

        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = (targets[row] * linear[row]) + scores[row];
        }

        return (equations, equations.Solve(targets));
    }

    private double[] Means(double[] linear) => Array.ConvertAll(linear, one => RegressionLink.Mean(family, one));

    // The weights of the least-squares step.
    private double[] Working(double[] weights, double[] linear)
    {
        var working = new double[linear.Length];
        for (var row = 0; row < working.Length; row++)
        {
            working[row] = model.InBase[row] < 0 ? 0 : weights[row] * RegressionLink.Slope(family, RegressionLink.Mean(family, linear[row]));
        }

        return working;
    }

    // The derivative of the log likelihood by each linear predictor: w (y − µ) with a canonical link.
    private double[] Scores(double[] weights, double[] means)
    {
        var scores = new double[means.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = model.InBase[row] < 0 ? 0 : weights[row] * (response[row] - means[row]);
        }

        return scores;
    }

    private static double[] Moved(double[] linear, double[] step, double part)
    {
        var moved = new double[linear.Length];
        for (var row = 0; row < moved.Length; row++)
        {
            moved[row] = linear[row] + (part * step[row]);
        }

        return moved;
    }

    private double Deviance(double[] weights, double[] linear)
    {
        var deviance = 0.0;
        for (var row = 0; row < linear.Length; row++)
        {
            deviance += model.InBase[row] < 0
                ? 0
                : weights[row] * RegressionLink.Deviance(family, response[row], RegressionLink.Mean(family, linear[row]));
        }

        return deviance;
    }

    private static double Largest(double[] rows) => rows.Max(Math.Abs);
}

/// <summary>A fitted generalised linear model.</summary>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="Means">The fitted mean of each row; 0 outside the base.</param>
/// <param name="WorkingWeights">For each row the weight of the last least-squares step; 0 outside the base.</param>
/// <param name="Deviance">The deviance.</param>
internal sealed record RegressionFit(double[] Coefficients, double[] Means, double[] WorkingWeights, double Deviance);

/// <summary>The functions of a regression family with its canonical link.</summary>
internal static class RegressionLink
{
    /// <summary>The mean at a linear predictor.</summary>
    public static double Mean(RegressionFamily family, double linear) => family switch
    {
        RegressionFamily.Logistic => 1 / (1 + Math.Exp(-linear)),
        RegressionFamily.Poisson => Math.Exp(linear),
        _ => linear,
    };

    /// <summary>The slope of the mean by the linear predictor; with a canonical link also the variance function.</summary>
    public static double Slope(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean),
        RegressionFamily.Poisson => mean,
        _ => 1,
    };

    /// <summary>The slope of <see cref="Slope"/> by the linear predictor.</summary>
    public static double Curvature(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Logistic => mean * (1 - mean) * (1 - (2 * mean)),
        RegressionFamily.Poisson => mean,
        _ => 0,
    };

    /// <summary>A respondent's part of the deviance.</summary>
    public static double Deviance(RegressionFamily family, double response, double mean) => family switch
    {
        RegressionFamily.Logistic => -2 * (Term(response, mean) + Term(1 - response, 1 - mean)),
        RegressionFamily.Poisson => 2 * (-Term(response, mean / (response == 0 ? 1 : response)) - (response - mean)),
        _ => (response - mean) * (response - mean),
    };

    /// <summary>Whether the family can have this response.</summary>
    public static bool Allows(RegressionFamily family, double response) => family switch
    {
        RegressionFamily.Logistic => response is >= 0 and <= 1,
        RegressionFamily.Poisson => response >= 0,
        _ => true,
    };

    // 0 log 0 is 0, the limit.
    private static double Term(double response, double mean) => response == 0 ? 0 : response * Math.Log(mean);
}
