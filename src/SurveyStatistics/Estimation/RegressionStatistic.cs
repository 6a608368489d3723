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
        if (family == RegressionFamily.Linear)
        {
            // It is solved by the first step; a second takes away what its rounding left.
            var rest = equations.Solve(Scores(scaled, linear));
            (coefficients, linear) = ([.. coefficients.Zip(rest.Coefficients, (one, change) => one + change)], NewtonFit.Moved(linear, rest.Rows(), 1));
            return new RegressionFit(coefficients, linear, Working(scaled, linear), Deviance(scaled, linear));
        }

        var newton = new NewtonFit
        {
            Matrix = model.Matrix,
            Rank = model.Matrix.Columns,
            Slopes = at => Scores(scaled, Means(at)),
            Curvatures = at => Working(scaled, at),
            Deviance = at => Deviance(scaled, at),
            Separated = (step, rows) => Separation.Found(model.Matrix, [.. model.Terms.Select(term => term.Text)], step, rows, row => Wrong(row, rows[row])),
        };
        (coefficients, linear, var deviance) = newton.From(coefficients, linear);
        return new RegressionFit(coefficients, Means(linear), Working(scaled, linear), deviance);
    }

    // An answer at the end of its range is predicted the better the further out; any other only where it is.
    private double Wrong(int row, double change) => model.InBase[row] < 0
        ? 0
        : response[row] == 0 ? change : family == RegressionFamily.Logistic && response[row] == 1 ? -change : Math.Abs(change);

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
        equations.RequireIndependent();
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
